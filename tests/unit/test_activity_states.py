"""Whether an activity lets answers in: by what was pressed, and by the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from participation.activities.models import CLOSED, DRAFT, OPEN, PAUSED, SCHEDULED, state_at

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
BEFORE, AFTER = NOON - timedelta(minutes=1), NOON + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("status", "opens_at", "closes_at", "state"),
    [
        (OPEN, None, None, OPEN),
        (OPEN, AFTER, None, SCHEDULED),
        (OPEN, NOON, AFTER, OPEN),
        (OPEN, BEFORE, NOON, CLOSED),
        (PAUSED, AFTER, None, PAUSED),
        (PAUSED, None, BEFORE, CLOSED),
        (DRAFT, BEFORE, BEFORE, DRAFT),
        (CLOSED, BEFORE, AFTER, CLOSED),
    ],
)
def test_the_state_at_noon(status: str, opens_at: datetime | None, closes_at: datetime | None, state: str) -> None:
    assert state_at(NOON, status, opens_at, closes_at) == state
