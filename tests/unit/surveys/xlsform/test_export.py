"""A questionnaire goes into a workbook and comes back as it was; pyxform takes the workbook too."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from surveys.questionnaire import Questionnaire, QuestionnaireError
from surveys.templates import TEMPLATES, template
from surveys.xlsform.exporting import sheets_of
from surveys.xlsform.findings import Findings
from surveys.xlsform.form import read_document
from surveys.xlsform.importing import import_sheets, import_workbook
from surveys.xlsform.workbook_writing import export_workbook
from tests.unit.surveys.documents import document, label, question
from tests.unit.surveys.xlsform.forms import refusals
from tests.unit.surveys.xlsform.invented_documents import invented_documents
from tests.unit.surveys.xlsform.rich_documents import OTHER, RICH


def back(made: dict[str, Any]) -> dict[str, Any]:
    return read_document(sheets_of(made), "nb", Findings())[0]


@pytest.mark.parametrize("name", RICH)
def test_everything_a_questionnaire_says_comes_back(name: str) -> None:
    Questionnaire.from_document(RICH[name])
    written = export_workbook(RICH[name])
    assert import_workbook(written, "skjema.xlsx").document == RICH[name]
    assert "<h:html" in convert(written, validate=False).xform


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_ready_questionnaires_come_back(name: str) -> None:
    assert back(template(name)) == template(name)
    assert "<h:html" in convert(export_workbook(template(name)), validate=False).xform


@settings(max_examples=40, deadline=None)
@given(invented_documents)
def test_an_invented_questionnaire_comes_back(made: dict[str, Any]) -> None:
    try:
        Questionnaire.from_document(made)
    except QuestionnaireError as error:
        assume("too large" not in str(error))
        raise
    assert back(made) == made


@given(st.text(max_size=40))
def test_any_text_comes_back(text: str) -> None:
    made = document(question("information", "asked", text=label("x" + text.replace("{", "{{"))))
    if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in text):
        return
    assert back(made) == made


def test_what_is_changed_in_a_column_of_xlsform_goes_before_our_own() -> None:
    made = document(question("single_choice", "way", choices=OTHER, appearance="radio", relevant={"and": [True]}))
    sheets = sheets_of(made)
    asked = sheets["survey"].rows[1]
    assert asked["lokalkjent.appearance"] and asked["lokalkjent.relevant"]
    asked["relevant"], asked["appearance"], asked["label::Norwegian Bokmål (nb)"] = "false()", "minimal", "Nytt"
    found = import_sheets(sheets).document["pages"][0]["questions"][0]
    assert (found["label"], found["appearance"], found["relevant"]) == (label("Nytt"), "radio", False)


def test_a_text_that_looks_like_a_formula_is_none() -> None:
    book = load_workbook(BytesIO(export_workbook(RICH["odd texts"])))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_other_programs_are_told_our_settings_as_constraints() -> None:
    rows = {row["name"]: row for row in sheets_of(RICH["settings"])["survey"].rows if "name" in row}
    assert rows["age"]["constraint"] == ". >= 0 and . <= 120"
    assert rows["name"]["constraint"] == "string-length(.) <= 20"
    assert rows["day"]["constraint"] == ". >= date('2026-01-01') and . <= today()"
    assert "count-selected(.) <= 2" in rows["why"]["constraint"]
    assert rows["way_other"]["relevant"] == "selected(${way}, 'b')"


def test_questions_with_the_same_choices_share_a_list() -> None:
    made = document(*(question("single_choice", name, choices=OTHER) for name in ("a", "c")))
    assert len(sheets_of(made)["choices"].rows) == len(OTHER)


def test_columns_of_ours_that_are_broken_are_refused() -> None:
    sheets = sheets_of(RICH["settings"])
    rows = [dict(row) for row in sheets["survey"].rows]
    rows[1]["lokalkjent.max_length"] = "{"
    (problem,) = refusals(rows, list(sheets["choices"].rows), sheets["settings"].rows[0])
    assert problem[1] == 3 and "max_length is no JSON" in problem[2]
