from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from surveys.answer_form import answer_form
from tests.unit.surveys.documents import choices, label, question, questionnaire
from tests.unit.surveys.examples import ROWS
from tests.unit.surveys.question_types.asking import ask, columns, errors_when_sent, problems, refusal

APART = {"dont_know": label("Vet ikke")}


def test_rows_are_answered_on_one_scale() -> None:
    asked = ask("matrix", rows=ROWS, max=7, **APART)

    assert asked.clean({"lights": "7", "paths": "dont_know"}) == {"paths": "dont_know", "lights": 7}
    assert asked.clean({"paths": None, "lights": ""}) is None
    assert "from 1 to 7" in refusal(asked, {"paths": 8})


def test_rows_are_answered_with_one_set_of_choices() -> None:
    asked = ask("matrix", rows=ROWS, choices=choices("often", "never"), **APART)

    assert asked.clean({"paths": "never"}) == {"paths": "never"}
    assert asked.clean({"paths": "dont_know"}) == {"paths": "dont_know"}
    refusal(asked, {"paths": 1})


@pytest.mark.parametrize("value", ["paths", 3, ["paths"], {"roof": 1}, {"paths": {"lights": 1}}, {"paths": [1]}])
def test_anything_else_is_refused(value: object) -> None:
    refusal(ask("matrix", rows=ROWS), value)


def test_each_row_has_a_column_and_its_label() -> None:
    asked = ask("matrix", rows=ROWS, low_label=label("Dårlig"), **APART)

    assert columns(asked) == {
        "asked_paths": "integer",
        "asked_paths_label": "label",
        "asked_lights": "integer",
        "asked_lights_label": "label",
    }
    assert asked.behaviour.columns(asked, "nb")[0].label == "Spørsmål: Stier"
    assert asked.behaviour.cells(asked, {"paths": 1}, "nb") == [1, "1 – Dårlig", None, None]
    assert asked.behaviour.cells(asked, {"lights": "dont_know"}, "nb") == [None, None, None, "Vet ikke"]


def test_each_row_is_summed_up_by_itself() -> None:
    asked = ask("matrix", rows=ROWS, **APART)
    summary = asked.behaviour.summarise(asked, [{"paths": 2, "lights": 6}, {"paths": 4}, None, {"lights": "dont_know"}])

    assert (summary.respondents, summary.answered) == (4, 3)
    assert summary.parts["paths"].mean == 3
    assert (summary.parts["lights"].answered, summary.parts["lights"].dont_know) == (1, 1)


def test_a_required_matrix_needs_every_row() -> None:
    asked = questionnaire(question("matrix", rows=ROWS, required=True))

    assert "that are left: 1" in errors_when_sent(asked, {"asked": {"paths": 2}})["answers.asked"]
    assert errors_when_sent(asked, {"asked": {"paths": 2, "lights": 1}}) == {}


def test_a_retired_row_is_neither_asked_nor_required() -> None:
    rows = [*ROWS, {"code": "trams", "label": label("Trikk"), "retired": True}]
    asked = questionnaire(question("matrix", rows=rows, required=True))

    assert errors_when_sent(asked, {"asked": {"paths": 2, "lights": 1, "trams": 3}}) == {}
    assert errors_when_sent(asked, {"asked": {"paths": 2, "lights": 1}}) == {}
    form = answer_form([asked.question("asked")], "nb", str)()
    assert [row.name for row in form["asked"]] == ["asked_paths", "asked_lights"]


def test_a_form_takes_the_rows_one_by_one() -> None:
    make = answer_form([ask("matrix", rows=ROWS, required=True)], "nb", str)
    form = make(MultiDict({"asked_paths": "2", "asked_lights": "9"}))

    assert not form.validate()
    assert form["asked"].errors == ["Lys: Choose a step of the scale: a whole number from 1 to 6."]
    form = make(MultiDict({"asked_paths": "2"}))
    assert not form.validate()
    assert form["asked"].errors == ["Lys: This question must be answered."]
    form = make(MultiDict({"asked_paths": "2", "asked_lights": "3"}))
    assert form.validate() and form.cleaned == {"asked": {"paths": 2, "lights": 3}}


def test_what_was_answered_before_is_in_the_form() -> None:
    form = answer_form([ask("matrix", rows=ROWS)], "nb", str)(data={"asked": {"lights": 3}})

    assert [[option.checked for option in row].count(True) for row in form["asked"]] == [0, 1]


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({}, "rows"),
        ({"rows": []}, "rows"),
        ({"rows": [ROWS[0], ROWS[0]]}, "rows"),
        ({"rows": [{"code": "A-b", "label": label()}]}, "rows[0].code"),
        ({"rows": [{"code": "my_label", "label": label()}]}, "rows[0].code"),
        ({"rows": [{"code": "a", "label": label(), "icon": "a"}]}, "rows[0]"),
        ({"rows": ROWS, "choices": choices("a"), "max": 5}, "max"),
        ({"rows": ROWS, "choices": [{"code": "a", "label": label(), "specify": True}]}, "choices[0]"),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("matrix", **settings)


def test_a_row_takes_the_name_of_no_other_question() -> None:
    with pytest.raises(Exception, match="asked_paths"):
        questionnaire(question("matrix", rows=ROWS), question("short_text", "asked_paths"))
