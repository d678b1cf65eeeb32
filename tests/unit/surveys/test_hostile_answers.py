"""Whatever a stranger sends, the answer is a list of errors or something that can be stored."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.answers import clean_response
from surveys.questionnaire import Questionnaire, QuestionnaireError
from surveys.templates import template
from tests.unit.surveys.condition_scope import DATA
from tests.unit.surveys.documents import category, question, questionnaire
from tests.unit.surveys.examples import EXAMPLES

ONE_OF_EACH = [question(name, f"one_{name}", **settings) for name, (settings, _answer) in EXAMPLES.items()]
INSIDE = {"keep": "inside", "area": {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 0]]]}}
ASKED = questionnaire(
    *ONE_OF_EACH,
    question("route", "road", cut_home=True, categories=[category("a", "line")]),
    question(
        "place",
        "places",
        boundary=INSIDE,
        categories=[category("a", followups=[question("long_text", "why"), question("slider", "how_much")])],
    ),
)

NOT_EMPTY = {"answered": [{"answer": "one_short_text"}]}
SHOWN_BY_CONDITION = questionnaire(
    *(
        {**asked, "relevant": NOT_EMPTY, "constraint": {"!=": [{"marks": "road"}, 2]}}
        if asked["variable"] not in ("one_short_text", "road")
        else asked
        for asked in [question("route", "road"), *sorted(ONE_OF_EACH, key=lambda asked: asked["type"] != "short_text")]
    ),
    question("place", "places", relevant=NOT_EMPTY, required=NOT_EMPTY, categories=[category("a")]),
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


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([ASKED, SHOWN_BY_CONDITION]),
    anything | st.dictionaries(variables, anything, max_size=6),
    anything | st.lists(features, max_size=4),
    st.booleans(),
)
def test_nothing_that_is_sent_raises(asked: Questionnaire, answers: Any, marks: Any, complete: bool) -> None:
    response = clean_response(asked, answers, marks, complete)

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


WITH_LOGIC = [case["document"] for case in json.loads((DATA / "flow_cases.json").read_text()) if "situations" in case]
DOCUMENTS = [template("barnetrakk_3_7"), ASKED.document, *WITH_LOGIC]
PATHS = [(number, path) for number, document in enumerate(DOCUMENTS) for path in paths(document)[1:]]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATHS), anything)
def test_a_document_with_any_part_replaced_is_read_or_refused(found: tuple[int, tuple[Any, ...]], value: Any) -> None:
    assert_read_or_refused(*found, value)


def test_a_document_with_nothing_where_something_stood_is_read_or_refused() -> None:
    for number, path in PATHS:
        assert_read_or_refused(number, path, None)


def assert_read_or_refused(number: int, path: tuple[Any, ...], value: Any) -> None:
    document: Any = deepcopy(DOCUMENTS[number])
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
