"""The texts that a person has read and that nothing is pointed out in."""

from __future__ import annotations

from collections import Counter
from typing import Any

from participation.responses.flags import flags

TOLD, UNREAD, POINTED_OUT = "told", "unread", "pointed_out"


class ReviewedTexts:
    """`counted`: how many texts are told, nobody had read, or had something pointed out."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()

    def of(self, row: Any, text: Any) -> str | None:
        """A text of the mark or the response, where it may be told. What was blurred in it is looked at as it is now."""
        if not isinstance(text, str) or not text.strip():
            return None
        state = UNREAD if row.reviewed_at is None else POINTED_OUT if flags({"text": text}) else TOLD
        self.counted[state] += 1
        return text if state == TOLD else None
