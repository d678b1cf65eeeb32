"""XPath as ODK has it, to our conditions and back."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.conditions.names import Known, Names
from surveys.conditions.operators.operator import NUMBER
from surveys.xlsform.xpath.reading import read_condition, read_value
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.tokens import XPathError
from surveys.xlsform.xpath.writing import XPathWriter
from tests.unit.surveys.xlsform.sound_expressions import KNOWN, NAMES, sound_conditions, sound_numbers

AROUND = Surroundings(NAMES, {**{name: name for name in KNOWN}, "Way to school": "way"}, {"way": {"on foot": "walk"}})
OWN = {kind: Surroundings(Names(KNOWN, Known(kind)), AROUND.variables) for kind in ("number", "text", "date")}
ALL_KINDS = frozenset({"number", "step", "text", "code", "date", "time", "date_time"})


def said(expression: Any) -> str:
    return json.dumps(expression, sort_keys=True)


@pytest.mark.parametrize(
    ("xpath", "expected"),
    [
        ("${age} > 17", {">": [{"answer": "age"}, 17]}),
        ("${age}>'17'", {">": [{"answer": "age"}, 17]}),
        ("${age} = ''", {"not": [{"answered": [{"answer": "age"}]}]}),
        ("'' != ${why}", {"answered": [{"answer": "why"}]}),
        ("${places} != ''", {">": [{"marks": "places"}, 0]}),
        ("${way} = 1", {"=": [{"answer": "way"}, "1"]}),
        ("${way} > 1", {">": [{"number": [{"answer": "way"}]}, 1]}),
        ("${Way to school} = 'on foot'", {"=": [{"answer": "way"}, "walk"]}),
        ("selected(${way}, 'on foot')", {"selected": [{"answer": "way"}, "walk"]}),
        ("${why} = 'cars dark'", {"=": [{"answer": "why"}, ["cars", "dark"]]}),
        ("${agreed} = 'OK' and ${age}", {"and": [{"answer": "agreed"}, {"!=": [{"answer": "age"}, 0]}]}),
        ("${agreed} != 'OK'", {"not": [{"answer": "agreed"}]}),
        ("${day} > '2026-01-31'", {">": [{"answer": "day"}, {"date": "2026-01-31"}]}),
        ("${hour} < '14:30:00'", {"<": [{"answer": "hour"}, {"time": "14:30"}]}),
        ("regex(${age}, '[0-9]')", {"matches": [{"text": [{"answer": "age"}]}, "[0-9]"]}),
        ("not(selected(${why},'dark'))", {"not": [{"selected": [{"answer": "why"}, "dark"]}]}),
        ("${name} = “Kari”", {"=": [{"answer": "name"}, "Kari"]}),
        ("true() and (false() or not(true()))", {"and": [True, {"or": [False, {"not": [True]}]}]}),
        ("1 < 2 and 2<3 and 3 < 4", {"and": [{"<": [1, 2]}, {"<": [2, 3]}, {"<": [3, 4]}]}),
    ],
)
def test_a_condition_says_the_same(xpath: str, expected: Any) -> None:
    assert said(read_condition(xpath, AROUND)) == said(expected)


@pytest.mark.parametrize(
    ("xpath", "expected", "kind"),
    [
        ("2 + 3 * -${age} div 4", {"+": [2, {"div": [{"*": [3, {"-": [{"answer": "age"}]}]}, 4]}]}, "number"),
        ("10 - 2 - 3", {"-": [{"-": [10, 2]}, 3]}, "number"),
        ("if(${age} > 9, 'big', '')", {"if": [{">": [{"answer": "age"}, 9]}, "big", None]}, "text"),
        (
            "int((today() - ${day}) div 365.25)",
            {"int": [{"div": [{"days_between": [{"answer": "day"}, {"today": True}]}, 365.25]}]},
            "number",
        ),
        ("date(${day} + 7)", {"add_days": [{"answer": "day"}, 7]}, "date"),
        ("number(format-date(${day}, '%m'))", {"month": [{"answer": "day"}]}, "number"),
        ("format-date(${day}, '%Y')", {"text": [{"year": [{"answer": "day"}]}]}, "text"),
        ("once(concat(${name}, ' ', ${age}))", {"join": [{"answer": "name"}, " ", {"answer": "age"}]}, "text"),
        ("selected-at(${why}, 0)", {"selected_at": [{"answer": "why"}, 0]}, "text"),
        ("pow(${way}, 2)", {"power": [{"number": [{"answer": "way"}]}, 2]}, "number"),
        ("${age} > 3", {"text": [{">": [{"answer": "age"}, 3]}]}, "text"),
    ],
)
def test_a_calculation_says_the_same(xpath: str, expected: Any, kind: str) -> None:
    found, gives = read_value(xpath, AROUND, ALL_KINDS)  # type: ignore[arg-type]
    assert said(found) == said(expected)
    assert gives == kind


def test_the_dot_is_the_question_itself() -> None:
    assert read_condition(". >= 0 and . <= 120", OWN["number"]) == {
        "and": [{">=": [{"self": True}, 0]}, {"<=": [{"self": True}, 120]}]
    }
    assert read_condition("string-length(.) < 9", OWN["text"]) == {"<": [{"length": [{"self": True}]}, 9]}
    assert read_condition(". <= today()", OWN["date"]) == {"<=": [{"self": True}, {"today": True}]}
    with pytest.raises(XPathError, match="own answer"):
        read_condition(". > 1", AROUND)


@pytest.mark.parametrize(
    ("xpath", "why"),
    [
        ("", "is empty"),
        ("${age} >", "cannot stand here"),
        ("${age} > 'ung", "quotation mark is missing"),
        ("(${age} > 1", "is missing before"),
        ("${age} == 1", "cannot stand here"),
        ("${age} > 1)", "cannot stand here"),
        ("age > 1", "is a path"),
        ("/data/age > 1", "is a path"),
        ("instance('x')/root/item[name = 1]", "not known|is a path"),
        ("${nobody} = 1", "No question before this has the name"),
        ("pulldata('f', 'a', 'b', ${age}) = 1", "function .* is not known"),
        ("wings(1)", "function .* is not known"),
        ("selected(${why})", "does not fit"),
        ("selected(${why}, 'light')", "not one of the choices"),
        ("${way} = 'rocket'", "not one of the choices"),
        ("${mood} = 'high'", "not one of the choices"),
        ("regex(${name}, '(?=a)')", "."),
        ("regex(${name}, ${name})", "pattern"),
        ("'a' + 1", "This gives"),
        ("§", "cannot stand here"),
        ("(" * 10_000 + "1" + ")" * 10_000, "too long|too deep"),
        ("(" * 100 + "1" + ")" * 100, "too deep"),
        ("-" * 100 + "1", "too deep"),
        ("not(" * 30 + "true()" + ")" * 30, "too large"),
        (" and ".join(["true()"] * 300), "does not fit"),
        ("1 + " * 3000 + "1", "too long"),
    ],
)
def test_what_cannot_be_read_is_told(xpath: str, why: str) -> None:
    with pytest.raises(XPathError) as told:
        read_condition(xpath, AROUND)
    assert re.search(why, told.value.message.render())


@given(sound_conditions)
def test_a_condition_comes_back_as_it_was(condition: Any) -> None:
    _comes_back(condition, lambda xpath: read_condition(xpath, AROUND))


@given(sound_numbers)
def test_a_calculation_comes_back_as_it_was(calculation: Any) -> None:
    _comes_back(calculation, lambda xpath: read_value(xpath, AROUND, NUMBER)[0])


def _comes_back(expression: Any, read: Any) -> None:
    written = XPathWriter(NAMES, {}).written(expression)
    try:
        assert said(read(written)) == said(expression)
    except XPathError as error:
        # What the checker itself does not take is no sound expression.
        assert "too large" in error.message.render() or "no value" in error.message.render()


@given(st.text(st.sampled_from("${age} ()'\"<>=!+-*/.,[]@divandormodnot0123456789|${way}"), max_size=60))
def test_nothing_written_makes_it_fall(xpath: str) -> None:
    try:
        read_condition(xpath, AROUND)
    except XPathError as error:
        assert error.message.render()
