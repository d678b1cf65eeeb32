"""The table of a shapefile, as far as GDAL needs help with it."""

from __future__ import annotations

from pathlib import Path

from participation.decoding import encoding_of

FIRST_FIELD, FIELD, NAME = 32, 32, 11


def dbf_encoding(shapefile: Path) -> str:
    """How texts are encoded where no .cpg says so, by what the letters of names and cells look like."""
    table = shapefile.with_suffix(".dbf")
    raw = table.read_bytes() if table.exists() else b""
    if len(raw) < FIRST_FIELD:
        return "utf-8"
    cells = int.from_bytes(raw[8:10], "little")
    names = (raw[place : place + NAME].partition(b"\0")[0] for place in range(FIRST_FIELD, cells - 1, FIELD))
    found = encoding_of(b"".join(names) + raw[cells:])
    return {"utf-8-sig": "utf-8", "utf-16": "cp1252"}.get(found, found)
