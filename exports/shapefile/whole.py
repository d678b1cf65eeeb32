"""Whether the files of a Shapefile are whole: GDAL says nothing when the last of it cannot be written."""

from __future__ import annotations

import errno
import os
import shutil
import struct
from pathlib import Path

ROOM = 1_000_000  # bytes; less than that left is a disk that was full a moment ago


def refuse_broken(folder: Path, stem: str, rows: int) -> None:
    """Raises OSError where the .dbf, .shp or .shx called `stem` is shorter than it says, or does not hold `rows` rows."""
    if not _is_whole(folder / f"{stem}.dbf", rows) or not all(
        _is_as_long_as_it_says(folder / f"{stem}.{kind}")
        for kind in ("shp", "shx")
        if (folder / f"{stem}.shp").exists()
    ):
        raise not_written(folder)


def not_written(folder: Path) -> OSError:
    """The likely reason why a file in the folder could not be written; GDAL does not tell."""
    number = errno.ENOSPC if shutil.disk_usage(folder).free < ROOM else errno.EIO
    return OSError(number, os.strerror(number))


def _is_whole(table: Path, rows: int) -> bool:
    if not table.is_file():
        return False
    with table.open("rb") as file:
        head = file.read(12)
    if len(head) < 12:
        return False
    number, of_head, of_row = struct.unpack("<IHH", head[4:])
    return bool(number == rows and table.stat().st_size >= of_head + number * of_row)


def _is_as_long_as_it_says(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        head = opened.read(28)
    # In words of two bytes, the high one first.
    return len(head) == 28 and 2 * struct.unpack(">i", head[24:])[0] == file.stat().st_size
