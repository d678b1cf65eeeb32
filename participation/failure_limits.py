"""Guessing is slowed down: failures are counted by address, and only failures, because a whole school shares one.

The `limits` library counts; Flask-Limiter on top of it cost each hand-in as much as its checks.
"""

from __future__ import annotations

import functools
import hmac
import time
from collections.abc import Callable
from typing import Any

import flask
from limits import RateLimitItem
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

Rate = Callable[[], RateLimitItem]
Failed = Callable[[flask.Response], bool]


class FailureLimits:
    """Decorators for views; counts stand in the storage of setting RATE_LIMIT_STORAGE, one for each application."""

    def init_app(self, app: flask.Flask) -> None:
        """Give `app` its counter."""
        storage = storage_from_string(app.config["RATE_LIMIT_STORAGE"])
        app.extensions["failure_limits"] = FixedWindowRateLimiter(storage)

    def limit(self, scope: str, rate: Rate, failed: Failed, methods: tuple[str, ...] = ()) -> Callable[[Any], Any]:
        """Answer 429 after `rate` answers of views of one `scope` for which `failed` is true, from one address."""

        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            @functools.wraps(view)
            def guarded(*args: Any, **values: Any) -> Any:
                if not methods or flask.request.method in methods:
                    watch(scope, rate(), failed)
                return view(*args, **values)

            return guarded

        return declare


def watch(scope: str, rate: RateLimitItem, failed: Failed) -> None:
    """TooManyRequests when this address has spent `rate`; else count this request if its answer says so."""
    counter: FixedWindowRateLimiter = flask.current_app.extensions["failure_limits"]
    address = _disguised(flask.request.remote_addr or "unknown")
    if not counter.test(rate, scope, address):
        until = counter.get_window_stats(rate, scope, address).reset_time
        raise TooManyRequests(retry_after=max(1, int(until - time.time()) + 1))

    def count(response: flask.Response) -> flask.Response:
        if failed(response):
            counter.hit(rate, scope, address)
        return response

    flask.after_this_request(count)


def _disguised(address: str) -> str:
    """What stands for an address where failures are counted, which may be a store that others look into."""
    key = f"addresses {flask.current_app.config['SECRET_KEY']}"
    return hmac.digest(key.encode(), address.encode(), "sha256").hex()[:32]
