"""Nobody is told of in a group of few, whatever the columns are."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from participation.safeguards.groups import told_of

FEWEST = 5


def people(**counts: int) -> dict[tuple[str, ...], set[str]]:
    """`zone_year=count` as background → respondents."""
    return {tuple(name.split("_")): {f"{name}{number}" for number in range(count)} for name, count in counts.items()}


def test_what_enough_share_is_told() -> None:
    assert told_of(people(north_6=5, south_6=7), FEWEST) == {
        ("north", "6"): ("north", "6"),
        ("south", "6"): ("south", "6"),
    }


def test_the_last_column_gives_way_first() -> None:
    told = told_of(people(north_6=4, north_7=3, south_6=9), FEWEST)
    assert told == {("north", "6"): ("north", None), ("north", "7"): ("north", None), ("south", "6"): ("south", "6")}


def test_a_few_are_not_left_alone_among_the_blanks() -> None:
    """One in the south would be known by being the only one without a zone."""
    told = told_of(people(north_6=6, east_6=9, south_6=1), FEWEST)
    assert told[("south", "6")] == told[("north", "6")] == (None, "6")
    assert told[("east", "6")] == ("east", "6")


def test_a_hexagon_is_not_told_where_its_zone_is_not() -> None:
    told = told_of(people(north_a=3, west_c=5, south_b=6), FEWEST, finer={1})
    assert told == {("north", "a"): (None, None), ("west", "c"): (None, None), ("south", "b"): ("south", "b")}


def test_nothing_is_told_of_too_few_in_all() -> None:
    assert told_of(people(north_6=4), FEWEST) == {}
    assert told_of({}, FEWEST) == {}


backgrounds = st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from([1, 2, None]))


@given(st.dictionaries(backgrounds, st.sets(st.integers(0, 40), min_size=1), max_size=27), st.sampled_from([(), (1,)]))
def test_every_group_has_enough(members: dict[tuple[object, ...], set[int]], finer: tuple[int, ...]) -> None:
    groups: dict[tuple[object, ...], set[int]] = defaultdict(set)
    told = told_of(members, FEWEST, finer)
    for background, values in told.items():
        assert all(shown in (None, value) for shown, value in zip(values, background, strict=True))
        groups[values] |= members[background]
    assert all(len(group) >= FEWEST for group in groups.values())
    assert told.keys() in (members.keys(), set())
