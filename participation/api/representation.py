"""Two ways to give everything: JSON for programs, pages for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import flask
import orjson
from flask_babel import gettext as _
from werkzeug.datastructures import MIMEAccept

from participation.errors import Refused

JSON, HTML = "json", "html"
PLAIN, GEOJSON, OPENAPI = "application/json", "application/geo+json", "application/vnd.oai.openapi+json;version=3.0"
PAGE = "text/html"


def wanted(media_type: str = PLAIN) -> str:
    """JSON or HTML, by `f`, else by Accept; `media_type`: what the JSON is called here. Refused (406) for neither."""
    form = flask.request.args.get("f")
    if form is not None:
        if form not in (JSON, HTML):
            raise Refused(_("f is “json” or “html”, not “%(value)s”.", value=form[:80]))
        return form
    asked = flask.request.accept_mimetypes
    # Parameters tell kinds of one thing apart, such as charset=utf-8, and there is one kind of each here.
    plainly = MIMEAccept([(kind.partition(";")[0].strip(), quality) for kind, quality in asked])
    best = plainly.best_match((media_type.partition(";")[0], PLAIN, PAGE))
    if best is None and flask.request.headers.get("Accept"):
        raise Refused(_("This address gives JSON or a page (HTML). Ask for one of them in Accept."), 406)
    return HTML if best == PAGE else JSON


def given(document: Mapping[str, Any], page: Callable[[], str], media_type: str = PLAIN) -> flask.Response:
    """`document` as JSON, or the page."""
    if wanted(media_type) == HTML:
        return flask.make_response(page())
    return flask.Response(orjson.dumps(document), content_type=media_type)
