"""What in a participant's texts a person should look at first: words for the `flags` columns."""

from __future__ import annotations

from typing import Any


def flags(_answers: dict[str, Any]) -> str:
    """Words such as "worrying personal:phone" for these answers; empty when nothing was found."""
    return ""
