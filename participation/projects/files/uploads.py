"""Files that planners upload: bounded, looked into before GDAL sees them, and gone within a day."""

from __future__ import annotations

import re
import secrets
import shutil
import time
import zipfile
from pathlib import Path

import flask
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from participation.errors import Refused
from participation.projects.files.polygons import read_area

AREAS = (".geojson", ".json", ".gpkg", ".zip")
POINTS = (*AREAS, ".csv")
SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_MEMBERS = 200
DAY_SECONDS = 86400
TOKEN = re.compile(r"[\w-]{22}")
BEGINNINGS = {".gpkg": b"SQLite format 3\0", ".shp": b"\x00\x00\x27\x0a"}


def uploads_folder() -> Path:
    """Where uploads wait."""
    return Path(flask.current_app.config["DATA_DIR"]) / "uploads"


def take(upload: FileStorage, kinds: tuple[str, ...]) -> str:
    """Keep the file for the next steps and give its token; refused when it is not what its name says."""
    suffix = Path(upload.filename or "").suffix.lower()
    if suffix not in kinds:
        raise Refused(_("Choose a file of one of these kinds: %(kinds)s.", kinds=", ".join(kinds)))
    _forget_old()
    token = secrets.token_urlsafe(16)
    folder = uploads_folder() / token
    folder.mkdir(parents=True, mode=0o700)
    try:
        path = folder / f"file{suffix}"
        upload.save(path)
        if suffix == ".zip":
            _unpack_shapefile(path, folder)
            path.unlink()
        else:
            _check_beginning(path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    (folder / "name").write_text((upload.filename or "")[:200], encoding="utf-8")
    return token


def path_of(token: str) -> Path:
    """The file to read; a token that is over is a 404."""
    folder = uploads_folder() / token
    if not TOKEN.fullmatch(token) or not folder.is_dir():
        flask.abort(404)
    shapefile = folder / "file.shp"
    return shapefile if shapefile.exists() else next(iter(sorted(folder.glob("file.*"))), None) or flask.abort(404)


def name_of(token: str) -> str:
    """What the file was called where it came from."""
    return (uploads_folder() / token / "name").read_text(encoding="utf-8")


def forget(token: str) -> None:
    """The file has been used."""
    if TOKEN.fullmatch(token):
        shutil.rmtree(uploads_folder() / token, ignore_errors=True)


def _forget_old() -> None:
    for folder in uploads_folder().glob("*"):
        if time.time() - folder.stat().st_mtime > DAY_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _check_beginning(path: Path) -> None:
    """GDAL goes by what a file holds, whatever it is called, so other formats must not get that far."""
    beginning = BEGINNINGS.get(path.suffix)
    with path.open("rb") as file:
        if beginning and file.read(len(beginning)) != beginning:
            raise Refused(_("The file is not what its name says (%(suffix)s).", suffix=path.suffix))


def _unpack_shapefile(path: Path, folder: Path) -> None:
    """Only the parts of one shapefile, under our own names, counted while they are unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            shapes = [member for member in members if member.filename.lower().endswith(".shp")]
            if len(members) > MOST_MEMBERS or len(shapes) != 1:
                raise Refused(_("The zip file must hold one shapefile (.shp, .shx, .dbf and .prj)."))
            stem = shapes[0].filename[:-4]
            left = LARGEST_UNPACKED
            for member in members:
                suffix = Path(member.filename).suffix.lower()
                if member.filename[: -len(suffix) or None] == stem and suffix in SHAPEFILE:
                    left = _unpack(archive, member, folder / f"file{suffix}", left)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as wrong:
        raise Refused(_("The zip file cannot be opened. Make it again without a password.")) from wrong
    _check_beginning(folder / "file.shp")


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int) -> int:
    with archive.open(member) as source, target.open("wb") as file:
        while part := source.read(1 << 20):
            left -= len(part)
            if left < 0:
                raise Refused(_("The zip file is larger than 200 MB unpacked. Split it and import the parts."))
            file.write(part)
    return left


def area(upload: FileStorage) -> str:
    """The union of an uploaded file's polygons as GeoJSON text."""
    token = take(upload, AREAS)
    try:
        return read_area(path_of(token))
    finally:
        forget(token)
