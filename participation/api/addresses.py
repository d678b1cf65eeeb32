"""Whole addresses, and links as the standard has them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import flask
from flask_babel import gettext as _

from participation.api.representation import HTML, JSON, PAGE, PLAIN

Link = dict[str, str]


def whole(endpoint: str, **values: Any) -> str:
    """The address of a view, of LOKALKJENT_BASE_URL or else of where the reader came."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}{flask.url_for(f'api.{endpoint}', **values)}"


def link(rel: str, href: str, media_type: str, title: str) -> Link:
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def this(form: str, media_type: str = PLAIN) -> list[Link]:
    """`self` and `alternate`: what is asked for, as it is given (`form`) and in the other form."""
    forms = {JSON: (media_type, _("This as JSON")), HTML: (PAGE, _("This as a page"))}
    return [link("self" if each == form else "alternate", again(f=each), *told) for each, told in forms.items()]


def again(**changes: Any) -> str:
    """The address that was asked for, with these parameters changed; None takes one away."""
    arguments = {**flask.request.args.to_dict(flat=False), **changes}
    query = urlencode({name: value for name, value in arguments.items() if value is not None}, doseq=True)
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}{flask.request.path}" + (f"?{query}" if query else "")
