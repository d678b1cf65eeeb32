"""The tile sources an operator names in LOKALKJENT_TILE_SOURCES, a JSON list: id, url, attribution, label, zooms, bounds.

A key stands in a setting of its own, LOKALKJENT_TILE_KEY_<ID>, and is put in for {key} on the server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _

from participation.basemaps.source_kinds import WORLD, Bounds, RasterSource
from participation.config import PREFIX
from participation.errors import Refused

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
PLACEHOLDERS = {"{z}", "{x}", "{y}", "{key}"}
SETTING = f"{PREFIX}TILE_SOURCES"


class BadSource(Refused):
    """A source the operator has written wrongly; the message says what and how to mend it."""


def named_sources(text: str, environment: Mapping[str, str]) -> list[RasterSource]:
    """The sources in the setting's text, keys from `environment`. Raises BadSource."""
    if not text.strip():
        return []
    try:
        rows = json.loads(text)
    except ValueError as wrong:
        raise BadSource(_("%(setting)s is not JSON: %(why)s.", setting=SETTING, why=wrong)) from None
    if not isinstance(rows, list):
        raise BadSource(_("%(setting)s must be a JSON list of sources.", setting=SETTING))
    return [_raster(row, environment) for row in rows]


def _raster(row: Any, environment: Mapping[str, str]) -> RasterSource:
    if not isinstance(row, dict) or not ID.fullmatch(str(row.get("id", ""))):
        message = _("Each source of %(setting)s needs an id of small letters, digits and hyphens.", setting=SETTING)
        raise BadSource(message)
    name, url = row["id"], str(row.get("url", ""))
    parts = urlsplit(url)
    used = set(re.findall(r"\{[^}]*\}", url))
    if parts.scheme not in ("http", "https") or not parts.hostname or "{" in parts.netloc or "@" in parts.netloc:
        raise BadSource(_("Source %(name)s: url must begin with https:// and a fixed host.", name=name))
    if not {"{z}", "{x}", "{y}"} <= used <= PLACEHOLDERS:
        message = _(
            "Source %(name)s: url must have {z}, {x} and {y}, may have {key}, and nothing else in braces.", name=name
        )
        raise BadSource(message)
    key = environment.get(key_setting(name), "")
    if "{key}" in used and not key:
        message = _(
            "Source %(name)s: its key is missing. Put it into %(setting)s.", name=name, setting=key_setting(name)
        )
        raise BadSource(message)
    return RasterSource(
        id=name,
        url=url,
        label=str(row.get("label") or name),
        attribution=str(row.get("attribution") or ""),
        bounds=_bounds(name, row.get("bounds", WORLD)),
        min_zoom=_zoom(name, row.get("min_zoom", 2)),
        max_zoom=_zoom(name, row.get("max_zoom", 19)),
        key=key,
    )


def key_setting(name: str) -> str:
    """The environment variable that holds the key of the source with this id."""
    return f"{PREFIX}TILE_KEY_{name.upper().replace('-', '_')}"


def _zoom(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 25:
        raise BadSource(_("Source %(name)s: the zooms are whole numbers from 0 to 25.", name=name))
    return value


def _bounds(name: str, value: Any) -> Bounds:
    try:
        west, south, east, north = (float(number) for number in value)
    except (TypeError, ValueError):
        raise BadSource(_("Source %(name)s: bounds are four numbers: west, south, east, north.", name=name)) from None
    return (west, south, east, north)
