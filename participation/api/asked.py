"""What the address of a collection's items asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import flask
from flask_babel import gettext as _

from participation import languages
from participation.api.boxes import Box, box_in
from participation.api.reference_systems import CRS84, System, system
from participation.api.times import Stretch, stretch_in
from participation.errors import Refused

USUAL, MOST = 100, 10_000
EVERYWHERE = ("f", "lang")
OF_ITEMS = ("limit", "after", "bbox", "bbox-crs", "datetime", "crs", *EVERYWHERE)


@dataclass(frozen=True)
class Asked:
    """`after`: the id of the last feature of the page before; `filters`: values to choose among, by property name."""

    limit: int
    after: str | None
    box: Box | None
    time: Stretch | None
    filters: Mapping[str, Sequence[str]]
    system: System


def refuse_unknown(*known: str) -> None:
    """Raises Refused for a parameter that is none of these, for one that is given twice, and for an unknown language."""
    for name in flask.request.args:
        if name not in known:
            raise Refused(_("There is no parameter “%(name)s” here. See the description of the API.", name=name[:80]))
        if name in OF_ITEMS and len(flask.request.args.getlist(name)) > 1:
            raise Refused(_("“%(name)s” is given more than once. Give it once.", name=name))
    language = flask.request.args.get("lang", "nb")
    if language not in languages.offered():
        raise Refused(_("%(name)s must be one of: %(values)s.", name="lang", values=", ".join(languages.offered())))


def asked(properties: Sequence[str], systems: Sequence[str]) -> Asked:
    """`properties`: what features can be chosen by; `systems`: the addresses of those they come in. Raises Refused."""
    refuse_unknown(*OF_ITEMS, *properties)
    given = flask.request.args
    box_system = crs("bbox-crs", systems)
    return Asked(
        _limit(given.get("limit")),
        given.get("after"),
        box_in(given["bbox"], box_system) if "bbox" in given else None,
        stretch_in(given["datetime"]) if "datetime" in given else None,
        {name: given.getlist(name) for name in given if name not in OF_ITEMS},
        crs("crs", systems),
    )


def crs(name: str, systems: Sequence[str]) -> System:
    """The coordinate reference system that a parameter names."""
    uri = flask.request.args.get(name, CRS84)
    if uri not in systems:
        raise Refused(_("%(name)s must be one of: %(values)s.", name=name, values=", ".join(systems)))
    return system(uri)


def _limit(text: str | None) -> int:
    """No more than MOST, as the standard lets a server do."""
    if text is None:
        return USUAL
    if not (text.isascii() and text.isdigit() and int(text[:12]) > 0):
        raise Refused(_("limit is a whole number from 1, not “%(value)s”.", value=text[:80]))
    return min(int(text[:12]), MOST)
