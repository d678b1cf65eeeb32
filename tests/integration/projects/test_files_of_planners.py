"""Files as planners have them come in through the screen, whole, in the coordinates they are in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import flask
import pytest
from sqlalchemy import func, select

from participation.extensions import db
from participation.projects.models import School, Zone
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.unit.projects.map_files import BOW_TIE, SQUARE, UTM_32, collection

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
MAPS = Path(__file__).parents[2] / "data" / "maps"
BASE = "/projects/bergen"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    make_project("bergen", area=None)
    return make_cast(app)


def taken_in(cast: Cast, name: str, content: bytes, what: str = "zones", **said: str) -> Any:
    """The answer to taking the file in with what is guessed of it, but for what is `said`."""
    kept = cast.planner.post(f"{BASE}/{what}", data={what: (io.BytesIO(content), name)})
    assert kept.status_code == 302, kept.text
    return cast.planner.post(kept.location, data=said)


def count(table: type[Zone | School]) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(
    ("name", "fields", "zones"),
    [
        ("bergen_grunnkretser_2013.geojson", {"code_field": "grunnkrets", "name_field": "gkretsnavn"}, 363),
        ("bergen_delomrader_derived.geojson", {"code_field": "delomrade", "name_field": "delomrade"}, 20),
        ("bergen_bydeler_derived.geojson", {"code_field": "bydel_derived", "name_field": "bydel_derived"}, 8),
        (
            "norge_kommuner_2024_S.geojson",
            {"code_field": "kommunenummer", "name_field": "kommunenavn", "mend": "y"},
            357,
        ),
        (
            "helsinki_population_grid_250m_2020.gpkg",
            {"code_field": "id", "name_field": "id", "population_field": "population", "layer": "population_grid_2020"},
            92,
        ),
        ("n1000_bergen.gpkg", {"code_field": "kommunenummer", "name_field": "kommunenavn", "layer": "Kommune"}, 12),
    ],
)
def test_every_file_of_zones_comes_in(cast: Cast, name: str, fields: dict[str, str], zones: int) -> None:
    answer = taken_in(cast, name, (MAPS / name).read_bytes(), kind="sone", **fields)
    assert answer.status_code == 302, answer.text
    assert count(Zone) == zones
    assert not db.session.scalar(select(func.count()).select_from(Zone).where(Zone.geometry.contains("NaN")))


def test_numbers_of_people_are_kept_and_stay_when_a_file_has_none(cast: Cast) -> None:
    file = MAPS / "helsinki_population_grid_250m_2020.gpkg"
    fields = {"kind": "rute", "code_field": "id", "name_field": "id", "layer": "population_grid_2020"}
    taken_in(cast, file.name, file.read_bytes(), population_field="population", **fields)
    people = db.session.scalar(select(func.sum(Zone.population)))
    assert people
    taken_in(cast, file.name, file.read_bytes(), **fields)
    db.session.rollback()
    assert db.session.scalar(select(func.sum(Zone.population))) == people


def test_every_layer_of_a_map_is_shown_or_told_of(cast: Cast) -> None:
    content = (MAPS / "n1000_bergen.gpkg").read_bytes()
    kept = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(content), "n1000.gpkg")})
    page = cast.planner.get(kept.location).text
    for layer in ("ApentOmrade", "Havflate", "Innsjo", "Kommune", "Myr", "Skog", "Tettbebyggelse"):
        assert f">{layer}</option>" in page
        assert cast.planner.post(kept.location, data={"look": "1", "layer": layer}).status_code == 200
    assert ">Veglenke</option>" not in page


def test_the_schools_of_bergen_come_in(cast: Cast) -> None:
    file = MAPS / "bergen_skoler_2014.geojson"
    answer = taken_in(cast, file.name, file.read_bytes(), "schools", name_field="navn", kind_field="type")
    assert answer.status_code == 302
    assert count(School) == 84


def test_a_file_the_wrong_way_round_is_shown_where_it_would_lie(cast: Cast) -> None:
    content = b"navn;lon;lat\nLone;60,3;5,2\n"
    kept = cast.planner.post(f"{BASE}/schools", data={"schools": (io.BytesIO(content), "a.csv")})
    page = cast.planner.get(kept.location).text
    assert "ligger ikke i Norge" in page
    assert 'name="offer" value="4326-swapped"' in page
    turned = cast.planner.post(kept.location, data={"offer": "4326-swapped", "crs": ""})
    assert turned.status_code == 200
    assert '<option selected value="4326-swapped">' in turned.text
    assert "ligger ikke i Norge" not in turned.text
    assert cast.planner.post(kept.location, data={"crs": "4326-swapped", "name_field": "navn"}).status_code == 302
    school = db.session.scalars(select(School).where(School.name == "Lone")).one()
    assert (school.longitude, school.latitude) == (5.2, 60.3)


def test_metres_come_in_as_they_were_shown(cast: Cast) -> None:
    content = f"navn;øst;nord\nLone;{UTM_32[0]};{UTM_32[1]}\n".encode("cp1252")
    kept = cast.planner.post(f"{BASE}/schools", data={"schools": (io.BytesIO(content), "a.csv")})
    page = cast.planner.get(kept.location).text
    assert '<option selected value="25832">' in page
    cast.planner.post(kept.location, data={"crs": "25832", "name_field": "navn"})
    school = db.session.scalars(select(School).where(School.name == "Lone")).one()
    assert round(school.longitude, 2) == 5.32


def test_another_code_is_taken_or_told_of(cast: Cast) -> None:
    kept = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(collection(SQUARE)), "a.json")}).location
    said = {"kind": "k", "code_field": "kode", "name_field": "navn"}
    wrong = cast.planner.post(kept, data={**said, "epsg": "99999"})
    assert wrong.status_code == 422
    assert "Det finnes ikke noe koordinatsystem med denne koden" in wrong.text
    assert cast.planner.post(kept, data={**said, "epsg": "4258"}).status_code == 302
    assert count(Zone) == 1


def test_a_broken_outline_is_mended_only_when_the_planner_lets_it(cast: Cast) -> None:
    content = collection(SQUARE, BOW_TIE)
    said = {"kind": "k", "code_field": "kode", "name_field": "navn"}
    left_out = taken_in(cast, "a.json", content, **said)
    assert left_out.status_code == 422
    assert "krysser seg selv ved 60.30500 nord, 5.20500 øst" in left_out.text
    assert count(Zone) == 0
    assert taken_in(cast, "a.json", content, mend="y", **said).status_code == 302
    assert count(Zone) == 2


def test_a_file_that_is_too_large_is_refused_with_what_to_do(cast: Cast) -> None:
    answer = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(bytes(21 * 2**20)), "a.gpkg")})
    assert answer.status_code == 413
    assert "større enn 20 MB" in answer.text


def test_a_file_with_more_than_can_be_worked_with_is_refused(cast: Cast) -> None:
    content = "lon;lat\n" + "5,2;60,3\n" * 50_001
    answer = cast.planner.post(f"{BASE}/zones", data={"zones": (io.BytesIO(content.encode()), "a.csv")})
    assert answer.status_code == 422
    assert "50001 rader" in answer.text.replace("\u00a0", "")


def test_a_file_without_a_single_place_says_why_row_by_row(cast: Cast) -> None:
    content = (
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"navn":"Lone"},"geometry":null}]}'
    )
    kept = cast.planner.post(f"{BASE}/schools", data={"schools": (io.BytesIO(content), "a.json")})
    page = cast.planner.get(kept.location).text
    assert "Ingen rad i filen har et sted som kan leses." in page
    assert "Rad 1: Raden har ingen geometri." in page
    assert "ikke grader" not in page


def test_the_screen_tells_how_many_live_in_the_zones(cast: Cast) -> None:
    content = b'kode;navn;folk;wkt\n1;Lone;1 200;"POLYGON((5 60,5.1 60,5.1 60.1,5 60))"\n2;Arna;;"POLYGON((5 60,5.1 60,5.1 60.1,5 60))"\n'
    said = {"kind": "krets", "code_field": "kode", "name_field": "navn", "population_field": "folk"}
    assert taken_in(cast, "a.csv", content, **said).status_code == 302
    assert '<td class="number">1\u00a0200</td>' in cast.planner.get(f"{BASE}/zones").text
    wrong = taken_in(cast, "a.csv", content.replace(b"1 200", b"mange"), **said)
    assert wrong.status_code == 422
    assert "Rad 1: «mange» i feltet «folk» er ikke et tall." in wrong.text
