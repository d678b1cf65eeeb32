"""What a respondent types is taken, or refused in the same words, by the page's scripts and by the server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.errors import AnswerError
from surveys.messages import untranslated
from surveys.question import Question
from surveys.question_reading import read_questions
from tests.browser.every_question import EVERY, QUESTIONS
from tests.unit.surveys.documents import choices, question
from tests.unit.surveys.script import Script, script

DOCUMENTS = {asked["variable"]: asked for asked in QUESTIONS}
LIKE_NUMBERS = st.text("0123456789٠١٩۰۵٫٬ .,+-−–\u00a0\u2009eEx", max_size=24)
LIKE_DAYS = st.from_regex(r"[0-9]{1,4}[-. ]{1,2}[0-9]{1,2}[-. ]{1,2}[0-9]{1,4}", fullmatch=True)
LIKE_TIMES = st.from_regex(r"[0-9]{1,2}[:.][0-9]{1,2}([:.][0-9]{1,2}(\.[0-9]{0,3})?)?", fullmatch=True)
LIKE_MOMENTS = st.builds("{}{}{}".format, LIKE_DAYS, st.sampled_from(["T", " ", ", ", "", "  "]), LIKE_TIMES)
TYPED: dict[str, list[Any]] = {
    "mode": ["walk", None],
    "wishes": [["benches"], ["none"], ["none", "trees"], ["benches", "trees", "lights"], None],
    "safe": ["1", "6", "dont_know", None],
    "mood": ["5", None],
    "works": [{"paths": "3"}, {"paths": "1", "lights": "dont_know", "snow": "6"}, None],
    "often": [{"paths": "daily"}, None],
    "first": [["trees", "benches"], ["trees", "trees"], None],
    "called": ["Løkka", " ", "x" * 20, "x" * 21, " " + "ø" * 20 + " ", "👍" * 20, None],
    "story": ["En\nto", "x" * 2001, None],
    "household": ["3", " 20 ", "0", "21", "3,0", "3,5", "tre", "1 000", "+2", "−1", "٣", "۱۲", "?", None],
    "distance": ["2,5", "٢٫٥", "۲٫۵۵", "2.50", "2,55", ",5", "1 234,5", "-1", "1e3", "?", None],
    "minutes": ["0", "35", "60", "61", "?", None],
    "moved": [
        "2019-05-17",
        "17.5.2019",
        "17. 05. 2019",
        "2019-02-29",
        "29.02.2020",
        "2027-01-01",
        "0999-01-01",
        "?",
        None,
    ],
    "home": ["16:30", "4.05", "24:00", "16:30:59", "16:30:00.000", "?", None],
    "met": [
        "2026-11-22T14:30",
        "2026-11-22T14:30:00",
        "22.11.2026 14.30",
        "22. 11. 2026, 4:05",
        "2026-11-22 14:30",
        "2026-11-22",
        "14:30",
        "30.2.2026 14:30",
        "22.11.2026 24:00",
        "2019-12-31T23:59",
        "2031-01-01T00:00",
        "?",
        None,
    ],
    "agreed": [True, None],
}


@pytest.fixture(scope="module")
def device() -> Iterator[Script]:
    with script() as running:
        yield running


def on_server(asked: Question, typed: Any) -> dict[str, Any]:
    """As the page's scripts say it."""
    try:
        value = asked.clean(typed)
    except AnswerError as error:
        return {"value": None, "problem": error.render(untranslated), "lacks": ""}
    lacks = asked.behaviour.lacking(asked, value, required=True)
    return {"value": value, "problem": "", "lacks": lacks.render(untranslated) if lacks else ""}


def agree(device: Script, asked: Question, document: dict[str, Any], typed: Any) -> None:
    there, here = on_server(asked, typed), device("typed", document, typed)
    # Texts go as they were typed: the server tidies them.
    assert {**here, "value": asked.clean(here["value"])} == there


@pytest.mark.parametrize(("variable", "typed"), [(name, one) for name, some in TYPED.items() for one in some])
def test_an_answer_is_judged_alike(device: Script, variable: str, typed: Any) -> None:
    agree(device, EVERY.question(variable), DOCUMENTS[variable], typed)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["household", "distance"]), LIKE_NUMBERS)
def test_a_number_is_judged_alike(device: Script, variable: str, typed: str) -> None:
    agree(device, EVERY.question(variable), DOCUMENTS[variable], typed or None)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.tuples(st.just("moved"), LIKE_DAYS),
        st.tuples(st.just("home"), LIKE_TIMES),
        st.tuples(st.just("met"), LIKE_MOMENTS),
    )
)
def test_a_day_or_a_time_is_judged_alike(device: Script, case: tuple[str, str]) -> None:
    agree(device, EVERY.question(case[0]), DOCUMENTS[case[0]], case[1])


def test_too_few_choices_are_told_alike(device: Script) -> None:
    document = question(
        "multiple_choice",
        "some",
        choices=[*choices("a", "b"), {"code": "no", "label": {"nb": "Nei"}, "exclusive": True}],
        min=2,
    )
    [asked] = read_questions([document])
    for typed in (["a"], ["a", "b"], ["no"], None):
        agree(device, asked, document, typed)
