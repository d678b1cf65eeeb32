"""Every question type meets the contract that forms, hand-in and exports rely on."""

import re
from typing import Any

import pytest
from wtforms.fields.core import UnboundField

from surveys.answer_form import answer_form
from surveys.editing.type_words import TYPE_WORDS
from surveys.errors import AnswerError
from surveys.question import Question
from surveys.question_types import QUESTION_TYPES
from tests.house.repository import ROOT
from tests.unit.surveys.examples import EXAMPLES, example

NAMES = sorted(QUESTION_TYPES)
WITH_ANSWERS = [name for name in NAMES if EXAMPLES[name][1] is not None]
ON_MAP = [name for name in NAMES if QUESTION_TYPES[name].collects_marks]


def of(name: str) -> tuple[Question, Any]:
    """A question of this type and a clean answer to it."""
    return example(name).question("asked"), EXAMPLES[name][1]


def test_every_type_has_an_example() -> None:
    assert set(EXAMPLES) == set(QUESTION_TYPES)


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_as_many_as_columns(name: str) -> None:
    asked, answer = of(name)
    columns = asked.behaviour.columns(asked, "nb")

    assert bool(columns) == (asked.behaviour.collects_answer or asked.on_map)
    assert len({column.name for column in columns}) == len(columns)
    for value in (None, answer):
        assert len(asked.behaviour.cells(asked, value, "nb")) == len(columns)


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_named_by_the_variables_of_the_document(name: str) -> None:
    asked, _answer = of(name)
    taken = asked.behaviour.variables({**asked.settings, "variable": "asked"})

    names = [column.name.removesuffix("_label") for column in asked.behaviour.columns(asked, "nb")]
    assert set(names) <= set(taken)


@pytest.mark.parametrize("name", NAMES)
def test_every_coded_column_has_a_twin_with_labels(name: str) -> None:
    asked, _answer = of(name)
    columns = asked.behaviour.columns(asked, "nb")
    names = {column.name for column in columns}

    twins = [column for column in columns if column.kind == "label"]
    assert bool(twins) == asked.behaviour.coded
    assert all(twin.name.removesuffix("_label") in names for twin in twins)
    assert all(f"{column.name}_label" in names for column in columns if column.kind == "code")


@pytest.mark.parametrize("name", WITH_ANSWERS)
def test_a_clean_answer_stays_as_it_is(name: str) -> None:
    asked, answer = of(name)

    assert asked.clean(answer) == asked.clean(asked.clean(answer)) == answer


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ON_MAP])
def test_nothing_answered_is_none(name: str) -> None:
    asked, _answer = of(name)

    assert asked.clean(None) is None
    assert asked.clean("") is None


@pytest.mark.parametrize("name", NAMES)
def test_a_required_question_says_what_it_lacks(name: str) -> None:
    asked, answer = of(name)
    behaviour = asked.behaviour

    assert behaviour.lacking(asked, None, required=False) is None
    assert behaviour.lacking(asked, answer or 1, required=True) is None
    lacks = behaviour.lacking(asked, None, required=True)
    assert (lacks is not None) == (behaviour.on_screen and (name in WITH_ANSWERS or name in ON_MAP))


@pytest.mark.parametrize("name", ON_MAP)
def test_a_map_question_takes_no_value(name: str) -> None:
    asked, _answer = of(name)

    with pytest.raises(AnswerError):
        asked.clean("a")
    with pytest.raises(AnswerError):
        asked.map_behaviour.clean_geometry({"type": "Nowhere"})


@pytest.mark.parametrize("name", [*WITH_ANSWERS, *ON_MAP])
def test_a_question_is_summed_up(name: str) -> None:
    asked, answer = of(name)
    given = 2 if asked.on_map else answer
    summary = asked.behaviour.summarise(asked, [given, None, given])

    assert (summary.respondents, summary.answered) == (3, 2)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_with_a_value_is_a_field_of_the_form(name: str) -> None:
    asked, answer = of(name)
    if not asked.behaviour.collects_answer:
        return
    assert isinstance(asked.behaviour.field(asked, "nb", str), UnboundField)
    form = answer_form([asked], "nb", str)(data={"asked": answer})
    assert form["asked"].label.text == "Spørsmål"
    assert form.validate(), form.errors
    assert form["asked"].cleaned == answer


@pytest.mark.parametrize("name", NAMES)
def test_every_type_has_a_template_of_its_name(name: str) -> None:
    assert (ROOT / "templates/question_types" / f"{name}.html").is_file()


def test_every_template_is_that_of_a_type() -> None:
    assert sorted(file.stem for file in (ROOT / "templates/question_types").iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_type_says_how_it_is_configured(name: str) -> None:
    """In the builder, by an editor that the page has, with a name to choose it by."""
    kind = QUESTION_TYPES[name]
    assert sorted(setting.name for setting in kind.configured_by) == sorted(kind.settings)
    editors = (ROOT / "static/js/builder/editors/index.js").read_text(encoding="utf-8")
    assert all(re.search(rf"^  {setting.editor}[,:]", editors, re.MULTILINE) for setting in kind.configured_by)
    assert set(kind.begins_as) <= kind.settings
    assert TYPE_WORDS[name]


def test_every_type_that_can_be_chosen_is_there() -> None:
    assert sorted(TYPE_WORDS) == NAMES
