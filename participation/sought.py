"""Looking for words in texts: the same on every database, in small letters and capitals, however a device writes å."""

from __future__ import annotations

import unicodedata

LONGEST = 100


def sought(given: str) -> str:
    """What somebody looks for: its first 100 characters, without what no stored text has."""
    return unicodedata.normalize("NFC", given[: 4 * LONGEST].replace("\x00", "").strip())[:LONGEST].strip()


def holds(text: str, wanted: str) -> bool:
    """True when what is wanted stands somewhere in the text."""
    return plain(wanted) in plain(text)


def plain(text: str) -> str:
    """As texts are compared."""
    return unicodedata.normalize("NFC", text).casefold()
