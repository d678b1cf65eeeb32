"""An onlooker who writes down every number ever shown can subtract none of them to a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.safeguards.steady_counts import (
    is_few,
    may_renew,
    next_counts,
    steadied,
    still_standing,
    unsubtractable,
    with_safe_total,
)
from participation.safeguards.suppression import respondents_by_cell

FEWEST = 3
SEASONS: dict[str, set[str]] = {
    "any": {"winter", "summer", "all_year", ""},
    "winter": {"winter", "all_year"},
    "summer": {"summer", "all_year"},
}
Mark = tuple[int, str, str]
Shown = dict[str, dict[str, int]]
marks = st.tuples(st.integers(1, 12), st.sampled_from("abc"), st.sampled_from(["winter", "summer", "all_year", ""]))
lessons = st.lists(st.lists(marks, min_size=1, max_size=6), min_size=1, max_size=12)


def respondents(drawn: Iterable[Mark]) -> dict[str, dict[str, set[int]]]:
    """Season → cell, or "total", → children."""
    return {
        season: respondents_by_cell(
            (cell, child) for child, place, when in drawn if when in told for cell in (place, "total")
        )
        for season, told in SEASONS.items()
    }


def watched(lesson: Sequence[Sequence[Mark]]) -> list[tuple[Shown, list[Mark]]]:
    """What was shown one after the other, and all that was drawn by then."""
    drawn: list[Mark] = []
    new: list[Mark] = []
    told: Shown = {season: {} for season in SEASONS}
    seen = []
    for step in lesson:
        new += step
        if may_renew((child for child, *_ in new), FEWEST):
            drawn, new = drawn + new, []
            shown = next_counts(respondents(drawn), told, whole="any", total="total", fewest=FEWEST)
            told = {season: told[season] | shown[season] for season in SEASONS}
            seen.append((shown, drawn))
    return seen


@given(lessons)
def test_nothing_fewer_than_three_drew_is_shown(lesson: list[list[Mark]]) -> None:
    for shown, drawn in watched(lesson):
        for season, cells in respondents(drawn).items():
            for cell in shown[season]:
                assert len(cells[cell]) >= FEWEST
                assert shown[season][cell] >= FEWEST


@given(lessons)
def test_no_two_numbers_of_a_cell_differ_by_a_few(lesson: list[list[Mark]]) -> None:
    seen = watched(lesson)
    for season in SEASONS:
        for cell in ("a", "b", "c", "total"):
            numbers = [shown[season][cell] for shown, _drawn in seen if cell in shown[season]]
            assert not any(is_few(later - earlier, FEWEST) for earlier, later in pairwise(numbers))


@given(lessons)
def test_no_two_filters_of_a_cell_subtract_to_a_few(lesson: list[list[Mark]]) -> None:
    for shown, _drawn in watched(lesson):
        for cell, everyone in shown["any"].items():
            parts = [shown[season][cell] for season in ("winter", "summer") if cell in shown[season]]
            assert not any(is_few(everyone - part, FEWEST) for part in parts)
            assert not any(is_few(everyone - sum(pair), FEWEST) for pair in combinations(parts, 2))


@given(lessons)
def test_no_cells_leave_a_few_of_their_total(lesson: list[list[Mark]]) -> None:
    for shown, _drawn in watched(lesson):
        for cells in shown.values():
            numbers = [number for cell, number in cells.items() if cell != "total"]
            for taken in (*numbers, sum(numbers)):
                assert "total" not in cells or not 0 < cells["total"] - taken < FEWEST


@given(lessons)
def test_a_number_is_never_more_than_two_behind(lesson: list[list[Mark]]) -> None:
    for shown, drawn in watched(lesson):
        for season, cells in respondents(drawn).items():
            assert all(abs(number - len(cells[cell])) < FEWEST for cell, number in shown[season].items())


@pytest.mark.parametrize(("children", "enough"), [([1, 1, 2, 2, 2], False), ([1, 2, 3], True), ([], False)])
def test_three_different_children_make_a_map_new(children: list[int], enough: bool) -> None:
    assert may_renew(children, FEWEST) is enough


def test_a_fourth_child_is_not_told_until_two_more_come() -> None:
    assert steadied({"a": 4}, {"a": 3}, FEWEST) == {"a": 3}
    assert steadied({"a": 5}, {"a": 3}, FEWEST) == {"a": 3}
    assert steadied({"a": 6, "b": 4}, {"a": 3}, FEWEST) == {"a": 6, "b": 4}


def test_seasons_that_overlap_in_one_child_are_not_both_shown() -> None:
    assert unsubtractable(7, {"winter": 4, "summer": 4}, FEWEST) == {"summer": 4}, "4 + 4 − 7 would be one child"
    assert unsubtractable(7, {"winter": 5}, FEWEST) == {}, "7 − 5 would be two children"
    assert unsubtractable(6, {"winter": 3, "summer": 3}, FEWEST) == {"winter": 3, "summer": 3}


def test_a_total_that_tells_of_one_child_elsewhere_is_left_out() -> None:
    assert with_safe_total({"total": 7, "a": 3, "b": 3}, "total", FEWEST) == {"a": 3, "b": 3}
    assert with_safe_total({"total": 5, "a": 3}, "total", FEWEST) == {"a": 3}
    for safe in ({"total": 6, "a": 3, "b": 3}, {"total": 7, "a": 4, "b": 4}, {"total": 9, "a": 3}):
        assert with_safe_total(safe, "total", FEWEST) == safe


def test_what_is_taken_back_leaves_no_number_of_two() -> None:
    assert still_standing({"a": 3, "b": 6}, {"a": {1, 2}, "b": {1, 2, 3, 4}}, FEWEST) == {"b": 6}
