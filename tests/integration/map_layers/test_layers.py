"""Plans laid over the map: taken in, ordered, shown in the activities that the planner chooses, and to nobody else."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import flask
import orjson
import pytest
import shapely
from sqlalchemy import select

from participation.activities.models import CLOSED, Activity
from participation.archiving.services import copy_project
from participation.database import writing
from participation.extensions import db
from participation.map_layers.models import MapLayer
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_activity, make_class, make_project
from tests.factories.surveys import make_survey
from tests.factories.undoing import undo_offered
from tests.unit.map_layers.drawings import WORLD_FILE, geotiff, quarters, saved
from tests.unit.projects.map_files import BOW_TIE, SQUARE, collection

BASE = "/projects/loddefjord/layers"
ROAD = shapely.LineString([(5.2, 60.3), (5.205, 60.302), (5.21, 60.3)])
MAPS = Path(__file__).parents[2] / "data" / "maps"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    make_project("loddefjord")
    return make_cast(app)


def taken_in(cast: Cast, content: bytes, file_name: str, **said: str) -> Any:
    kept = cast.planner.post(f"{BASE}/files", data={"file": (io.BytesIO(content), file_name)})
    assert kept.status_code == 302, kept.text
    assert 'name="label_field"' in cast.planner.get(kept.location).text
    return cast.planner.post(kept.location, data={"name": "Ny vei", **said})


def looked_at(cast: Cast, drawing: tuple[bytes, str], *world: tuple[bytes, str]) -> str:
    """Where a drawing is seen before it is taken in."""
    files = dict(zip(("drawing", "world"), ((io.BytesIO(raw), name) for raw, name in (drawing, *world)), strict=False))
    answer = cast.planner.post(f"{BASE}/drawings", data=files)
    assert answer.status_code == 302, answer.text
    return str(answer.location)


def drawing_form(page: str) -> dict[str, str]:
    """What the planner's browser sends when the form is left as it is."""
    seen = re.search(r'name="seen"[^>]*value="(\d*)"', page)
    assert seen
    return {"name": "Plan", "crs": seen[1], "seen": seen[1], "epsg": ""}


def layers() -> list[MapLayer]:
    db.session.rollback()
    return list(db.session.scalars(select(MapLayer).order_by(MapLayer.project_id, MapLayer.position)))


def address(layer: MapLayer) -> str:
    return f"/layers/{layer.id}/{layer.version}"


def shown_in(cast: Cast, layer: MapLayer, *activities: Activity, **more: str) -> None:
    said = {"name": layer.name, "opacity": "80", "colour": layer.colour, "label_field": layer.label_field, **more}
    answer = cast.planner.post(f"{BASE}/{layer.id}", data={**said, "shown_in": [one.id for one in activities]})
    assert answer.status_code == 302, answer.text


def test_a_plan_of_points_lines_and_areas_comes_in(cast: Cast) -> None:
    content = collection(SQUARE, ROAD, shapely.Point(5.2, 60.3), BOW_TIE)
    assert taken_in(cast, content, "plan.geojson", label_field="navn", mend="y").status_code == 302
    (layer,) = layers()
    assert (layer.rows, layer.kind) == (4, "vector")
    rows = cast.planner.get(address(layer)).json["rows"]
    assert [(geometry["type"], label) for geometry, label in rows] == [
        ("Polygon", "Sone 1"),
        ("LineString", "Sone 2"),
        ("Point", "Sone 3"),
        ("MultiPolygon", "Sone 4"),
    ]


def test_only_the_label_is_given_out(cast: Cast) -> None:
    secret = {
        "type": "Feature",
        "properties": {"navn": "Ny bru", "eier": "Kari"},
        "geometry": json.loads(shapely.to_geojson(ROAD)),
    }
    taken_in(cast, json.dumps({"type": "FeatureCollection", "features": [secret]}).encode(), "plan.json")
    (layer,) = layers()
    assert b"Kari" not in cast.planner.get(address(layer)).data
    shown_in(cast, layer, label_field="navn")
    (layer,) = layers()
    assert cast.planner.get(address(layer)).json["rows"][0][1] == "Ny bru"
    assert b"Kari" not in cast.planner.get(address(layer)).data


def test_a_number_that_no_other_program_holds_whole_is_a_label_as_it_stands(cast: Cast) -> None:
    feature = {
        "type": "Feature",
        "properties": {"id": 10**30},
        "geometry": {"type": "Point", "coordinates": [5.2, 60.3]},
    }
    taken_in(cast, json.dumps(feature).encode(), "plan.json", label_field="id")
    (layer,) = layers()
    assert cast.planner.get(address(layer)).json["rows"][0][1] == str(10**30)


def test_a_drawing_comes_in_and_lies_on_top(cast: Cast) -> None:
    taken_in(cast, collection(ROAD), "plan.geojson")
    look = looked_at(cast, (geotiff(), "Plan.tif"))
    page = cast.planner.get(look).text
    assert layers()[0].name == "Ny vei"
    picture = cast.planner.get(f"{look}/25832")
    assert (picture.mimetype, picture.data[:4]) == ("image/webp", b"RIFF")
    assert cast.planner.post(look, data=drawing_form(page)).status_code == 302
    assert cast.planner.get(look).status_code == 404
    first, second = layers()
    assert (first.name, first.kind, second.name) == ("Plan", "image", "Ny vei")
    picture = cast.planner.get(address(first))
    assert picture.mimetype == "image/webp"
    assert picture.data[:4] == b"RIFF"
    page = cast.planner.get(BASE).text
    assert page.index("Plan") < page.index("Ny vei")


def test_a_drawing_without_a_place_is_told_of_at_its_field(cast: Cast) -> None:
    png = saved(quarters(), "PNG")
    answer = cast.planner.post(f"{BASE}/drawings", data={"drawing": (io.BytesIO(png), "p.png")})
    assert answer.status_code == 422
    assert "Bildet sier ikke hvor det ligger" in answer.text
    page = cast.planner.get(looked_at(cast, (png, "p.png"), (WORLD_FILE, "p.pgw"))).text
    assert "Tallene passer med UTM 32" in page
    for name in ("plan.pdf", "plan.geojson"):
        answer = cast.planner.post(f"{BASE}/drawings", data={"drawing": (io.BytesIO(png), name)})
        assert ".tif, .tiff, .png" in answer.text


def test_a_drawing_is_taken_in_as_the_planner_has_seen_it_and_not_otherwise(cast: Cast) -> None:
    look = looked_at(cast, (geotiff(25833), "Plan.tif"))
    page = cast.planner.get(look).text
    assert "I UTM 33 (EPSG:25833) ligger tegningen langt fra prosjektet." in page
    assert 'name="offer" value="25832"' in page
    seen = drawing_form(page)
    assert cast.planner.post(look, data={**seen, "crs": "25832"}).status_code == 422
    assert cast.planner.post(look, data={**seen, "epsg": "1"}).status_code == 422
    assert layers() == []
    page = cast.planner.post(look, data={**seen, "offer": "25832"}).text
    assert "langt fra prosjektet" not in page
    assert cast.planner.post(look, data=drawing_form(page)).status_code == 302
    assert round(layers()[0].west, 1) == 5.3


def test_a_drawing_that_fits_nowhere_is_asked_about(cast: Cast) -> None:
    look = looked_at(cast, (saved(quarters(), "PNG"), "p.png"), (b"1 0 0 -1 500 500", "p.pgw"))
    page = cast.planner.get(look).text
    assert "Velg det, og se på kartet" in page
    assert "Ta inn tegningen" not in page
    assert cast.planner.post(look, data={"name": "Plan", "crs": "", "seen": ""}).status_code == 422
    page = cast.planner.post(look, data={"name": "Plan", "crs": "25832", "look": "1"}).text
    assert "ligger ikke tegningen i Norge" in page
    assert layers() == []


def test_a_drawing_that_waits_is_seen_by_those_who_may_change_the_project(cast: Cast) -> None:
    look = looked_at(cast, (geotiff(), "Plan.tif"))
    for path in (look, f"{look}/25832"):
        assert cast.analyst.get(path).status_code == 403
        assert cast.stranger.get(path).status_code == 302
    assert cast.planner.get(f"{look}/1").status_code == 404


def test_layers_change_places(cast: Cast) -> None:
    for name in ("A", "B", "C"):
        taken_in(cast, collection(ROAD), "plan.geojson", name=name)
    assert [layer.name for layer in layers()] == ["C", "B", "A"]
    lowest = layers()[-1]
    for position, order in ((2, "CAB"), (1, "ACB"), (0, "ACB"), (99, "CBA")):
        assert cast.planner.post(f"{BASE}/{lowest.id}/move", data={"position": str(position)}).status_code == 302
        assert "".join(layer.name for layer in layers()) == order
    assert [layer.position for layer in layers()] == [1, 2, 3]


def test_respondents_see_what_their_activity_shows_while_it_is_open(cast: Cast, app: flask.Flask) -> None:
    taken_in(cast, collection(ROAD), "plan.geojson")
    survey = make_survey(project=layers()[0].project)
    other = make_survey(project=layers()[0].project)
    (layer,) = layers()
    anybody = app.test_client()
    assert anybody.get(address(layer)).status_code == 404
    shown_in(cast, layer, survey)
    (layer,) = layers()
    seen = anybody.get(address(layer))
    assert seen.status_code == 200
    assert "public" in seen.headers["Cache-Control"]
    assert anybody.get(address(layer), headers={"If-None-Match": seen.headers["ETag"]}).status_code == 304
    assert address(layer) in anybody.get(f"/a/{survey.id}").text
    assert address(layer) not in anybody.get(f"/a/{other.id}").text
    with writing(db) as session:
        session.get_one(Activity, survey.id).status = CLOSED
    assert anybody.get(address(layer)).status_code == 404
    still = cast.planner.get(address(layer))
    assert still.status_code == 200
    assert "private" in still.headers["Cache-Control"]


def test_a_class_sees_the_layers_of_its_activity(cast: Cast) -> None:
    taken_in(cast, collection(ROAD), "plan.geojson")
    (layer,) = layers()
    class_session = make_class(make_activity(layer.project))
    page = f"/c/{class_session.code}"
    assert "overlays" not in cast.planner.get(page).text
    shown_in(cast, layers()[0], class_session.activity)
    assert address(layers()[0]) in cast.planner.get(page).text


def test_what_is_removed_is_gone(cast: Cast) -> None:
    taken_in(cast, collection(ROAD), "plan.geojson")
    (layer,) = layers()
    survey = make_survey(project=layer.project)
    shown_in(cast, layers()[0], survey)
    where = address(layers()[0])
    assert cast.analyst.post(f"{BASE}/{layer.id}/delete").status_code == 403
    undo = undo_offered(cast.planner.post(f"{BASE}/{layer.id}/delete", follow_redirects=True))
    assert layers() == []
    assert cast.planner.get(where).status_code == 404
    assert cast.planner.get(f"/a/{survey.id}").status_code == 200
    assert cast.analyst.post(undo.address, data=undo.fields).status_code == 403
    cast.planner.post(undo.address, data=undo.fields)
    assert [[one.id for one in back.shown_in] for back in layers()] == [[survey.id]]
    assert cast.planner.get(where).status_code == 200


def test_another_projects_layer_is_not_there(cast: Cast) -> None:
    make_project("annet")
    taken_in(cast, collection(ROAD), "plan.geojson")
    (layer,) = layers()
    for path in ("", "/move", "/delete"):
        assert cast.planner.post(f"/projects/annet/layers/{layer.id}{path}").status_code == 404
    assert cast.planner.get(f"/layers/{layer.id}/{'0' * 16}").status_code == 404
    assert cast.planner.get(f"/layers/{10**30}/{layer.version}").status_code == 404


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_heavy_layer_is_made_light_enough_for_a_phone(cast: Cast) -> None:
    content = (MAPS / "norge_kommuner_2024_S.geojson").read_bytes()
    assert taken_in(cast, content, "kommuner.geojson", mend="y").status_code == 302
    (layer,) = layers()
    assert len(layer.content) < 1_000_000
    assert len(orjson.loads(layer.content)["rows"]) == 357


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_layer_of_n1000_comes_in(cast: Cast) -> None:
    content = (MAPS / "n1000_bergen.gpkg").read_bytes()
    names = "ApentOmrade Bane Bygning ElvBekk Havflate Innsjo Kommune Kystkontur Myr Skog StedsnavnTekst Tettbebyggelse Veglenke"
    for name in names.split():
        kept = cast.planner.post(f"{BASE}/files", data={"file": (io.BytesIO(content), "n1000.gpkg")}).location
        answer = cast.planner.post(kept, data={"name": name, "layer": name, "mend": "y"})
        assert answer.status_code == 302, answer.text
    assert [layer.name for layer in layers()] == names.split()[::-1]


def test_a_copy_of_the_project_shows_its_layers_in_its_own_activities(cast: Cast) -> None:
    taken_in(cast, collection(ROAD), "plan.geojson")
    survey = make_survey(project=layers()[0].project)
    shown_in(cast, layers()[0], survey)
    with writing(db) as session:
        copy_project(session, session.get_one(Activity, survey.id).project, "Et annet")
    first, second = layers()
    assert first.content == second.content
    assert [one.project_id for one in second.shown_in] == [second.project_id]
    assert [one.id for one in first.shown_in] == [survey.id]
