"""What all answers of the API have in common: names that tell whether they have changed, and who may read them where."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import flask

from participation.api.written import name_of

View = TypeVar("View", bound=Callable[..., Any])
DEPENDS_ON = ("Accept", "Accept-Language", "Authorization", "Cookie")
# What anybody may read, other people's web pages may read too.
FOR_OTHER_SITES = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def made(view: View) -> View:
    """For views of the API: the answer is given only where it has changed (ETag, 304)."""

    @functools.wraps(view)
    def finished(**values: Any) -> flask.Response:
        response: flask.Response = view(**values)
        response.vary.update(DEPENDS_ON)
        response.headers["Cache-Control"] = "private, no-cache"
        if response.mimetype != "text/html":
            if not response.get_etag()[0]:
                response.set_etag(name_of(response.get_data()), weak=True)
            if "Authorization" not in flask.request.headers:
                response.headers.update(FOR_OTHER_SITES)
        response.make_conditional(flask.request)
        return response

    return finished  # type: ignore[return-value]
