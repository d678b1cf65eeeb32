"""Texts of files from spreadsheets and GIS, which do not say how they are encoded."""

from __future__ import annotations


def decoded(raw: bytes) -> str:
    """UTF-8 with or without its mark, else what Windows writes in Norway; every byte means something."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
