"""Ten letters are what a shapefile leaves of a name: in one that was exported from here, a text beside it tells the whole."""

from __future__ import annotations

import zipfile
from pathlib import Path

from exports.shapefile import notice
from participation.projects.files.kinds import SHAPEFILES

LARGEST = 1024 * 1024


def whole_names(path: Path, names: list[str]) -> list[str]:
    """The fields of the file as our columns are called; as they are where nothing tells that, or not of each another."""
    if path.suffix.lower() not in (".zip", ".shp", SHAPEFILES):
        return names
    told = notice.whole_names(_text(path))
    found = [told.get(name, name) for name in names]
    return found if len(set(found)) == len(found) else names


def _text(path: Path) -> str:
    """What is packed with the shapefile, or was unpacked with it; "" for nothing."""
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive, archive.open(notice.NAME) as file:
                return file.read(LARGEST).decode("utf-8-sig", "replace")
        with path.with_name(notice.NAME).open("rb") as file:
            return file.read(LARGEST).decode("utf-8-sig", "replace")
    except (OSError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return ""
