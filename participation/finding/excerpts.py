"""The piece of a text in which what was looked for stands."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

AROUND = 120


class Excerpt(NamedTuple):
    """`hit` as the text writes it; empty where small letters and capitals are too unlike for it to be pointed at."""

    before: str
    hit: str
    after: str


def excerpt(text: str, wanted: str) -> Excerpt:
    """The first place in the text where it stands, with some words around."""
    whole = unicodedata.normalize("NFC", text)
    found = re.search(re.escape(wanted), whole, re.IGNORECASE)
    start, end = found.span() if found else (0, 0)
    before, after = whole[max(0, start - AROUND) : start], whole[end : end + AROUND]
    return Excerpt(
        f"…{before}" if start > AROUND else before,
        whole[start:end],
        f"{after}…" if len(whole) > end + AROUND else after,
    )
