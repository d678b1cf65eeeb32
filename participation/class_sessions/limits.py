"""Guessing codes: only failures count, because a whole school shares one address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flask

from participation.extensions import limiter


def _rate() -> str:
    return f"{flask.current_app.config['WRONG_CODES_PER_HOUR']} per hour"


def wrong_code_limit(failed: Callable[[flask.Response], bool]) -> Callable[[Any], Any]:
    """Answer 429 after too many answers for which `failed` is true from one address, all such routes together."""
    return limiter.shared_limit(_rate, scope="wrong codes", deduct_when=failed)
