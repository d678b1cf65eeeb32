"""Texts of files from spreadsheets and GIS, which do not say how they are encoded."""

from __future__ import annotations

# As Windows, DOS and older Macs wrote Norwegian. Which one it was shows in what its bytes would be as letters.
OLD = ("cp1252", "cp865", "mac_roman")
LETTERS = frozenset("æøåÆØÅäöüÄÖÜéèêóòôáàšžčđŋŧ")
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 10_000


def decoded(raw: bytes) -> str:
    """The text of a whole file; every byte means something."""
    return raw.decode(_unmarked_utf_16(raw) or encoding_of(raw), errors="replace")


def encoding_of(raw: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with one, else that of the old ones which makes most letters of ours."""
    if raw.startswith(BYTE_ORDER_MARKS):
        return "utf-16"
    try:
        raw.decode("utf-8-sig")
        return "utf-8-sig"
    except UnicodeDecodeError:
        return max(OLD, key=lambda encoding: _letters(raw, encoding))


def _unmarked_utf_16(raw: bytes) -> str | None:
    """Which UTF-16 it is without its mark: at every second place many bytes are none, at the others hardly any."""
    first, second = raw[:LOOKED_AT:2], raw[1:LOOKED_AT:2]
    none, other = first.count(0), second.count(0)
    if raw.startswith(BYTE_ORDER_MARKS) or max(none, other) * 5 <= len(first) or min(none, other) * 100 > len(first):
        return None
    return "utf-16-le" if other > none else "utf-16-be"


def _letters(raw: bytes, encoding: str) -> int:
    strange = bytes(byte for byte in raw if byte > 127)
    return sum(letter in LETTERS for letter in strange.decode(encoding, errors="replace"))
