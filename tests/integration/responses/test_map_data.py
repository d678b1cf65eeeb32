"""What the maps of a survey's page are given."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from sqlalchemy import update

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project, Zone
from participation.responses import geography
from participation.responses.answering.map_data import map_data, within
from participation.responses.answering.survey import survey_at
from tests.factories.classes import AREA, make_project
from tests.factories.mapped_class import make_zone
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import question

INSIDE = {"keep": "inside", "area": "project"}


def given(project: Project | None = None, **own: Any) -> dict[str, Any]:
    survey = make_survey(document(page("map", question("place", "spots", **own))), project)
    return map_data(db.session(), survey_at(db.session(), str(survey.id)))


def shape(coordinates: list[Any]) -> MultiPolygon:
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in coordinates])


def test_the_map_begins_where_the_project_is(app: Any) -> None:
    found = given()
    west, south, east, north = found["view"]["bounds"]
    assert west < 5.15 and south < 60.33 and east > 5.3 and north > 60.4
    assert found["view"]["sources"]
    assert [place["name"] for place in found["places"]] == ["Loddefjord skole"]


def test_what_the_device_lets_through_the_server_takes(app: Any) -> None:
    found = given(boundary=INSIDE)
    assert shape(found["area"]).equals(shapely.from_geojson(AREA))
    reach = shape(found["reach"])
    for corner in reach.geoms[0].exterior.coords:
        assert geography.belongs(json.dumps({"type": "Point", "coordinates": corner}), AREA)
    assert reach.contains(Point(5.14, 60.33))


def test_without_a_boundary_no_area_is_sent_and_without_an_area_nothing_is(app: Any) -> None:
    assert given()["area"] is None
    nowhere = given(make_project("anywhere", area=None), boundary=INSIDE)
    assert nowhere["area"] is nowhere["reach"] is None


def test_a_question_shows_zones_of_the_kinds_that_it_names(app: Any) -> None:
    project = make_project()
    outline = {
        "type": "Polygon",
        "coordinates": [[[5.2, 60.35], [5.25, 60.35], [5.25, 60.38], [5.2, 60.38], [5.2, 60.35]]],
    }
    with writing(db) as session:
        for kind in ("levekar", "krets"):
            bbox = {"west": 5.2, "south": 60.35, "east": 5.25, "north": 60.38}
            session.add(
                Zone(
                    project_id=project.id, kind=kind, code="1", name=kind.title(), geometry=json.dumps(outline), **bbox
                )
            )
    found = given(project, layers=["krets", "unknown"])
    assert found["layers"] == {"krets": [{"name": "Krets", "outline": [outline["coordinates"]]}], "unknown": []}
    assert {"Krets", "Levekar"} <= {place["name"] for place in found["places"]}


def test_many_zones_are_all_shown_and_found_whatever_their_kind_is_called(app: Any) -> None:
    project = make_project()
    with writing(db) as session:
        for number in range(250):
            west = 5 + number / 1000
            make_zone(
                session,
                session.get_one(Project, project.id),
                str(number),
                f"Sone {number}",
                (west, 60, west + 0.001, 60.001),
            )
        session.execute(update(Zone).values(kind="Levekårssone, 2026"))
    found = given(project, layers=["Levekårssone, 2026"])
    assert len(found["layers"]["Levekårssone, 2026"]) == 250
    assert all(zone["outline"] for zone in found["layers"]["Levekårssone, 2026"])
    assert sum(place["name"].startswith("Sone") for place in found["places"]) == 250


@pytest.mark.parametrize("corners", [100, 20_000])
def test_an_area_with_many_corners_is_simplified_inwards(corners: int) -> None:
    whole = Point(5.2, 60.36).buffer(0.05, quad_segs=corners // 4)
    simple = shape(within(whole))
    assert whole.buffer(1e-6).covers(simple)
    assert simple.area > 0.99 * whole.area
    assert shapely.get_num_coordinates(simple) <= 1500
