"""What is kept of another body holds no line that could not be cut."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from participation.extensions import db
from participation.responses.models import KeptBody
from tests.factories.classes import body, make_class, new_uuid, point

HOME = [5.217771, 60.357773]
LINE: list[Any] = [HOME, [5.225, 60.36], [5.2318, 60.36364]]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "MultiLineString", "coordinates": [LINE]},
        {"type": "LineString", "coordinates": [*LINE, [None, 1]]},
        {"type": "linestring", "coordinates": LINE},
        {"type": ["LineString"], "coordinates": LINE},
    ],
)
def test_a_line_that_cannot_be_cut_is_not_kept(client: FlaskClient, geometry: dict[str, Any]) -> None:
    uuid, group = new_uuid(), make_class()
    client.put(f"/api/responses/{uuid}", json=body(group, point()))
    odd = {"type": "Feature", "geometry": geometry, "properties": {"question": "road", "category": "school_road"}}
    refused = client.put(f"/api/responses/{uuid}", json=body(group, point(), odd))
    assert refused.status_code == 409
    kept = db.session.query(KeptBody).one().body
    assert "5.21777" not in kept
    assert len(json.loads(kept)["marks"]) == 2
