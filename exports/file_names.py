"""Names that every file system and every map program takes."""

from __future__ import annotations

import re
import unicodedata

NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def plain_name(title: str) -> str:
    """`title` in small letters, digits and underscores; "lag" where nothing is left of it."""
    small = title.lower().translate(NORDIC)
    plain = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "lag"
