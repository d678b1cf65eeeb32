"""Whether the files of a Shapefile are whole: GDAL says nothing when the last of it cannot be written."""

from __future__ import annotations

import errno
import os
import shutil
import struct
from pathlib import Path

LONGEST_ROW = 2**16 - 1
HEAD, FIELD, LENGTH = 32, 32, 16  # bytes of the head, of what tells of a field, and before its length
ROOM = 1_000_000  # bytes; less than that left is a disk that was full a moment ago


def refuse_broken(folder: Path, stem: str, rows: int) -> None:
    """Raises OSError where the .dbf, .shp or .shx called `stem` is shorter than it says, or does not hold `rows` rows."""
    shapes = [folder / f"{stem}.{kind}" for kind in ("shp", "shx")] if (folder / f"{stem}.shp").exists() else []
    if not (_holds(folder / f"{stem}.dbf", rows) and all(map(_is_as_long_as_it_says, shapes))):
        raise not_written(folder)


def is_too_wide(table: Path) -> bool:
    """True where the fields of a .dbf take more room than its head can tell of: GDAL writes it, and nobody can read it."""
    head = _beginning(table, HEAD)
    if head is None:
        return False
    fields = _beginning(table, struct.unpack("<H", head[8:10])[0]) or b""
    return sum(fields[HEAD + LENGTH :: FIELD]) + 1 > LONGEST_ROW


def not_written(folder: Path) -> OSError:
    """The likely reason why a file in the folder could not be written; GDAL does not tell."""
    number = errno.ENOSPC if shutil.disk_usage(folder).free < ROOM else errno.EIO
    return OSError(number, os.strerror(number))


def _holds(table: Path, rows: int) -> bool:
    head = _beginning(table, 12)
    if head is None:
        return False
    number, of_head, of_row = struct.unpack("<IHH", head[4:])
    return bool(number == rows and table.stat().st_size >= of_head + number * of_row)


def _is_as_long_as_it_says(shapes: Path) -> bool:
    head = _beginning(shapes, 28)
    # In words of two bytes, the high one first.
    return head is not None and 2 * struct.unpack(">i", head[24:])[0] == shapes.stat().st_size


def _beginning(file: Path, length: int) -> bytes | None:
    """None where there is no such file, or a shorter one."""
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        head = opened.read(length)
    return head if len(head) == length else None
