"""Whatever a stranger sends, the answer is a list of errors or something that can be stored."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.answers import clean_response
from surveys.questionnaire import Questionnaire, QuestionnaireError
from surveys.templates import template
from tests.unit.surveys.documents import category, choices, question, questionnaire

ASKED = questionnaire(
    question("single_choice", "single", choices=choices("a", "b")),
    question("multiple_choice", "multiple", choices=choices("a", "b")),
    question("smiley_scale", "smiley", choices=choices("1", "2", "3", "4", "5")),
    question("short_text", "short"),
    question("long_text", "long"),
    question("whole_number", "number", min=-5, max=5),
    question("hidden", "secret"),
    question("route", "road", cut_home=True, categories=[category("a", "line")]),
    question("place", "places", categories=[category("a", followups=[question("long_text", "why")])]),
    question("area", "areas", categories=[category("a")]),
)

text = st.text(st.characters(codec=None), max_size=30)
scalars = st.none() | st.booleans() | st.integers() | st.integers(min_value=10**4000) | st.floats() | text
anything = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4))
variables = st.sampled_from(list(ASKED.question_by_variable)) | text
geometries = anything | st.fixed_dictionaries(
    {
        "type": st.sampled_from(["Point", "LineString", "Polygon"]),
        "coordinates": anything
        | st.lists(st.floats(), max_size=3)
        | st.lists(st.lists(st.floats(-180, 180), min_size=2, max_size=3), max_size=6)
        | st.lists(st.lists(st.lists(st.floats(-90, 90), min_size=2, max_size=2), max_size=6), max_size=2),
    }
)
features = anything | st.fixed_dictionaries(
    {
        "type": st.just("Feature") | anything,
        "geometry": geometries,
        "properties": anything
        | st.fixed_dictionaries(
            {
                "question": variables | anything,
                "category": st.just("a") | anything,
                "answers": anything | st.dictionaries(st.just("why") | text, anything, max_size=2),
                "home_cut": anything,
            }
        ),
    }
)


@settings(max_examples=150, deadline=None)
@given(
    anything | st.dictionaries(variables, anything, max_size=6),
    anything | st.lists(features, max_size=4),
    st.booleans(),
)
def test_nothing_that_is_sent_raises(answers: Any, marks: Any, complete: bool) -> None:
    response = clean_response(ASKED, answers, marks, complete)

    stored = json.dumps(
        [response.answers, [[mark.geometry, mark.answers] for mark in response.marks], response.errors],
        ensure_ascii=False,
        allow_nan=False,
    )
    assert "\x00" not in stored.encode().decode()


@settings(max_examples=60, deadline=None)
@given(anything)
def test_no_document_raises_anything_but_its_own_error(document: Any) -> None:
    with pytest.raises(QuestionnaireError) as refused:
        Questionnaire.from_document(document)

    assert refused.value.problems
    str(refused.value).encode()


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, below in inner for found in paths(below, (*path, key)))]


PATHS = paths(template("barnetrakk_3_7"))[1:]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATHS), anything)
def test_a_template_with_any_part_replaced_is_read_or_refused(path: tuple[Any, ...], value: Any) -> None:
    document: Any = template("barnetrakk_3_7")
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    try:
        read = Questionnaire.from_document(json.loads(json.dumps(document)))
    except QuestionnaireError as refused:
        str(refused).encode()
    else:
        clean_response(read, {}, [], True)
