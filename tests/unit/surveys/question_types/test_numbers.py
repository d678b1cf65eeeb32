"""Whole numbers, decimals and sliders."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answer_form import answer_form
from surveys.errors import AnswerError
from surveys.read_number import read_number
from tests.unit.surveys.documents import label
from tests.unit.surveys.question_types.asking import ask, columns, problems, refusal


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 234,5", 1234.5),
        ("1\u00a0234\u202f567", 1234567),
        ("12,50", 12.5),
        ("12.5", 12.5),
        (",5", 0.5),
        ("5,", 5),
        ("−3", -3),
        (" +2 ", 2),
        ("0", 0),
        ("٣", 3),
        ("٢٫٥", 2.5),
        ("۱۲٬۳۴۵", 12345),
        ("-۴,۲۵", -4.25),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str, number: float) -> None:
    assert read_number(written) == pytest.approx(number)


@pytest.mark.parametrize(
    "written",
    ["", "1,2,3", "1.234,5", "1e5", "12 34", "3 kr", "0x10", "٣٤ ٥٦", "٫", "½", "NaN", "inf", "--1", "9" * 5000, True],
)
def test_what_is_no_number_is_not_guessed_at(written: object) -> None:
    assert read_number(written) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 2**53, 1e300, 10**400, "9" * 16, []])
def test_a_number_out_of_reach_is_refused(value: object) -> None:
    refusal(ask("decimal"), value)
    refusal(ask("whole_number"), value)
    refusal(ask("slider"), value)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.text(max_size=20))
def test_a_decimal_is_clean_once_and_for_all(value: Any) -> None:
    asked = ask("decimal")
    try:
        cleaned = asked.clean(value)
    except Exception as refused:
        assert type(refused).__name__ == "AnswerError"
    else:
        assert asked.clean(cleaned) == cleaned


def test_a_decimal_has_limits_and_so_many_decimals() -> None:
    asked = ask("decimal", min=0.5, max=10, decimals=1)

    assert asked.clean("2,5") == 2.5
    assert isinstance(asked.clean(3), float)
    assert "no more decimals than 1" in refusal(asked, "2,55")
    assert "from 0.5 to 10" in refusal(asked, "0,4")


def test_limits_are_told_with_the_sign_of_the_language() -> None:
    comma = {"%(whole)s.%(decimals)s": "%(whole)s,%(decimals)s"}
    with pytest.raises(AnswerError) as told:
        ask("decimal", min=-0.5, max=10).clean("-0,75")
    assert "from -0,5 to 10." in told.value.render(lambda text: comma.get(text, text))


def test_a_decimal_is_shown_with_the_sign_of_the_language() -> None:
    asked = replace(ask("decimal"), label={"nb": "Hvor mye?", "en": "How much?"})
    make = {spoken: answer_form([asked], spoken, str) for spoken in ("nb", "en")}

    assert 'value="1234,5"' in str(make["nb"](data={"asked": 1234.5})["asked"]())
    assert 'value="1234.5"' in str(make["en"](data={"asked": 1234.5})["asked"]())


@pytest.mark.parametrize(
    ("settings", "value", "stored"),
    [
        ({}, "40", 40),
        ({}, 40.0, 40),
        ({"min": -5, "max": 5, "step": 0.5}, "1,5", 1.5),
        ({"min": 0, "max": 1, "step": 0.1}, 0.3, 0.3),
        ({"min": 5, "max": 25, "step": 10}, 15, 15),
    ],
)
def test_a_slider_takes_its_own_steps(settings: dict[str, Any], value: object, stored: float) -> None:
    assert ask("slider", **settings).clean(value) == stored


@pytest.mark.parametrize("value", [101, -1, 40.5, "mye", True, [40]])
def test_a_slider_takes_nothing_between_them(value: object) -> None:
    refusal(ask("slider"), value)


def test_a_slider_is_summed_up_on_its_own_scale_too() -> None:
    asked = ask("slider", min=0, max=10)
    summary = asked.behaviour.summarise(asked, [2, None, 4])

    assert (summary.answered, summary.mean, summary.mean_0_100) == (2, 3, 30)


def test_columns_hold_numbers() -> None:
    assert columns(ask("whole_number")) == {"asked": "integer"}
    assert columns(ask("decimal")) == columns(ask("slider")) == {"asked": "number"}


@pytest.mark.parametrize(
    ("kind", "settings", "place"),
    [
        ("whole_number", {"min": 5, "max": 1}, "min"),
        ("whole_number", {"min": 0.5}, "min"),
        ("decimal", {"min": 5, "max": 1.5}, "min"),
        ("decimal", {"max": float("nan")}, "max"),
        ("decimal", {"max": True}, "max"),
        ("decimal", {"decimals": 9}, "decimals"),
        ("slider", {"step": 0}, "step"),
        ("slider", {"step": 7}, "step"),
        ("slider", {"max": 10, "step": 0.001}, "step"),
        ("slider", {"min": 100}, "step"),
        ("slider", {"min": 2, "max": 1}, "min"),
        ("slider", {"high_label": 3}, "high_label"),
    ],
)
def test_wrong_settings_are_told(kind: str, settings: dict[str, Any], place: str) -> None:
    assert place in problems(kind, **settings)


def test_the_ends_of_a_slider_have_words() -> None:
    assert ask("slider", low_label=label("Aldri")).setting("low_label") == {"nb": "Aldri"}
