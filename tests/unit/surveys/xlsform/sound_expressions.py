"""Invented expressions of the right kinds, over questions of every kind."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from surveys.conditions.names import Known, Names

KNOWN = {
    "age": Known("number"),
    "mood": Known("step", ("dont_know",)),
    "way": Known("code", ("walk", "bus", "1", "dont_know")),
    "why": Known("codes", ("dark", "cars")),
    "name": Known("text"),
    "day": Known("date"),
    "hour": Known("time"),
    "met": Known("date_time"),
    "agreed": Known("boolean"),
    "places": Known("number", on_map=True),
    "many": Known("unknown"),
}
NAMES = Names(KNOWN)


def _of(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.just({"answer": name})


words = st.sampled_from(["a", "it's", 'say "so"', "æøå", "12", "a b", "{x}", "${x}"])
literal_numbers = st.integers(-50, 50) | st.sampled_from([0.5, 1.005, -2.25, 1e-7, 12345678.5])


def _operations(numbers: Any, conditions: Any, texts: Any, days: Any) -> tuple[Any, Any, Any, Any]:
    def made(name: str, *given: Any) -> st.SearchStrategy[dict[str, Any]]:
        return st.tuples(*given).map(lambda parts: {name: list(parts)})

    def chained(name: str, part: Any) -> st.SearchStrategy[dict[str, Any]]:
        return st.lists(part, min_size=2, max_size=3).map(lambda parts: {name: parts})

    more_numbers = st.one_of(
        *(chained(name, numbers) for name in ("+", "*", "min", "max")),
        *(made(name, numbers, numbers) for name in ("-", "div", "mod")),
        *(made(name, numbers) for name in ("abs", "sqrt", "int", "round")),
        made("round", numbers, st.integers(0, 4)),
        made("power", numbers, st.integers(-3, 3)),
        made("length", texts),
        made("count_selected", _of("why")),
        made("if", conditions, numbers, numbers),
        made("coalesce", numbers, numbers),
        made("days_between", days, days),
        *(made(name, days) for name in ("year", "month", "day")),
    )
    more_conditions = st.one_of(
        *(chained(name, conditions) for name in ("and", "or")),
        made("not", conditions),
        *(made(name, numbers, numbers) for name in ("=", "!=", "<", "<=", ">", ">=")),
        *(made(name, days, days) for name in ("=", "<", ">=")),
        made("=", _of("way"), st.sampled_from(["walk", "1"])),
        made("<", _of("hour"), st.just({"time": "14:30"})),
        made("selected", _of("why"), st.sampled_from(["dark", "cars"])),
        made("selected", _of("way"), st.sampled_from(["bus", "1"])),
        made("=", _of("why"), st.just(["cars", "dark"])),
        *(made(name, texts, words) for name in ("contains", "starts_with", "ends_with")),
        made("answered", st.sampled_from(list(KNOWN)[:8]).map(lambda name: {"answer": name})),
        made("answered", _of("many")),
        made("matches", _of("name"), st.just("[a-z']+")),
    )
    more_texts = st.one_of(
        made("join", texts, texts),
        made("substring", texts, numbers, numbers),
        made("text", _of("age")),
        made("selected_at", _of("why"), numbers),
    )
    return more_numbers, more_conditions, more_texts, made("add_days", days, numbers)


def _sound() -> tuple[st.SearchStrategy[Any], st.SearchStrategy[Any]]:
    numbers: Any = literal_numbers | _of("age") | _of("mood") | st.just({"marks": "places"})
    conditions: Any = st.booleans() | _of("agreed")
    texts: Any = _of("name")
    days: Any = _of("day") | _of("met") | st.just({"today": True}) | st.just({"date": "2026-11-22"})
    for _level in range(3):
        more = _operations(numbers, conditions, texts, days)
        numbers, conditions, texts, days = (
            old | new for old, new in zip((numbers, conditions, texts, days), more, strict=True)
        )
    return conditions, numbers


sound_conditions, sound_numbers = _sound()
