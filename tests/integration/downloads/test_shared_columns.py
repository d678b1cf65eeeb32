"""Follow-up questions that have a variable in common, and ask for something else by it about other places or in other versions."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyogrio
import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.activities.publishing import publish
from participation.clock import now
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from tests.factories.mapped_class import make_mark, make_response
from tests.factories.surveys import document, make_survey, page
from tests.integration.downloads.reading_back import rows_of
from tests.unit.surveys.documents import category, choices, question

ROWS = {"rows": choices("p", "q")}
FORMS: dict[str, tuple[dict[str, Any], Any, str]] = {
    "single_choice": ({"choices": choices("a", "b")}, "a", "a"),
    "multiple_choice": ({"choices": choices("a", "b")}, ["a", "b"], "a b"),
    "scale": ({}, 3, "3"),
    "matrix": (ROWS, {"p": 2}, '{"p":2}'),
    "long_text": ({}, "tekst", "tekst"),
    "whole_number": ({}, 5, "5"),
    "date": ({}, "2026-01-02", "2026-01-02"),
}
EACH = pytest.mark.parametrize("name", ["geojson", "gpkg", "shp", "gml", "csv", "xlsx"])
pytestmark = pytest.mark.usefixtures("app")


def survey_of(*good: dict[str, Any], bad: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = [category("good", followups=list(good)), category("bad", "triangle", followups=bad)]
    return document(page("map", question("place", "spots", categories=kinds)))


def matrices(good: dict[str, Any], bad: dict[str, Any]) -> dict[str, Any]:
    return survey_of(question("matrix", "seen", **good), bad=[question("matrix", "seen", uid="other", **bad)])


def answered(survey: Activity, *given: tuple[str, dict[str, Any]], respondents: int = 1) -> Activity:
    """Marks of a category with answers."""
    with writing(db) as session:
        found = session.get_one(Activity, survey.id)
        for _respondent in range(respondents):
            marks = [make_mark("POINT (5.22 60.37)", "spots", kind, **answers) for kind, answers in given]
            make_response(session, found, marks=marks)
    return survey


def written(survey: Activity, folder: Path, name: str) -> Path:
    path = folder / f"fil{FORMATS[name].suffix}"
    with reading(db) as session:
        found = session.get_one(Activity, survey.id)
        write_file(session, Request(found, FORMATS[name], Selection(found.id), language="nb", headings=False), path)
    return path


@EACH
def test_a_row_that_only_one_category_asks_for_has_its_own_column(tmp_path: Path, name: str) -> None:
    of_good, of_bad = ({"rows": choices(*rows), "choices": choices("y", "n")} for rows in (("p",), ("z", "p")))
    survey = make_survey(matrices(of_good, of_bad))
    answered(survey, ("good", {"seen": {"p": "y"}}), ("bad", {"seen": {"z": "n"}}), ("bad", {"seen": {"p": "n"}}))
    found = rows_of(written(survey, tmp_path, name), name)
    assert [(row["seen_p"], row["seen_p_label"], row["seen_z"], row["seen_z_label"]) for row in found] == [
        ("y", "Y", "", ""),
        ("", "", "n", "N"),
        ("n", "N", "", ""),
    ]


@EACH
@pytest.mark.parametrize("scale_first", [True, False])
def test_steps_and_choices_stand_in_one_column(tmp_path: Path, name: str, scale_first: bool) -> None:
    forms = [{"rows": choices("p")}, {"rows": choices("p"), "choices": choices("y", "n")}]
    values = [{"p": 3}, {"p": "y"}]
    order = (0, 1) if scale_first else (1, 0)
    survey = make_survey(matrices(*(forms[which] for which in order)))
    answered(survey, *zip(("good", "bad"), ({"seen": values[which]} for which in order), strict=True))
    found = rows_of(written(survey, tmp_path, name), name)
    told = [("3", "3"), ("y", "Y")]
    assert [(row["seen_p"], row["seen_p_label"]) for row in found] == [told[which] for which in order]


def test_the_archive_has_each_answer_in_its_own_column(tmp_path: Path) -> None:
    of_good, of_bad = ({"rows": choices(*rows), "choices": choices("y", "n")} for rows in (("p",), ("z", "p")))
    survey = make_survey(matrices(of_good, of_bad))
    answered(survey, ("good", {"seen": {"p": "y"}}), ("bad", {"seen": {"z": "n"}}), respondents=6)
    with ZipFile(written(survey, tmp_path, "archive")) as packed:
        place = next(each for each in packed.namelist() if each.endswith("steder.csv"))
        found = [*csv.DictReader(io.StringIO(packed.read(place).decode("utf-8")))]
    assert sorted({(row["category"], row["seen_p"], row["seen_z"]) for row in found}) == [
        ("bad", "", "n"),
        ("good", "y", ""),
    ]


@pytest.mark.parametrize(("before", "after"), [*itertools.permutations(FORMS, 2)])
def test_a_variable_that_another_category_takes_over_in_another_form(tmp_path: Path, before: str, after: str) -> None:
    """What was answered earlier is in the file, as text where it is of another form."""
    survey = make_survey(survey_of(question(before, "why", **FORMS[before][0]), bad=[]))
    answered(survey, ("good", {"why": FORMS[before][1]}))
    with writing(db) as session:
        later = survey_of(bad=[question(after, "why", uid="later", **FORMS[after][0])])
        publish(session, session.get_one(Activity, survey.id), later)
    answered(survey, ("bad", {"why": FORMS[after][1]}))
    for name in ("csv", "gpkg", "xlsx"):
        good, bad = rows_of(written(survey, tmp_path, name), name)
        column = "why_p" if after == "matrix" else "why"
        assert good[column] == FORMS[before][2], name
        assert bad[column] == ("2" if after == "matrix" else FORMS[after][2]), name


def test_answers_stay_when_the_variable_becomes_information(tmp_path: Path) -> None:
    survey = make_survey(survey_of(question("single_choice", "why", choices=choices("a", "b")), bad=[]))
    answered(survey, ("good", {"why": "a"}))
    with writing(db) as session:
        later = survey_of(bad=[question("information", "why", uid="later")])
        publish(session, session.get_one(Activity, survey.id), later)
    found = rows_of(written(survey, tmp_path, "csv"), "csv")
    assert [(row["why"], row["why_label"]) for row in found] == [("a", "A")]


@EACH
@pytest.mark.parametrize("kind", FORMS)
def test_what_has_a_column_everywhere_may_be_asked_in_any_form(tmp_path: Path, name: str, kind: str) -> None:
    own, value, told = FORMS[kind]
    asked = [question(kind, variable, **own) for variable in ("mode", "season", "comment", "place_name")]
    survey = make_survey(survey_of(*asked, bad=[]))
    answered(survey, ("good", {each["variable"]: value for each in asked}))
    (row,) = rows_of(written(survey, tmp_path, name), name)
    assert {row[each["variable"]] for each in asked} == {told}


def test_what_is_asked_of_people_and_of_places_by_one_variable_stays_apart(tmp_path: Path) -> None:
    """A number of the one is no text because the other has texts, and the archive has the texts that were read."""
    asked_of_places = [question("long_text", "years"), question("whole_number", "said")]
    on_map = question("place", "spots", categories=[category("good", followups=asked_of_places)])
    asked_of_people = [question("whole_number", "years", uid="own"), question("long_text", "said", uid="told")]
    survey = make_survey(document(page("all", *asked_of_people), page("map", on_map)))
    with writing(db) as session:
        found = session.get_one(Activity, survey.id)
        for _respondent in range(6):
            mark = make_mark("POINT (5.22 60.37)", "spots", "good", years="mange", said=3)
            mark.reviewed_at = now()
            make_response(session, found, marks=[mark], answers={"years": 7, "said": "hei"}, reviewed_at=now())
    path = written(survey, tmp_path, "gpkg")
    for layer, number in (("svar", "years"), ("steder_punkt", "said")):
        told = pyogrio.read_info(path, layer=layer)
        types = dict(zip(told["fields"].tolist(), told["dtypes"].tolist(), strict=True))
        assert types[number] in ("float64", "int64"), layer
    with ZipFile(written(survey, tmp_path, "archive")) as packed:
        names = {each.rpartition("/")[2]: each for each in packed.namelist()}
        for table, text in (("svar.csv", "hei"), ("steder.csv", "mange")):
            assert text in packed.read(names[table]).decode(), table


@EACH
def test_a_calculation_that_gave_numbers_gives_texts(tmp_path: Path, name: str) -> None:
    def calculated(**own: Any) -> dict[str, Any]:
        return survey_of(question("calculated", "worth", **own), bad=[])

    survey = make_survey(calculated(calculation=5))
    answered(survey, ("good", {"worth": 5}))
    with writing(db) as session:
        later = calculated(calculation={"join": ["a", "b"]}, result="text")
        publish(session, session.get_one(Activity, survey.id), later)
    answered(survey, ("good", {"worth": "ab"}))
    assert [row["worth"] for row in rows_of(written(survey, tmp_path, name), name)] == ["5", "ab"]
