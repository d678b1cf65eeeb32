"""Taking zones and schools in from files."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import flask
import pytest

from participation.extensions import db
from participation.projects.models import School, Zone
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.undoing import undo_offered

BASE = "/projects/loddefjord"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    make_project("loddefjord")
    return make_cast(app)


def square(west: float, **properties: object) -> dict[str, object]:
    ring = [[west, 60.3], [west + 0.01, 60.3], [west + 0.01, 60.31], [west, 60.31], [west, 60.3]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def collection(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def upload(cast: Cast, content: bytes, name: str, what: str = "zones") -> str:
    answer = cast.planner.post(f"{BASE}/{what}", data={what: (io.BytesIO(content), name)})
    assert answer.status_code == 302, answer.text
    return str(answer.location)


def zones() -> dict[str, str]:
    db.session.rollback()
    return {zone.code: zone.name for zone in db.session.query(Zone)}


def test_zones_are_taken_in_after_a_look_at_the_fields(cast: Cast) -> None:
    address = upload(
        cast, collection(square(5.2, nr="1", navn="Vadmyra"), square(5.3, nr="2", navn="Olsvik")), "z.json"
    )
    page = cast.planner.get(address).text
    assert "Vadmyra · Olsvik" in page
    assert '<option selected value="navn">' in page
    answer = cast.planner.post(address, data={"kind": "grunnkrets", "code_field": "nr", "name_field": "navn"})
    assert answer.status_code == 302
    assert zones() == {"1": "Vadmyra", "2": "Olsvik"}
    assert cast.planner.get(address).status_code == 404


def test_a_file_with_problems_takes_nothing_in_before_the_planner_says_so(cast: Cast) -> None:
    point = {"type": "Feature", "properties": {"nr": "3"}, "geometry": {"type": "Point", "coordinates": [5, 60]}}
    content = collection(square(5.2, nr="1", navn="<script>alert(1)</script>"), square(5.3, nr="1", navn="b"), point)
    address = upload(cast, content, "z.geojson")
    fields = {"kind": "grunnkrets", "code_field": "nr", "name_field": "navn"}
    answer = cast.planner.post(address, data=fields)
    assert answer.status_code == 422
    assert "Rad 2:" in answer.text
    assert "Rad 3:" in answer.text
    assert "<script>alert" not in answer.text
    assert zones() == {}
    assert cast.planner.post(address, data={**fields, "accepted": "1"}).status_code == 302
    assert zones() == {"1": "<script>alert(1)</script>"}


def shapefile(folder: Path) -> bytes:
    import numpy as np
    import pyogrio
    import shapely

    fields = [np.array(["1"], dtype=object), np.array(["Olsvik"], dtype=object)]
    geometry = shapely.to_wkb(np.array([shapely.box(5.2, 60.3, 5.21, 60.31)]))
    path = folder / "soner.shp"
    pyogrio.raw.write(
        path, geometry, fields, ["nr", "navn"], geometry_type="Polygon", crs="EPSG:4326", driver="ESRI Shapefile"
    )  # fmt: skip
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part in folder.glob("soner.*"):
            archive.write(part, f"inside/{part.name}")
    return packed.getvalue()


def test_a_zipped_shapefile_is_read(cast: Cast, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    address = upload(cast, shapefile(folder), "soner.zip")
    cast.planner.post(address, data={"kind": "krets", "code_field": "nr", "name_field": "navn"})
    assert zones() == {"1": "Olsvik"}


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


@cache
def bomb() -> bytes:
    """300 MB of zeroes that call themselves a shapefile."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.shp", "w") as member:
        member.write(struct.pack(">i", 9994))
        for _part in range(300):
            member.write(bytes(1 << 20))
    return packed.getvalue()


@pytest.mark.parametrize(
    "made",
    [
        partial(zipped, a__txt=b"hello"),
        partial(zipped, a__shp=b"<OGRVRTDataSource><OGRVRTLayer name='a'></OGRVRTLayer></OGRVRTDataSource>"),
        partial(zipped, a__shp=b"x", b__shp=b"y"),
        bomb,
    ],
    ids=["no shapefile", "a VRT in disguise", "two shapefiles", "a bomb"],
)
def test_hostile_zip_files_are_refused(cast: Cast, app: flask.Flask, made: Callable[[], bytes]) -> None:
    answer = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(made()), "z.zip")})
    assert answer.status_code == 422
    assert list((Path(app.config["DATA_DIR"]) / "uploads").glob("*/file*")) == []


def test_a_token_leads_nowhere_else(cast: Cast) -> None:
    for token in ("x" * 22, "..", "%2e%2e", "a" * 21):
        assert cast.planner.get(f"{BASE}/zones/files/{token}").status_code == 404


def test_schools_come_from_csv_as_norwegian_excel_writes_it(cast: Cast) -> None:
    text = "\ufeffnavn;type;lon;lat\nOlsvik skole;barneskole;5,2;60,38\n=SUM(A1);x;5,21;60,37\nUten sted;x;;\n"
    address = upload(cast, text.encode(), "skoler.csv", "schools")
    fields = {"name_field": "navn", "kind_field": "type"}
    assert cast.planner.post(address, data=fields).status_code == 422
    assert cast.planner.post(address, data={**fields, "accepted": "2"}).status_code == 302
    names = [school.name for school in db.session.query(School).order_by(School.name)]
    assert names == ["=SUM(A1)", "Loddefjord skole", "Olsvik skole"]


def test_zones_of_a_kind_are_removed(cast: Cast) -> None:
    address = upload(cast, collection(square(5.2, nr="1", navn="Vadmyra")), "z.json")
    cast.planner.post(address, data={"kind": "krets", "code_field": "nr", "name_field": "navn"})
    assert cast.analyst.post(f"{BASE}/zones/delete", data={"kind": "krets"}).status_code == 403
    undo = undo_offered(cast.planner.post(f"{BASE}/zones/delete", data={"kind": "krets"}, follow_redirects=True))
    assert zones() == {}
    assert cast.analyst.post(undo.address, data=undo.fields).status_code == 403
    cast.planner.post(undo.address, data=undo.fields)
    assert zones() == {"1": "Vadmyra"}
    assert cast.planner.post(undo.address, data=undo.fields).status_code == 409
    cast.planner.post(f"{BASE}/zones/delete", data={"kind": "no such kind"})
    assert zones() == {"1": "Vadmyra"}


def test_zones_that_others_have_taken_the_place_of_are_not_brought_back(cast: Cast) -> None:
    file, fields = (
        collection(square(5.2, nr="1", navn="Vadmyra")),
        {"kind": "krets", "code_field": "nr", "name_field": "navn"},
    )
    cast.planner.post(upload(cast, file, "z.json"), data=fields)
    undo = undo_offered(cast.planner.post(f"{BASE}/zones/delete", data={"kind": "krets"}, follow_redirects=True))
    cast.planner.post(upload(cast, file.replace(b"Vadmyra", b"Vadmyrane"), "z.json"), data=fields)
    answer = cast.planner.post(undo.address, data=undo.fields)
    assert answer.status_code == 409
    assert zones() == {"1": "Vadmyrane"}


def test_an_analyst_uploads_nothing(cast: Cast) -> None:
    for what in ("zones", "schools"):
        assert cast.analyst.post(f"{BASE}/{what}").status_code == 403
        assert cast.stranger.post(f"{BASE}/{what}").status_code == 302


def test_a_school_that_stands_twice_in_a_file_is_told_of(cast: Cast) -> None:
    address = upload(cast, b"navn;lon;lat\nOlsvik skole;5,2;60,38\nOlsvik skole;5,3;60,39\n", "skoler.csv", "schools")
    answer = cast.planner.post(address, data={"name_field": "navn", "kind_field": ""})
    assert answer.status_code == 422
    assert "Rad 2: Skolen Olsvik skole står allerede i filen." in answer.text
    done = cast.planner.post(
        address, data={"name_field": "navn", "kind_field": "", "accepted": "1"}, follow_redirects=True
    )
    assert "Én skole er tatt inn." in done.text


def test_a_file_whose_rows_have_no_fields_is_refused_at_once(cast: Cast) -> None:
    answer = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(collection(square(5.2))), "z.json")})
    assert answer.status_code == 422
    assert "har ingen felter" in answer.text


def test_json_that_cannot_be_read_is_told_by_line_and_column(cast: Cast) -> None:
    answer = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(b'{"type":\n "x" 1}'), "z.json")})
    assert answer.status_code == 422
    assert "linje 2, kolonne 6" in answer.text
    assert "delimiter" not in answer.text


def test_the_same_problem_in_many_rows_stands_once(cast: Cast) -> None:
    points = [
        {"type": "Feature", "properties": {"n": str(n)}, "geometry": {"type": "Point", "coordinates": [5, 60]}}
        for n in range(40)
    ]
    address = upload(cast, collection(*points, square(5.2, n="x"), *points[:1]), "z.json")
    page = cast.planner.post(address, data={"kind": "k", "code_field": "n", "name_field": "n"}).text
    assert "Rad 1–40, 42: Raden er ikke en flate." in page
