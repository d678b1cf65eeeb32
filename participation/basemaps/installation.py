"""The tile sources, cache and fetching of this server process, made once from the settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flask
from flask_babel import gettext as _

from participation import config
from participation.basemaps.fetching import Limits
from participation.basemaps.named_sources import SETTING, BadSource, named_sources
from participation.basemaps.source_kinds import BUNDLED, KARTVERKET, Source
from participation.basemaps.tile_cache import TileCache
from participation.basemaps.upstream import Upstream

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Installation:
    """What a server process knows of maps; `folder` holds the cache and the state of preparations."""

    folder: Path
    sources: dict[str, Source]
    cache: TileCache
    upstream: Upstream


def install(app: flask.Flask) -> None:
    """Read the settings into `app`. Raises BadSource, so that a mistake shows at start."""
    folder = Path(app.config["DATA_DIR"]) / "tiles"
    cache = TileCache(folder / "cache", int(_megabytes(app) * MEGABYTE))
    limits = Limits(private_hosts=_setting(app, "TILE_PRIVATE_HOSTS") == "1")
    sources = all_sources(_setting(app, "KARTVERKET") == "1", _setting(app, "TILE_SOURCES"), os.environ)
    app.extensions["basemaps"] = Installation(folder, sources, cache, Upstream(cache, limits))


def installation() -> Installation:
    """That of the current application."""
    known: Installation = flask.current_app.extensions["basemaps"]
    return known


def all_sources(kartverket: bool, named: str, environment: Mapping[str, str]) -> dict[str, Source]:
    """Every source by id: bundled, Kartverket's unless switched off, the operator's own. Raises BadSource."""
    found: list[Source] = [*BUNDLED, *(KARTVERKET if kartverket else ()), *named_sources(named, environment)]
    sources = {source.id: source for source in found}
    if len(sources) < len(found):
        message = _("%(setting)s: two sources have the same id, or one that is built in.", setting=SETTING)
        raise BadSource(message)
    return sources


def _megabytes(app: flask.Flask) -> float:
    name = "TILE_CACHE_MB"
    return float(app.config[name]) if name in app.config else config.whole_number(name)


def _setting(app: flask.Flask, name: str) -> Any:
    return app.config[name] if name in app.config else config.read(name)
