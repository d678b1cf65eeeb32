"""Tokens by which other programs read a project's data: published or full, for a while."""
