"""Features and collections of them as GeoJSON."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import orjson

from exports.formats import geojson
from exports.lots import Lot, Lots
from exports.table import Column, FeatureTable
from participation.api.addresses import Link
from participation.api.reference_systems import System, into


def feature(columns: Sequence[Column], lot: Lot, system: System, links: Sequence[Link]) -> bytes:
    """The one feature of the lot; its properties have the columns' variable names."""
    (text,) = features(columns, [lot], system)
    return orjson.dumps(orjson.loads(text) | {"links": links})


def features(columns: Sequence[Column], lots: Sequence[Lot], system: System) -> list[bytes]:
    """Each as JSON, with its geometry in `system`."""
    moved = (Lot(lot.columns, into([text or "null" for text in lot.geometries], system)) for lot in lots)
    table = FeatureTable("features", columns, Lots(moved), columns[0].name)
    return list(chain.from_iterable(geojson.features(table)))


def joined(parts: Sequence[bytes]) -> bytes:
    """Features as they stand beside each other in a collection."""
    return b",\n".join(parts)


def collection(features: bytes, head: dict[str, Any]) -> bytes:
    """A FeatureCollection of features that are joined already; `head`: its other members."""
    return b"".join((orjson.dumps({"type": "FeatureCollection", **head})[:-1], b',"features":[', features, b"]}"))


def name_of(*bodies: bytes) -> str:
    """The same for the same bodies, and for no others."""
    digest = hashlib.sha256()
    for body in bodies:
        digest.update(body)
    return digest.hexdigest()[:32]


def moment(when: datetime) -> str:
    """As RFC 3339 has it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
