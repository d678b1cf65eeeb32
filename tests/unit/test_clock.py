"""Moments in the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from participation.clock import UTCDateTime

MOMENT = datetime(2026, 3, 2, 9, 30, 0, 5, UTC)
ELSEWHERE = MOMENT.astimezone(timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("dialect", "stored"),
    [(sqlite.dialect(), "2026-03-02 09:30:00.000005"), (postgresql.dialect(), ELSEWHERE)],
    ids=["sqlite", "postgresql"],
)
def test_a_moment_comes_out_of_the_store_in_utc(dialect: Dialect, stored: object) -> None:
    kind = UTCDateTime().dialect_impl(dialect)
    write, read = kind.bind_processor(dialect), kind.result_processor(dialect, None)
    assert write and read
    assert (read(stored), read(None)) == (MOMENT, None)
    assert read(stored).tzinfo is UTC
    assert read(write(ELSEWHERE)) == MOMENT
    with pytest.raises(ValueError, match="without a time zone"):
        write(datetime(2026, 3, 2))
