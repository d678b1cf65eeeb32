"""Signing in, one's own account, and the people of the municipality."""

from __future__ import annotations

from participation.accounts.access import may
from participation.accounts.devices import device_words
from participation.accounts.role_words import role_name
from participation.accounts.routes.blueprint import blueprint

# Each of these binds its screens to the blueprint.
from participation.accounts.routes import account, people, sign_in  # isort: skip

blueprint.record_once(
    lambda state: state.app.jinja_env.globals.update(may=may, role_name=role_name, device_words=device_words)
)
__all__ = ["account", "blueprint", "people", "sign_in"]
