import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.safeguards.suppression import (
    fewest_respondents,
    respondents_by_cell,
    suppress,
    suppress_filtered,
    suppress_parts,
)

respondents = st.frozensets(st.integers(0, 12))
cells = st.dictionaries(st.sampled_from("abcdef"), respondents)


@pytest.mark.parametrize(
    ("public", "configured", "fewest"), [(True, None, 5), (False, None, 3), (True, 10, 10), (True, 2, 5), (False, 1, 3)]
)
def test_settings_raise_the_limit_and_never_lower_it(public: bool, configured: int | None, fewest: int) -> None:
    assert fewest_respondents(public=public, configured=configured) == fewest


def test_respondents_count_and_marks_do_not() -> None:
    marks = [("a", 1)] * 50 + [("a", 2), ("b", 1), ("b", 2), ("b", 3)]

    counts = suppress(respondents_by_cell(marks), 3)

    assert counts.shown == {"b": 3}
    assert counts.hidden == {"a"}


@given(cells, st.integers(-5, 8))
def test_nothing_is_ever_shown_of_fewer_than_three(counted: dict[str, frozenset[int]], fewest: int) -> None:
    assert all(count >= max(fewest, 3) for count in suppress(counted, fewest).shown.values())


def test_a_filter_that_leaves_out_one_child_hides_the_cell() -> None:
    everyone = {"a": {1, 2, 3, 4, 5, 6}, "b": {1, 2, 3, 4, 5}}
    winter = {"a": {1, 2, 3, 4, 5}, "b": {1, 2, 3, 4, 5}}

    assert suppress_filtered(winter, everyone, 5).shown == {"b": 5}


@given(cells, cells)
def test_no_difference_between_filters_tells_of_a_few(
    everyone: dict[str, frozenset[int]], kept: dict[str, frozenset[int]]
) -> None:
    filtered = {cell: kept.get(cell, frozenset()) & every for cell, every in everyone.items()}

    for cell in suppress_filtered(filtered, everyone, 5).shown:
        assert len(everyone[cell] - filtered[cell]) not in range(1, 5)


def test_what_is_hidden_cannot_be_subtracted_out_of_a_total() -> None:
    parts = {"walk": {1, 2, 3, 4, 5, 6}, "bus": {7, 8, 9, 10, 11}, "car": {12}}

    counts = suppress_parts(parts, 5)

    assert counts.shown == {"walk": 6}
    assert counts.hidden == {"bus", "car"}


@given(cells)
def test_hidden_parts_are_always_of_enough_together_or_everything(parts: dict[str, frozenset[int]]) -> None:
    counts = suppress_parts(parts, 5)
    together = set().union(*(parts[cell] for cell in counts.hidden)) if counts.hidden else set()

    assert not counts.hidden or len(together) >= 5 or not counts.shown
