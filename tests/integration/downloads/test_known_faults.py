"""What has gone wrong in other programs' exports goes right in each of ours, field by field, as readers of others find it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from zipfile import ZipFile

import orjson
import pytest
import shapely
from python_calamine import CalamineWorkbook

from exports.formats import FORMATS, xlsx
from exports.formats.excel_cells import CUT, MOST_UNITS
from participation.activities.models import Activity, QuestionnaireVersion
from participation.clock import now
from participation.database import reading, writing
from participation.downloads import mark_queries
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.errors import Refused
from participation.extensions import db
from tests.factories.mapped_class import make_response
from tests.factories.surveys import document, make_survey, page
from tests.integration.downloads.odd_survey import ANSWERS, HOLED, LONG, PLACES, SHOWN, make_odd_survey
from tests.integration.downloads.reading_back import rows_of, shapes_of
from tests.unit.surveys.documents import choices, question

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
EACH = pytest.mark.parametrize("name", ["geojson", "gpkg", "shp", "gml", "csv", "xlsx"])
WITH_PLACES = ("geojson", "gpkg", "shp", "gml")
pytestmark = ON_SQLITE


def written(activity: Activity, folder: Path, name: str, **wanted) -> Path:
    path = folder / f"fil{FORMATS[name].suffix}"
    usual = {"selection": Selection(activity.id), "language": "nb", "headings": False}
    with reading(db) as session:
        found = session.get_one(Activity, activity.id)
        write_file(session, Request(found, FORMATS[name], **usual | wanted), path)
    return path


@pytest.fixture
def odd(app) -> Activity:
    return make_odd_survey()


@EACH
def test_every_place_is_what_it_was(odd: Activity, tmp_path: Path, name: str) -> None:
    """An option taken away, a category renamed, blanks after answers, dates, odd texts, holes, and words of SQL."""
    path = written(odd, tmp_path, name, **({} if name == "geojson" else {"crs": 4326}))
    found = {int(row["id"]): row for row in rows_of(path, name)}
    assert {number: {column: found[number][column] for column in PLACES[number]} for number in found} == PLACES
    assert found[1]["comment"] == SHOWN
    LONG_TEXTS.get(name, long_text_is_whole)(path, found[5]["comment"])
    # Of 0.04° by 0.02° a quarter is the hole.
    assert float(found[2]["area_m2"].replace(",", ".")) == pytest.approx(0.75 * 2204.5 * 2228.6, rel=0.01)
    if name in WITH_PLACES:
        assert shapely.normalize(shapes_of(path)[2]).equals_exact(shapely.normalize(shapely.from_wkt(HOLED)), 1e-6)


def long_text_is_whole(_path: Path, text: str) -> None:
    assert text == LONG


def long_text_is_told_on_the_first_sheet(path: Path, text: str) -> None:
    assert (len(text), text[-len(CUT) :]) == (MOST_UNITS, CUT)
    about = dict(CalamineWorkbook.from_path(path).get_sheet_by_name("Om").to_python())
    assert "[…]" in about["Lange tekster"]


def long_text_is_told_in_a_file_beside(path: Path, text: str) -> None:
    assert text == "å" * 127
    assert "comment: 1 tekst" in ZipFile(path).read("LES_MEG.txt").decode("utf-8-sig")


LONG_TEXTS = {"xlsx": long_text_is_told_on_the_first_sheet, "shp": long_text_is_told_in_a_file_beside}


def test_the_codebook_tells_what_every_code_has_meant(odd: Activity, tmp_path: Path) -> None:
    rows = CalamineWorkbook.from_path(written(odd, tmp_path, "xlsx")).get_sheet_by_name("Kodebok").to_python()
    assert [row[2:] for row in rows if row[0] == "select"] == [["a", "A"], ["c", "C"], ["b", "B"]]


@pytest.mark.parametrize("name", ["csv", "xlsx", "gpkg"])
def test_every_answer_stands_in_its_own_column(odd: Activity, tmp_path: Path, name: str) -> None:
    """Rows of a matrix that nobody answered stay blank."""
    path = written(odd, tmp_path, name, **({"table": "responses"} if name == "csv" else {}))
    found = rows_of(path, name, "Svar")
    assert [int(row["id"]) for row in found] == list(ANSWERS)
    for row in found:
        expected = ANSWERS[int(row["id"])]
        assert {column: row[column] for column in expected} == expected


def test_two_columns_of_one_name_are_both_there(app, tmp_path: Path) -> None:
    """A row of a matrix, and what a later version calls as that row's column."""
    survey = make_survey(document(page("all", question("matrix", "m", choices=choices("y"), rows=choices("r1")))))
    later = orjson.dumps(document(page("all", question("short_text", "m_r1")))).decode()
    with writing(db) as session:
        session.add(QuestionnaireVersion(activity_id=survey.id, number=2, document=later, published_at=now()))
        make_response(session, survey, answers={"m": {"r1": "y"}})
        make_response(session, survey, answers={"m_r1": "hei"}, questionnaire_version=2)
    for name in ("csv", "xlsx", "gpkg"):
        wanted = {"table": "responses"} if name == "csv" else {}
        found = rows_of(written(survey, tmp_path, name, **wanted), name, "Svar")
        assert [(row["m_r1"], row["m_r1_2"]) for row in found] == [("", "y"), ("hei", "")], name
    with ZipFile(written(survey, tmp_path, "archive")) as packed:
        (place,) = (each for each in packed.namelist() if each.endswith("svar.csv"))
        assert packed.read(place).decode().splitlines()[0].split(",")[-3:] == ["m_r1", "m_r1_label", "m_r1_2"]


@EACH
def test_the_lesson_has_its_date(activity: Activity, tmp_path: Path, name: str) -> None:
    found = rows_of(written(activity, tmp_path, name), name)
    assert [row["session_date"] for row in found] == ["2026-03-02"] * 3


@EACH
def test_of_an_empty_activity_comes_a_file_that_opens(app, tmp_path: Path, name: str) -> None:
    path = written(make_survey(), tmp_path, name)
    if name == "gml":  # has no features, so readers find no layer, and no fault either
        assert b"FeatureCollection" in path.read_bytes()
        return
    assert rows_of(path, name) == []


def test_more_rows_than_excel_holds_are_refused_at_once(
    odd: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before any is read, not after an hour of writing."""
    monkeypatch.setattr(xlsx, "FORMAT", dataclasses.replace(xlsx.FORMAT, most_rows=4))
    monkeypatch.setattr(mark_queries, "marks_by_respondent", lambda *_given: pytest.fail("rows were read"))
    with pytest.raises(Refused, match="«Steder» har mer enn 4 rader"):
        written(odd, tmp_path, "xlsx")
    assert list(tmp_path.glob("*.xlsx*")) == []
