"""A planner gives the zones their inhabitants out of a table without a map."""

from __future__ import annotations

import io
from pathlib import Path

import flask
import pytest
from sqlalchemy import select

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project, Zone
from participation.projects.zone_file import ZoneFields, read_zones, store_zones
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.surveys import make_survey

BASE = "/projects/loddefjord/zones"
MAPS = Path(__file__).parents[2] / "data" / "maps"
TABLE = "grunnkrets;Personer 2024\n12010101 Nordnes;533\n12010102 Sentrum;1 204\n12019999 Uoppgitt;8\n"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    project = make_project("loddefjord")
    square = '{"type":"Polygon","coordinates":[[[5.2,60.3],[5.3,60.3],[5.3,60.4],[5.2,60.4],[5.2,60.3]]]}'
    box = {"geometry": square, "west": 5.2, "south": 60.3, "east": 5.3, "north": 60.4}
    with writing(db) as session:
        for kind, code in (("bydel", "1"), *(("grunnkrets", f"1201010{number}") for number in (1, 2, 3))):
            session.add(Zone(project_id=project.id, kind=kind, code=code, name=f"Sone {code}", **box))
    return make_cast(app)


def uploaded(cast: Cast, content: bytes | str, name: str = "folketall.csv") -> str:
    raw = content if isinstance(content, bytes) else content.encode()
    answer = cast.planner.post(f"{BASE}/population", data={"table": (io.BytesIO(raw), name)})
    assert answer.status_code == 302, answer.text
    return str(answer.location)


def inhabitants() -> dict[str, int | None]:
    db.session.rollback()
    return {zone.code: zone.population for zone in db.session.query(Zone).filter_by(kind="grunnkrets")}


def form_of(page: str) -> dict[str, str]:
    """What the planner's browser sends when the form is left as it is."""
    accepted = page.partition('name="accepted" value="')[2].partition('"')[0]
    return {**dict(zip(("kind", "code_column", "number_column", "renumbered"), accepted.split("·"), strict=False)),
            "accepted": accepted}  # fmt: skip


def test_numbers_are_seen_beside_the_zones_before_they_are_taken_in(cast: Cast) -> None:
    address = uploaded(cast, TABLE)
    page = cast.planner.get(address).text
    assert "2 av 3 soner får et tall." in page
    assert "Rad 4: Ingen sone har koden «12019999 Uoppgitt»." in page
    assert "12010103 Sone 12010103" in page
    assert inhabitants() == {"12010101": None, "12010102": None, "12010103": None}
    done = cast.planner.post(address, data=form_of(page), follow_redirects=True)
    assert "2 soner har fått innbyggertall." in done.text
    assert inhabitants() == {"12010101": 533, "12010102": 1204, "12010103": None}
    assert cast.planner.get(address).status_code == 404


def test_nothing_but_what_was_seen_is_taken_in(cast: Cast) -> None:
    address = uploaded(cast, "grunnkrets;Personer 2023;Personer 2024\n12010101;500;533\n")
    seen = form_of(cast.planner.get(address).text)
    assert cast.planner.post(address, data={**seen, "number_column": "1"}).status_code == 422
    assert set(inhabitants().values()) == {None}
    page = cast.planner.post(address, data={**seen, "number_column": "1", "look": "1"})
    assert page.status_code == 200
    assert cast.planner.post(address, data=form_of(page.text)).status_code == 302
    assert inhabitants()["12010101"] == 500
    again = cast.planner.get(uploaded(cast, TABLE)).text
    assert "Én sone har et annet tall i dag" in again


def test_a_renumbered_municipality_is_told_of(cast: Cast) -> None:
    address = uploaded(cast, TABLE.replace("1201", "4601"))
    page = cast.planner.get(address).text
    assert "4601 i tabellen er 1201 i sonene" in page
    assert "46010101 Nordnes" in page
    assert cast.planner.post(address, data=form_of(page)).status_code == 302
    assert inhabitants()["12010102"] == 1204


def test_a_table_that_fits_no_zone_says_so_and_takes_nothing_in(cast: Cast) -> None:
    address = uploaded(cast, "navn;antall\nNordnes;5\nSentrum;6\n")
    page = cast.planner.get(address).text
    assert "0 av" in page
    assert "Velg en annen kolonne" in page
    assert cast.planner.post(address, data=form_of(page)).status_code == 422
    assert set(inhabitants().values()) == {None}


@pytest.mark.parametrize(("name", "told"), [("tall.xls", ".csv, .xlsx, .json"), ("sone.gpkg", ".csv, .xlsx, .json")])
def test_another_kind_of_file_is_refused_at_its_field(cast: Cast, name: str, told: str) -> None:
    answer = cast.planner.post(f"{BASE}/population", data={"table": (io.BytesIO(b"x;y\n1;2\n"), name)})
    assert answer.status_code == 422
    assert told in answer.text


def test_a_project_without_zones_is_told_to_take_them_in_first(cast: Cast) -> None:
    make_project("annet")
    answer = cast.planner.post(
        "/projects/annet/zones/population", data={"table": (io.BytesIO(TABLE.encode()), "t.csv")}
    )
    assert answer.status_code == 422
    assert "Ta inn sonene først" in answer.text


def test_an_analyst_takes_no_table_in(cast: Cast) -> None:
    assert cast.analyst.post(f"{BASE}/population").status_code == 403
    assert 'name="table"' not in cast.analyst.get(BASE).text


def test_those_who_follow_see_the_zones_whose_population_is_known(cast: Cast) -> None:
    survey = make_survey(project=db.session.scalars(select(Project)).one())
    follow = f"/projects/loddefjord/activities/{survey.id}/follow"
    assert "zones#population-heading" in cast.planner.get(follow).text
    address = uploaded(cast, TABLE)
    cast.planner.post(address, data=form_of(cast.planner.get(address).text))
    page = cast.analyst.get(follow).text.replace("\xa0", " ")
    assert "1 204" in page
    assert "grunnkrets" in page


def test_a_real_table_of_grid_cells_is_joined_to_its_cells(cast: Cast) -> None:
    """The same figures as columns of the map's rows, and as a table without a map."""
    file = MAPS / "helsinki_population_grid_250m_2020.gpkg"
    cells = read_zones(file, ZoneFields("id", "id", "population")).rows
    with writing(db) as session:
        project = session.scalars(select(Project)).one()
        store_zones(session, project, "rute", read_zones(file, ZoneFields("id", "id")))
    address = uploaded(
        cast, "".join(["id,population\n", *(f"{code},{cell.population}\n" for code, cell in cells.items())])
    )
    page = cast.planner.get(address).text
    assert "92 av 92 soner får et tall." in page
    assert cast.planner.post(address, data=form_of(page)).status_code == 302
    db.session.rollback()
    stored = {zone.code: zone.population for zone in db.session.query(Zone).filter_by(kind="rute")}
    assert stored == {code: cell.population for code, cell in cells.items()}
