"""The tile sources an operator names in LOKALKJENT_TILE_SOURCES, a JSON list: id, url, attribution, label, zooms, bounds.

A key stands in a setting of its own, LOKALKJENT_TILE_KEY_<ID>, and is put in for {key} on the server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from participation.basemaps.source_kinds import WORLD, Bounds, RasterSource

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
PLACEHOLDERS = {"{z}", "{x}", "{y}", "{key}"}


class BadSource(ValueError):
    """A source the operator has written wrongly; the message says what and how to mend it."""


def named_sources(text: str, environment: Mapping[str, str]) -> list[RasterSource]:
    """The sources in the setting's text, keys from `environment`. Raises BadSource."""
    if not text.strip():
        return []
    try:
        rows = json.loads(text)
    except ValueError as wrong:
        raise BadSource(f"LOKALKJENT_TILE_SOURCES is not JSON: {wrong}") from None
    if not isinstance(rows, list):
        raise BadSource("LOKALKJENT_TILE_SOURCES must be a JSON list of sources.")
    return [_raster(row, environment) for row in rows]


def _raster(row: Any, environment: Mapping[str, str]) -> RasterSource:
    if not isinstance(row, dict) or not ID.fullmatch(str(row.get("id", ""))):
        raise BadSource("Each source of LOKALKJENT_TILE_SOURCES needs an id of small letters, digits and hyphens.")
    name, url = row["id"], str(row.get("url", ""))
    parts = urlsplit(url)
    used = set(re.findall(r"\{[^}]*\}", url))
    if parts.scheme not in ("http", "https") or not parts.hostname or "{" in parts.netloc or "@" in parts.netloc:
        raise BadSource(f"Source {name}: url must begin with https:// and a fixed host.")
    if not {"{z}", "{x}", "{y}"} <= used <= PLACEHOLDERS:
        raise BadSource(
            f"Source {name}: url must have {{z}}, {{x}} and {{y}}, may have {{key}}, and nothing else in braces."
        )
    key = environment.get(key_setting(name), "")
    if "{key}" in used and not key:
        raise BadSource(f"Source {name}: its key is missing; put it into {key_setting(name)}.")
    return RasterSource(
        id=name,
        url=url,
        label=str(row.get("label") or name),
        attribution=str(row.get("attribution") or ""),
        bounds=_bounds(name, row.get("bounds", WORLD)),
        min_zoom=int(row.get("min_zoom", 2)),
        max_zoom=int(row.get("max_zoom", 19)),
        key=key,
    )


def key_setting(name: str) -> str:
    """The environment variable that holds the key of the source with this id."""
    return f"LOKALKJENT_TILE_KEY_{name.upper().replace('-', '_')}"


def _bounds(name: str, value: Any) -> Bounds:
    try:
        west, south, east, north = (float(number) for number in value)
    except (TypeError, ValueError):
        raise BadSource(f"Source {name}: bounds are four numbers: west, south, east, north.") from None
    return (west, south, east, north)
