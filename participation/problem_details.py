"""What is wrong, said to a program: JSON under the addresses that programs read, a page for a person who comes there."""

from __future__ import annotations

from http import HTTPStatus

import flask

FOR_PROGRAMS = "/ogc/"
TYPE = "application/problem+json"


def asks_for_a_program() -> bool:
    """True under /ogc/, unless the reader's browser asks for a page."""
    if not flask.request.path.startswith(FOR_PROGRAMS):
        return False
    form = flask.request.args.get("f")
    best = flask.request.accept_mimetypes.best_match(("application/json", "text/html"))
    return form != "html" and (form == "json" or best != "text/html")


def problem(status: int, message: str) -> flask.Response:
    """As RFC 9457 has it, with the two members that OGC API – Features asks for: `code` and `description`."""
    title = HTTPStatus(status).phrase
    told = {"title": title, "status": status, "detail": message, "code": title.replace(" ", ""), "description": message}
    response = flask.jsonify(told)
    response.mimetype = TYPE
    return response
