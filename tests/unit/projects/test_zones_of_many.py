"""The zones of very many places."""

from __future__ import annotations

import pytest
import shapely

from participation.projects import zone_lookup
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup

AREA = '{"type":"Polygon","coordinates":[[[5,60],[6,60],[6,61],[5,61],[5,60]]]}'
PLACES = [
    '{"type":"Point","coordinates":[5.5,60.5]}',
    '{"type":"LineString","coordinates":[[5.5,60.5],[5.6,60.6]]}',
    '{"type":"Point","coordinates":[7.5,60.5]}',
    AREA,
    '{"type":"LineString","coordinates":[[7.5,60.5],[7.6,60.6]]}',
]


def test_they_are_read_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a city, read at once, kept whoever handed in waiting for two thirds of a second."""
    lookup = ZoneLookup([Zone(id=1, code="1", name="Lia", geometry=AREA)])
    monkeypatch.setattr(zone_lookup, "AT_ONCE", 2)
    read: list[int] = []
    from_geojson = shapely.from_geojson
    monkeypatch.setattr(shapely, "from_geojson", lambda texts: read.append(len(texts)) or from_geojson(texts))
    found = lookup.of(PLACES)
    assert [zone and zone.name for zone in found] == ["Lia", "Lia", None, "Lia", None]
    assert read == [2, 2, 1]
    assert lookup.of([]) == []
