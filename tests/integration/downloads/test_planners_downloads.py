"""The planner's downloads: who may, what they get, what the address narrows."""

from __future__ import annotations

import csv
import io
import json

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from python_calamine import CalamineWorkbook

from tests.factories.people import make_person, sign_in
from tests.integration.downloads.conftest import Told


@pytest.fixture
def planner(client: FlaskClient) -> FlaskClient:
    make_person()
    sign_in(client)
    return client


def address(told: Told, file: str = "") -> str:
    return f"/projects/{told.slug}/activities/{told.activity}/downloads{file}"


def test_a_planner_sees_what_can_be_downloaded(planner: FlaskClient, told: Told) -> None:
    page = planner.get(address(told, "?year=6&lang=nb"))
    assert page.status_code == 200
    assert "/marks.xlsx?year=6" in page.text
    assert "Svar: 1. Steder: 2." in page.text


def test_it_is_told_what_excel_makes_of_a_csv_file(planner: FlaskClient, told: Told) -> None:
    assert "en kode som 0301 til 301" in planner.get(address(told, "?lang=nb")).text


def test_a_selection_is_told_not_to_narrow_what_is_for_others(planner: FlaskClient, told: Told) -> None:
    always = "Alltid av alt, uansett hva som er valgt."
    assert planner.get(address(told, "?year=6&lang=nb")).text.count(always) == 3
    assert planner.get(address(told, "?lang=nb")).text.count(always) == 1  # of the archive, which says so at all times


def test_the_three_kinds_of_file(planner: FlaskClient, told: Told) -> None:
    places = planner.get(address(told, "/marks.csv"))
    assert places.headers["Cache-Control"] == "no-store"
    assert places.headers["Content-Disposition"].startswith(f"attachment; filename={told.slug}-{told.activity}-steder-")
    headings, *rows = csv.reader(io.StringIO(places.data.decode("utf-8-sig")), delimiter=";")
    assert headings[:3] == ["Nr.", "Svar nr.", "Aktivitet nr."]
    assert len(rows) == 3
    assert len(json.loads(planner.get(address(told, "/marks.geojson")).data)["features"]) == 3
    book = CalamineWorkbook.from_filelike(io.BytesIO(planner.get(address(told, "/marks.xlsx")).data))
    assert book.sheet_names == ["Om", "Svar", "Steder", "Kodebok", "Sammendrag"]


def test_csv_comes_for_other_programs_too_under_a_name_of_its_own(planner: FlaskClient, told: Told) -> None:
    page = planner.get(address(told, "?year=6"))
    for table, name in (("marks", "steder"), ("responses", "svar")):
        assert f"/{table}.csv-comma?year=6" in page.text
        answer = planner.get(address(told, f"/{table}.csv-comma"))
        assert f"-{name}-komma-20" in answer.headers["Content-Disposition"]
        assert answer.data.startswith(b"Nr.,")


@pytest.mark.parametrize("asked", ["abc", "EPSG:25833", "9" * 5000, "9" * 30, "-1"])
def test_a_coordinate_system_that_is_none_is_never_passed_over(planner: FlaskClient, told: Told, asked: str) -> None:
    assert planner.get(address(told, f"/marks.csv?crs={asked}")).status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        *("flag=nope", "zone=olsvik", "class=6a", "year=6.", "also=hiden", "text=a%00", "year=6&year=x"),
        *("school=%00", "category=a%00b", "channel=%00", "mode=walk%00"),
    ],
)
def test_a_choice_that_means_nothing_gives_no_file_of_everything(planner: FlaskClient, told: Told, asked: str) -> None:
    for file in ("/marks.csv", "/marks.geojson", ""):
        answer = planner.get(address(told, f"{file}?{asked}&lang=nb"))
        assert answer.status_code == 400
        assert f"Adressen ber om {asked.partition('=')[0]}=" in answer.text


@pytest.mark.parametrize("name", ["formt", "Year", "catgory", "wh", "crs ", "%00", "<b>", "class[]"])
def test_a_name_that_means_nothing_gives_no_file_of_everything(planner: FlaskClient, told: Told, name: str) -> None:
    for file in ("/marks.csv", "/responses.csv", "/marks.archive", ""):
        for asked in (f"{name}=6", name):
            answer = planner.get(address(told, f"{file}?lang=nb&{asked}"))
            assert answer.status_code == 400
            assert f"Adressen ber om «{escape(name.replace('%00', ''))}»" in answer.text
    assert planner.post(address(told, f"/marks.csv?{name}=6")).status_code == 400


def test_every_name_of_an_address_is_known(planner: FlaskClient, told: Told) -> None:
    chosen = "class=1&school=&year=6&question=&category=good&channel=class&week=2026-W10&also=test&zone=1&flag=waiting&text=a"
    beside = "crs=25832&published=&lang=nb&why=dark&season=winter"
    for file in ("", "/marks.csv"):
        assert planner.get(address(told, f"{file}?{chosen}&{beside}")).status_code == 200


def test_a_file_tells_what_was_looked_for(planner: FlaskClient, told: Told) -> None:
    file = planner.get(address(told, f"/marks.geojson?text={'a' * 300}&lang=nb"))
    assert file.json["about"]["Utvalg"] == f"Tekst: {'a' * 100}"
    file = planner.get(address(told, "/marks.geojson?flag=worrying&lang=nb"))
    assert file.json["about"]["Utvalg"] == "Å se på: Vold eller selvskading"


@pytest.mark.parametrize("asked", ["1", "true", "yes"])
def test_what_is_asked_for_as_published_is_never_everything(planner: FlaskClient, told: Told, asked: str) -> None:
    assert json.loads(planner.get(address(told, f"/marks.geojson?published={asked}")).data)["features"] == []
    assert len(json.loads(planner.get(address(told, "/marks.geojson?published=0")).data)["features"]) == 3


def test_the_name_of_a_file_tells_what_was_chosen(planner: FlaskClient, told: Told) -> None:
    answer = planner.get(address(told, "/marks.csv?category=unsafe&week=2026-W10&text=svingen"))
    assert f"{told.activity}-steder-utvalg-unsafe-2026-w10-20" in answer.headers["Content-Disposition"]


def test_the_address_narrows_the_file(planner: FlaskClient, told: Told) -> None:
    found = json.loads(planner.get(address(told, "/marks.geojson?category=unsafe&category=good&why=dark")).data)
    assert len(found["features"]) == 1
    assert found["about"]["Utvalg"].startswith("Kategori: ")
    assert all(f"({code})" in found["about"]["Utvalg"] for code in ("unsafe", "good", "why", "dark"))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("zone=1", [1, 2]),
        ("text=svingen", [2]),
        ("week=2026-W10&channel=class", [1, 2, 3]),
        ("zone=1&category=school_road", [1]),
        ("text=finnes+ikke", []),
    ],
)
def test_what_the_page_of_marks_shows_is_what_is_downloaded(
    planner: FlaskClient, told: Told, asked: str, numbers: list[int]
) -> None:
    shown = [
        mark["properties"]["Nr."]
        for mark in json.loads(planner.get(address(told, "/marks.geojson?" + asked)).data)["features"]
    ]
    every = [
        mark["properties"]["Nr."] for mark in json.loads(planner.get(address(told, "/marks.geojson")).data)["features"]
    ]
    assert shown == [every[number - 1] for number in numbers]
    assert f"Steder: {len(numbers)}." in planner.get(address(told, "?lang=nb&" + asked)).text


def test_headings_are_in_the_readers_language(planner: FlaskClient, told: Told) -> None:
    text = planner.get(address(told, "/responses.csv?lang=nn")).data.decode("utf-8-sig")
    assert text.split(";")[3] == "Skule"


@pytest.mark.parametrize(("asked", "heading"), [("", "Skole"), ("?lang=en", "School")])
def test_english_headings_are_for_those_who_choose_them(
    planner: FlaskClient, told: Told, asked: str, heading: str
) -> None:
    answer = planner.get(address(told, "/responses.csv" + asked), headers={"Accept-Language": "en-US"})
    assert answer.data.decode("utf-8-sig").split(";")[3] == heading


@pytest.mark.parametrize("file", ["/marks.pdf", "/people.csv"])
def test_what_is_not_offered_is_not_found(planner: FlaskClient, told: Told, file: str) -> None:
    assert planner.get(address(told, file)).status_code == 404


def test_another_projects_activity_is_not_found(planner: FlaskClient, told: Told) -> None:
    assert planner.get(f"/projects/{told.slug}/activities/{told.activity + 1}/downloads/marks.csv").status_code == 404


def test_a_stranger_signs_in_first(client: FlaskClient, told: Told) -> None:
    assert client.get(address(told, "/marks.csv")).status_code == 302


@pytest.mark.parametrize(("role", "status"), [("teacher", 403), ("coordinator", 403), ("analyst", 200)])
def test_only_those_with_the_right_download(client: FlaskClient, told: Told, role: str, status: int) -> None:
    make_person("colleague@example.no", role)
    sign_in(client, "colleague@example.no")
    assert client.get(address(told, "/marks.csv")).status_code == status


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("channel=class", ["6", "3"]),
        ("channel=paper", []),
        ("week=2026-W10", ["6", "3"]),
        ("week=2026-W09", []),
        ("week=neste", []),
        ("zone=1", ["6"]),
        ("text=svingen", ["6"]),
        ("category=good", ["3"]),
        ("why=dark", ["6"]),
    ],
)
def test_responses_are_narrowed_as_marks_are(planner: FlaskClient, told: Told, asked: str, years: list[str]) -> None:
    text = planner.get(address(told, "/responses.csv?lang=nb&" + asked)).data.decode("utf-8-sig")
    headings, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert [row[headings.index("Trinn")] for row in rows] == years
    assert f"Svar: {len(years)}." in planner.get(address(told, "?lang=nb&" + asked)).text


def test_the_summary_is_of_the_selection(planner: FlaskClient, told: Told) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(planner.get(address(told, "/marks.xlsx?zone=1")).data))
    assert len(book.get_sheet_by_name("Svar").to_python()) == 2
    first = book.get_sheet_by_name("Sammendrag").to_python()[1]
    assert first[4:9] == ["class", "Skoleklasse", "class", "Skoleklasse", 1]
    facts = dict(book.get_sheet_by_name("Om").to_python())
    assert (facts["Svar i filen"], facts["Svar etter kanal"]) == ("1", "Skoleklasse: 1")


def test_the_selection_is_told_in_words(planner: FlaskClient, told: Told) -> None:
    found = json.loads(planner.get(address(told, "/marks.geojson?channel=class&week=2026-W10")).data)
    assert found["about"]["Utvalg"] == "Kanal: Skoleklasse; Uke: 2026-W10"
