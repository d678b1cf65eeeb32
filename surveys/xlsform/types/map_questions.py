"""Questions for the map: XLSForm knows one mark for each."""

from __future__ import annotations

from typing import Any

from surveys.xlsform.types.base import Asked, TypeMap


class _OnMap(TypeMap):
    def read(self, asked: Asked) -> dict[str, Any]:
        return {"max_marks": 1}


class Place(_OnMap):
    name = "place"
    reads = ("geopoint",)


class Route(_OnMap):
    name = "route"
    reads = ("geotrace",)


class Area(_OnMap):
    name = "area"
    reads = ("geoshape",)
