"""A week begins at midnight on a Norwegian clock, also where the clock is changed in it."""

from datetime import UTC, datetime

import pytest

from participation.downloads.weeks import ends_of


def test_a_week_begins_on_monday_in_norway() -> None:
    assert ends_of("2026-W10") == (datetime(2026, 3, 1, 23, tzinfo=UTC), datetime(2026, 3, 8, 23, tzinfo=UTC))


def test_a_week_with_summer_time_in_it_is_an_hour_shorter() -> None:
    assert ends_of("2026-W13") == (datetime(2026, 3, 22, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC))


@pytest.mark.parametrize("week", ["", "neste", "2026-W54", "2026-W00", "0000-W01", "2026-10", "2026-W1"])
def test_what_is_no_week_has_no_ends(week: str) -> None:
    assert ends_of(week) is None
