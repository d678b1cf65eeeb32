"""Zip files: only what is read of them, under names that do no harm, counted while it is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask_babel import gettext as _

from exports.shapefile import notice
from participation.errors import Refused
from participation.projects.files.kinds import PARTS, SHAPEFILES, check_beginning

LARGEST = 200 * 1024 * 1024
MOST_MEMBERS, MOST_SHAPEFILES = 200, 20


def unpack(path: Path) -> Path:
    """What the zip file holds, beside it: a shapefile, a GML file, or the document of a KMZ. The zip file itself goes."""
    with _archive(path) as archive:
        found = _document(archive, path) if path.suffix == ".kmz" else _gml(archive, path) or _shapefile(archive, path)
        if path.suffix != ".kmz" and notice.NAME in archive.namelist():
            _write(archive, archive.getinfo(notice.NAME), path.with_name(notice.NAME), LARGEST)
    path.unlink()
    for each in sorted(found.glob("*.shp")) if found.is_dir() else [found]:
        check_beginning(each)
    return found


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as wrong:
        raise Refused(_("The zip file cannot be opened. Make it again without a password.")) from wrong


def gml_in(path: Path) -> str | None:
    """The name of the one GML file in a zip file that has no shapefile."""
    with _archive(path) as archive:
        return _name_of_gml(archive)


def _name_of_gml(archive: zipfile.ZipFile) -> str | None:
    names = [member.filename for member in archive.infolist()[:MOST_MEMBERS] if not _is_aside(member)]
    found = [name for name in names if name.lower().endswith((".gml", ".shp"))]
    return found[0] if len(found) == 1 and found[0].lower().endswith(".gml") else None


def _gml(archive: zipfile.ZipFile, path: Path) -> Path | None:
    """Without its schema: one from elsewhere could name others to be fetched."""
    name = _name_of_gml(archive)
    if name is None:
        return None
    _write(archive, archive.getinfo(name), path.with_suffix(".gml"), LARGEST)
    return path.with_suffix(".gml")


def _shapefile(archive: zipfile.ZipFile, path: Path) -> Path:
    members = archive.infolist()
    shapes = [member for member in members if member.filename.lower().endswith(".shp") and not _is_aside(member)]
    if len(members) > MOST_MEMBERS or not 1 <= len(shapes) <= MOST_SHAPEFILES:
        raise Refused(_("The zip file must hold a shapefile (.shp, .shx, .dbf and .prj), or one GML file."))
    if len(shapes) == 1:
        return _unpacked(archive, shapes[0].filename[:-4], path.with_suffix(".shp"), LARGEST)[0]
    folder, left = path.with_suffix(SHAPEFILES), LARGEST
    folder.mkdir()
    for number, shape in enumerate(shapes, 1):
        stem = shape.filename[:-4]
        name = re.sub(r"[^\w-]", "_", Path(stem).name)[:60]
        target = folder / f"{name}.shp"
        _shp, left = _unpacked(archive, stem, target if not target.exists() else folder / f"{name}_{number}.shp", left)
    return folder


def _unpacked(archive: zipfile.ZipFile, stem: str, target: Path, left: int) -> tuple[Path, int]:
    """The shapefile with this name in the archive, as `target`; and how much may be unpacked still."""
    there = set()
    for member in archive.infolist():
        suffix = Path(member.filename).suffix.lower()
        if member.filename[: -len(suffix) or None] == stem and suffix in PARTS:
            left = _write(archive, member, target.with_suffix(suffix), left)
            there.add(suffix)
    if lacking := [part for part in (".shx", ".dbf") if part not in there]:
        raise Refused(
            _("The shapefile lacks %(parts)s. Pack all its files into the zip file.", parts=", ".join(lacking))
        )
    return target, left


def _document(archive: zipfile.ZipFile, path: Path) -> Path:
    found = [member for member in archive.infolist()[:MOST_MEMBERS] if member.filename.lower().endswith(".kml")]
    if not found:
        raise Refused(_("The file holds no map (.kml). Save it anew as KML or KMZ."))
    _write(archive, found[0], path.with_suffix(".kml"), LARGEST)
    return path.with_suffix(".kml")


def _is_aside(member: zipfile.ZipInfo) -> bool:
    """What a Mac packs beside each file."""
    return member.filename.startswith("__MACOSX/")


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int) -> int:
    with archive.open(member) as source, target.open("wb") as file:
        while part := source.read(1 << 20):
            left -= len(part)
            if left < 0:
                raise Refused(_("The zip file is larger than 200 MB unpacked. Split it and import the parts."))
            file.write(part)
    return left
