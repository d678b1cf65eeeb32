"""The national product: what a planner chooses, and what the files then hold."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import flask
import pyogrio
import pytest
import shapely
from flask.testing import FlaskClient

from exports.barnetrakk.specification import COMMON, FEATURE_TYPES, NAMESPACE
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response
from tests.factories.people import make_member, make_person, sign_in
from tests.integration.downloads.test_files import written

HERE, THERE = "POINT (5.22512 60.37534)", "POINT (5.30061 60.40072)"
ROAD = "LINESTRING (5.22017 60.37113, 5.26131 60.37113)"
FIELDS = {"type-places-good": "PositivOpplevelse", "code-places-good": "123"}


@pytest.fixture
def activity(app: flask.Flask) -> Activity:
    """Six pupils mark one place good, and draw one road; two of them, and three others, mark another as theirs or unsafe."""
    with writing(db) as session:
        made = make_activity(session, controller="Bergen kommune", contact="plan@example.no")
        class_session = make_class(session, made, year=6)
        for number in range(6):
            marks = [make_mark(HERE, comment="hemmelig"), make_mark(ROAD, "road", "school_road")]
            marks += [make_mark(THERE, category="activity")] if number < 2 else []
            make_response(session, made, class_session, marks)
        for _ in range(3):
            make_response(session, made, class_session, [make_mark(THERE, category="unsafe")])
        identity = made.id
    return db.session.get(Activity, identity)


@pytest.fixture
def planner(client: FlaskClient) -> FlaskClient:
    make_person()
    sign_in(client)
    return client


def address(activity: Activity, more: str = "") -> str:
    return f"/projects/{activity.project.slug}/activities/{activity.id}/barnetrakk{more}"


def features(path: Path, layer: str) -> list[dict[str, Any]]:
    meta, _fids, shapes, fields = pyogrio.raw.read(path, layer=layer)
    assert shapely.get_type_id(shapely.from_wkb(shapes)).tolist() == [shapely.GeometryType.POLYGON] * len(shapes)
    columns = [values.tolist() for values in fields]
    return [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]


def everything(form: dict[str, str]) -> dict[str, str]:
    """What a browser sends: every field, `form` on top."""
    roads = {f"type-road-{code}": "Barneveg" for code in ("school_road", "other_road")}
    places = {"type-places-activity": "Aktivitet", "type-places-unsafe": "NegativOpplevelse", "type-places-wish": ""}
    filled = {"type-places-good": "PositivOpplevelse", "municipality_number": ""} | roads | places
    codes = {name.replace("type-", "code-"): "" for name in filled if name.startswith("type-")}
    return filled | codes | form


def test_gdal_reads_the_feature_types(activity: Activity, tmp_path: Path) -> None:
    path = written(activity, tmp_path, "barnetrakk-gml")
    assert NAMESPACE in path.read_text("utf-8")
    assert "hemmelig" not in path.read_text("utf-8")
    assert {layer for layer, _kind in pyogrio.list_layers(path)} == {"Barneveg", "PositivOpplevelse"}
    [place], roads = features(path, "PositivOpplevelse"), features(path, "Barneveg")
    assert len(roads) > 3
    assert {name for name in COMMON if name != "kommunenummer"} <= place.keys()
    assert (place["førsteRegistreringsÅr"], str(place["oppdateringsdato"])) == (2026, "2026-03-02")
    assert place["klassetrinngruppe"] == "5-7"
    assert len({road["lokalId"] for road in roads}) == len(roads)


def test_ids_and_layers_are_the_same_in_both_forms(activity: Activity, tmp_path: Path) -> None:
    gml, gpkg = (written(activity, tmp_path, f"barnetrakk-{form}") for form in ("gml", "gpkg"))
    assert {layer for layer, _kind in pyogrio.list_layers(gpkg)} >= {f"{name.lower()}_flate" for name in FEATURE_TYPES}
    for name in ("Barneveg", "PositivOpplevelse"):
        ids = [
            [one["lokalId"] for one in features(path, layer)]
            for path, layer in ((gml, name), (gpkg, f"{name.lower()}_flate"))
        ]
        assert ids[0] == ids[1]


def test_the_geopackage_says_what_it_is_and_what_has_not_been_checked(activity: Activity, tmp_path: Path) -> None:
    """As the GML does; nobody is to take our codes for the national ones."""
    read = pyogrio.raw.read(written(activity, tmp_path, "barnetrakk-gpkg"), layer="om")
    told = dict(zip(*read[3], strict=True))
    assert told["Lisens"] == "Norsk lisens for offentlige data (NLOD) 2.0"
    assert "ikke kontrollert mot de nasjonale" in told["Ikke kontrollert"]


def test_a_planner_chooses(planner: FlaskClient, activity: Activity, tmp_path: Path) -> None:
    """Two categories as one are counted together: five different pupils, where neither had enough."""
    page = planner.get(address(activity, "?lang=nb")).text
    assert 'value="PositivOpplevelse"' in page
    assert "Lever det når aktiviteten er avsluttet" in page
    chosen = FIELDS | {"municipality_number": " 4601 ", "type-places-unsafe": "Aktivitet", "type-road-school_road": ""}
    assert planner.post(address(activity), data=everything(chosen)).status_code == 302
    assert 'value="4601"' in planner.get(address(activity)).text
    path = written(activity, tmp_path, "barnetrakk-gml")
    assert {layer for layer, _kind in pyogrio.list_layers(path)} == {"Aktivitet", "PositivOpplevelse"}
    [good], [shared] = features(path, "PositivOpplevelse"), features(path, "Aktivitet")
    assert (str(good["positivOpplevelseType"]), str(good["kommunenummer"])) == ("123", "4601")
    assert shared["lokalId"] != good["lokalId"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"municipality_number": "46"}, "Skriv de fire sifrene"),
        ({"municipality_number": "٤٦٠١"}, "Skriv de fire sifrene"),
        ({"code-places-unsafe": "12"}, "ingen kodeliste vi kjenner"),
        ({"code-places-good": "a b"}, "uten mellomrom"),
        ({"type-places-good": "Skole"}, "Bra"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    planner: FlaskClient, activity: Activity, wrong: dict[str, str], told: str
) -> None:
    answer = planner.post(address(activity, "?lang=nb"), data=everything(wrong))
    assert answer.status_code == 422
    assert told in answer.text
    assert "4601" not in planner.get(address(activity)).text


def test_an_analyst_fetches_and_does_not_choose(client: FlaskClient, activity: Activity) -> None:
    make_member(activity.project, "analyst")
    sign_in(client, "member@example.no")
    page = client.get(address(activity, "?lang=nb")).text
    assert re.search(r"<th scope=\"row\">Skoleveien min .*?</th><td>Barneveg</td>", page)
    assert "<select" not in page
    assert client.post(address(activity), data=everything({})).status_code == 403


def test_the_metadata(planner: FlaskClient, activity: Activity) -> None:
    sheet = planner.get(address(activity, "/metadata?lang=nb")).text
    assert "Bergen kommune" in sheet
    assert "er kontrollert mot de nasjonale kodelistene" in sheet
    told = ET.fromstring(planner.get(address(activity, "/metadata.xml")).data)
    assert told.tag == "{http://www.isotc211.org/2005/gmd}MD_Metadata"
    words = " ".join(told.itertext())
    for word in ("Bergen kommune", "GeoPackage", "http://www.opengis.net/def/crs/EPSG/0/25832", activity.title):
        assert word in words
