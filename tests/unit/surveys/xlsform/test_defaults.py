"""The column `default`."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.xlsform.exporting import sheets_of
from surveys.xlsform.findings import Findings
from surveys.xlsform.form import read_document
from tests.unit.surveys.xlsform.forms import choices, imported, notices, questions, row


def asked(type_: str, default: str) -> tuple[dict[str, Any], str]:
    survey = [row("text", "name"), row("integer", "age"), row(type_, "asked", default=default)]
    form = imported(survey, choices("list", "a", "Nr. 1", "3"))
    again, _reading = read_document(sheets_of(form.document), "nb", Findings())
    assert again == form.document
    return questions(form)[2], " ".join(
        text for sheet, number, text in notices(form) if (sheet, number) == ("survey", 4)
    )


@pytest.mark.parametrize(
    ("type_", "default", "expected"),
    [
        ("text", "Lia - nord", "Lia - nord"),
        ("text", "${name}", {"answer": "name"}),
        ("text", "concat('a', ${name})", {"join": ["a", {"answer": "name"}]}),
        ("text", "Lia (nord)", "Lia (nord)"),
        ("integer", "3", 3),
        ("decimal", "2.5", 2.5),
        ("range", "4", 4),
        ("integer", "${age} + 1", {"+": [{"answer": "age"}, 1]}),
        ("date", "2026-12-24", {"date": "2026-12-24"}),
        ("date", "today()", {"today": True}),
        ("time", "14:30", {"time": "14:30"}),
        ("select_one list", "a", "a"),
        ("select_one list", "Nr. 1", "Nr_1"),
        ("select_one list", "3", "3"),
        ("select_multiple list", "a 3", ["a", "3"]),
        ("rank list", "3 a", ["3", "a"]),
    ],
)
def test_a_default_is_an_answer_or_worked_out(type_: str, default: str, expected: Any) -> None:
    question, told = asked(type_, default)
    assert question["default"] == expected
    assert "default" not in told


@pytest.mark.parametrize(
    ("type_", "default", "why"),
    [
        ("integer", "mange", "cannot stand as “default”"),
        ("integer", "2.5", "Write a whole number"),
        ("select_one list", "b", "is not one of the choices"),
        ("date", "i morgen", "cannot stand as “default”"),
        ("date", "pulldata('a')", "The function “pulldata” is not known here"),
        ("text", "${later}", "No question before this"),
        ("acknowledge", "OK", "begins with nothing here"),
        ("image", "a.jpg", "begins with nothing here"),
        ("geopoint", "60.3 5.2", "begins with nothing here"),
        ("hidden", "sms", "begins with nothing here"),
    ],
)
def test_what_cannot_be_a_default_is_left_out_and_told_with_its_row(type_: str, default: str, why: str) -> None:
    question, told = asked(type_, default)
    assert "default" not in question
    assert why in told
