"""What the server has stored, waited for: a page that says so may be a moment ahead of the test, or behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

Rows = list[dict[str, Any]]
Found = TypeVar("Found")
LONGEST = 20  # seconds


def once(stored: Callable[[], Found], holds: Callable[[Found], bool]) -> Found:
    """What is stored once it is as it should be; as it is when that did not come."""
    late = time.monotonic() + LONGEST
    while not holds(found := stored()) and time.monotonic() < late:
        time.sleep(0.1)
    return found
