"""Small versions of the reliability trials (`make trust` runs the large ones) against a real server."""

from __future__ import annotations

import pytest

from bench.trials import full_disk, kills, locked, slow_senders, wrong_codes

pytestmark = pytest.mark.xdist_group("serving")


def test_a_server_that_is_killed_loses_nothing_it_acknowledged() -> None:
    assert kills.trial(hand_ins=60, longest_life=1.0) == []


def test_a_locked_database_is_told_soon_and_nothing_is_lost() -> None:
    assert locked.trial(seconds=4) == []


def test_a_full_disk_is_never_an_error_of_ours() -> None:
    assert full_disk.trial() == []


def test_half_sent_requests_hold_nobody_up() -> None:
    assert slow_senders.trial(slow=50) == []


def test_guessing_codes_is_stopped() -> None:
    assert wrong_codes.trial(guesses=150, allowed=1000) == []
