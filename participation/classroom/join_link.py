"""The address and QR code a class joins by."""

from __future__ import annotations

import re

import flask
import segno
from markupsafe import Markup

from participation.class_sessions.models import ClassSession

# Trying which of eight looks best takes most of the time (four seconds for the letters of 400 classes), and every reader
# takes any of them.
MASK = 3


def join_address(class_session: ClassSession) -> str:
    """The whole address: of LOKALKJENT_BASE_URL, else of the one asked for."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}/c/{class_session.code}"


def readable_root() -> str:
    """What one types to come to the front page: without https:// and the last slash."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root
    return re.sub(r"^https?://", "", root).rstrip("/")


def qr_code(address: str, label: str) -> Markup:
    """`address` as an SVG that takes the size the style sheet gives it; `label` is what a screen reader says."""
    drawn = segno.make(address, error="m", mask=MASK).svg_inline(
        border=2, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    named = drawn.replace("<svg ", f'<svg role="img" aria-label="{Markup.escape(label)}" ', 1)
    return Markup(named)  # noqa: S704
