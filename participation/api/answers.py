"""What all answers of the API have in common: names that tell whether they have changed, and who may read them where."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import flask

from participation.api.written import name_of
from participation.languages import current

View = TypeVar("View", bound=Callable[..., Any])
DEPENDS_ON = ("Accept", "Accept-Language", "Authorization", "Cookie")
# What anybody may read, other people's web pages may read too, and why they got nothing. A token is for programs: no page
# may send one, as whoever looks at the page could read it there.
FOR_OTHER_SITES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Crs, Content-Language, ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def made(view: View) -> View:
    """For views of the API: the answer is given only where it has changed (ETag, 304)."""

    @functools.wraps(view)
    def finished(**values: Any) -> flask.Response:
        response: flask.Response = view(**values)
        response.vary.update(DEPENDS_ON)
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Content-Language"] = current()
        if response.mimetype != "text/html" and not response.get_etag()[0]:
            response.set_etag(name_of(response.get_data()), weak=True)
        response.make_conditional(flask.request)
        return response

    return finished  # type: ignore[return-value]


def open_to_other_sites(response: flask.Response) -> flask.Response:
    """Give what nobody needed a token for the headers that let other sites' pages read it; also what is wrong with a request."""
    if (
        "Authorization" not in flask.request.headers
        and response.status_code != 401
        and response.mimetype != "text/html"
    ):
        response.headers.update(FOR_OTHER_SITES)
    return response
