"""choice_filter, and the columns of the choices sheet that it asks for."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.xlsform.exporting import sheets_of
from surveys.xlsform.findings import Findings
from surveys.xlsform.form import read_document
from surveys.xlsform.workbook_writing import export_workbook
from tests.unit.surveys.xlsform.forms import choices, imported, notices, questions, row

TOWNS = [
    {"list_name": "towns", "name": "bergen", "label": "Bergen", "County": "Sør-Vest", "size": "290", "note": "fin"},
    {"list_name": "towns", "name": "oslo", "label": "Oslo", "County": "oslo", "size": "700"},
]
COUNTIES = choices("counties", "Sør-Vest", "oslo")


def asked(filter_: str, listed: str = "select_one towns") -> tuple[dict[str, Any], list[tuple[str, int, str]]]:
    survey = [row("select_one counties", "county"), row("integer", "age"), row("select_multiple towns", "seen")]
    form = imported([*survey, row(listed, "town", choice_filter=filter_)], [*COUNTIES, *TOWNS])
    again, _reading = read_document(sheets_of(form.document), "nb", Findings())
    assert again == form.document
    assert export_workbook(form.document)
    return questions(form)[3], notices(form)


def test_a_filter_asks_for_a_column_in_the_codes_of_the_question_it_is_compared_with() -> None:
    town, told = asked("County = ${county}")

    assert town["choice_filter"] == {"=": [{"column": "County"}, {"answer": "county"}]}
    assert [choice["columns"] for choice in town["choices"]] == [{"County": "Sor-Vest"}, {"County": "oslo"}]
    assert [(sheet, number) for sheet, number, text in told if "“size”" in text or "“note”" in text] == [
        ("choices", 1),
        ("choices", 1),
    ]


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ("size > ${age}", {">": [{"number": [{"column": "size"}]}, {"answer": "age"}]}),
        ("selected(${seen}, name)", {"selected": [{"answer": "seen"}, {"column": "name"}]}),
        (
            "name != 'oslo' and ${age} > 17",
            {"and": [{"!=": [{"column": "name"}, "oslo"]}, {">": [{"answer": "age"}, 17]}]},
        ),
        ("note = ''", {"not": [{"answered": [{"column": "note"}]}]}),
        ("true()", True),
    ],
)
@pytest.mark.parametrize("listed", ["select_one towns", "select_multiple towns", "rank towns"])
def test_what_filters_can_say(filter_: str, expected: Any, listed: str) -> None:
    town, told = asked(filter_, listed)
    assert town["choice_filter"] == expected
    assert not any("choice_filter" in text for _sheet, _row, text in told)


@pytest.mark.parametrize(
    ("filter_", "why"),
    [
        ("land = ${county}", "No choice of the list has the column “land”"),
        ("County = ${later}", "No question before this has the name “later”"),
        ("County = current()/../county", "is a path"),
        ("County = ", "cannot stand here"),
        (". = 'oslo'", "can only stand in its constraint"),
    ],
)
def test_a_filter_that_cannot_be_read_is_kept_as_text_and_all_choices_are_offered(filter_: str, why: str) -> None:
    town, told = asked(filter_)

    assert town["unread"] == {"choice_filter": filter_.strip()}
    assert "choice_filter" not in town
    assert all("columns" not in choice for choice in town["choices"])
    (message,) = [text for sheet, number, text in told if (sheet, number) == ("survey", 5) and "choice_filter" in text]
    assert why in message
    assert "all choices are offered" in message


def test_what_has_no_choices_has_nothing_to_filter() -> None:
    form = imported(
        [row("text", "a", choice_filter="x = 1"), row("select_one yes or_other", "b", choice_filter="x = 1")],
        [{**choices("yes", "yes")[0], "x": "1"}],
    )
    told = notices(form)
    assert ("survey", 2, "There are no choices to tell apart here: “choice_filter” is left out.") in told
    assert any(number == 3 and "or_other" in text for _sheet, number, text in told)
    assert questions(form)[1]["unread"] == {"choice_filter": "x = 1"}


def test_a_condition_elsewhere_knows_no_columns() -> None:
    form = imported([row("text", "a"), row("text", "b", relevant="a = 1")])
    assert any("“a” is a path" in text for _sheet, _row, text in notices(form))
