"""The button beside what was just done."""

from __future__ import annotations

import re
from typing import Any, NamedTuple


class Undo(NamedTuple):
    """What the button sends, and where."""

    address: str
    fields: dict[str, str]


def undo_offered(page: Any) -> Undo:
    """The one that the page shows."""
    found = re.search(r'flash-undo.*?action="([^"]+)".*?name="gone" value="([^"]+)"', page.text)
    assert found
    return Undo(found[1], {"gone": found[2]})
