"""Signing in with the municipality's own sign-in (OpenID Connect): nothing is asked of it unless the settings name one."""
