"""Registrations made elsewhere, taken in from a file on screen; and what was exported from here, recognised."""
