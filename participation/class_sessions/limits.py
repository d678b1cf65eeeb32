"""Guessing codes: only failures count, because a whole school shares one address."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import flask
from limits import RateLimitItem, RateLimitItemPerHour

from participation.extensions import failure_limits


def wrong_code_limit(failed: Callable[[flask.Response], bool]) -> Callable[[Any], Any]:
    """Answer 429 after too many answers for which `failed` is true from one address, all such routes together."""
    return failure_limits.limit("wrong codes", _rate, failed)


def _rate() -> RateLimitItem:
    return _per_hour(flask.current_app.config["WRONG_CODES_PER_HOUR"])


@lru_cache(maxsize=8)
def _per_hour(number: int) -> RateLimitItem:
    return RateLimitItemPerHour(number)
