"""Invented expressions and answers, sound ones and wrong ones, for hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from surveys.conditions.operators import OPERATORS

VARIABLES = ("a", "b", "c", "d", "constructor")

# Halves of characters cannot be sent as JSON text; cleaned answers hold none.
letters = st.characters(codec="utf-8")
texts = st.sampled_from(
    ["a", "b", "æøå", "😀", "12", "-1.5", " 3 ", "a b", "2024-02-29", "2026-11-22T14:30"]
) | st.text(letters, max_size=6)
numbers = (
    st.integers(-5, 5)
    | st.sampled_from([0.5, 1.005, 2.675, 0.1, 1e16, 1e21, 1e-7, 1e308, 5e-324, 2**53 + 1])
    | st.floats(allow_nan=False, allow_infinity=False)
)
codes = st.lists(st.sampled_from(["a", "b", "c"]) | texts, max_size=3)
plain = st.none() | st.booleans() | numbers | texts | codes
dates = st.dates().map(str)
patterns = st.text(st.sampled_from("ab1^$.*+?()[]|{2,}\\dw-"), max_size=8)

answers = st.dictionaries(st.sampled_from(VARIABLES), plain | dates, max_size=4)
told = st.fixed_dictionaries(
    {
        "answers": answers,
        "marks": st.dictionaries(st.sampled_from(VARIABLES), st.integers(0, 9), max_size=2),
        "self": plain,
        "now": st.none() | st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
        "followups": answers,
        "columns": answers,
    }
)

leaves = (
    plain
    | st.builds(lambda name, of: {name: of}, st.sampled_from(["answer", "marks", "column"]), st.sampled_from(VARIABLES))
    | st.sampled_from([{"self": True}, {"today": True}, {"now": True}])
    | dates.map(lambda date: {"date": date})
    | st.times().map(lambda time: {"time": time.isoformat("minutes")})
    | st.builds(lambda text, pattern: {"matches": [text, pattern]}, texts, patterns)
)
wrong = st.dictionaries(st.sampled_from(["and", "date", "answer", "column", "self", "wings"]), plain, max_size=2)


def _operation(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def of(name: str) -> st.SearchStrategy[Any]:
        operator = OPERATORS[name]
        arguments = st.lists(inner, min_size=operator.least, max_size=min(operator.most, 4))
        return arguments.map(lambda given: {name: given})

    return st.sampled_from(sorted(OPERATORS)).flatmap(of)


expressions = st.recursive(leaves | wrong, _operation, max_leaves=12)
