"""Where other programs find what this installation has to read."""

from __future__ import annotations

import flask


def address() -> str:
    """The whole address to give to QGIS and others."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root
    return f"{root.rstrip('/')}/ogc/"
