"""What the server has stored, waited for: a page that says so may be a moment ahead of the test, or behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

Rows = list[dict[str, Any]]
LONGEST = 20  # seconds


def once(stored: Callable[[], Rows], holds: Callable[[Rows], bool]) -> Rows:
    """The rows once they are as they should be; as they are when that did not come."""
    late = time.monotonic() + LONGEST
    while not holds(found := stored()) and time.monotonic() < late:
        time.sleep(0.1)
    return found
