"""Surveys shown in a frame on the municipality's own sites: those that the installation names, and no others."""

from __future__ import annotations

import re

import flask
from flask_babel import gettext as _

from participation.errors import Refused
from participation.security_headers import POLICY

SITE = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?")
# What a respondent may come to from a survey. Nothing where anybody signs in, and no class: pupils come by themselves.
SHOWN = frozenset(
    {
        "responses.answering.start",
        "responses.answering.begin",
        "responses.answering.answer",
        "responses.answering.resume",
        "feedback.receipt.show",
        "front.accessibility",
        "front.index",
        "front.privacy",
    }
)


def named_sites(text: str) -> tuple[str, ...]:
    """The origins in a setting, with spaces between; refused where one is none."""
    sites = tuple(text.lower().split())
    for site in sites:
        if not SITE.fullmatch(site):
            raise Refused(
                _("“%(site)s” is not a site. Write it without a path, such as https://www.kommune.no", site=site)
            )
    return sites


def register(app: flask.Flask) -> None:
    """Let the named sites show surveys in a frame; without any, nobody may."""
    sites = named_sites(app.config["EMBED_SITES"])
    if not sites:
        return
    policy = POLICY.replace("frame-ancestors 'none'", f"frame-ancestors {' '.join(sites)}")

    @app.after_request
    def in_their_frame(response: flask.Response) -> flask.Response:
        if flask.request.endpoint in SHOWN:
            response.headers["Content-Security-Policy"] = policy
        return response
