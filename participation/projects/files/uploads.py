"""Files that planners upload: bounded, looked into before GDAL sees them, and gone within a day."""

from __future__ import annotations

import re
import secrets
import shutil
from pathlib import Path

import flask
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from participation.errors import Refused
from participation.left_files import remove_older
from participation.projects.files.kinds import MAPS, SHAPEFILES, check_beginning, check_kind
from participation.projects.files.polygons import read_area
from participation.projects.files.unpacking import unpack

DAY_SECONDS = 86400
TOKEN = re.compile(r"[\w-]{22}")


def uploads_folder() -> Path:
    """Where uploads wait."""
    return Path(flask.current_app.config["DATA_DIR"]) / "uploads"


def take(upload: FileStorage, kinds: tuple[str, ...] = MAPS) -> str:
    """Keep the file for the next steps and give its token; refused when it is not what its name says."""
    suffix = Path(upload.filename or "").suffix.lower()
    check_kind(suffix, kinds)
    forget_old()
    token = secrets.token_urlsafe(16)
    folder = uploads_folder() / token
    folder.mkdir(parents=True, mode=0o700)
    try:
        path = folder / f"file{suffix}"
        upload.save(path)
        if suffix in (".zip", ".kmz"):
            unpack(path)
        else:
            check_beginning(path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    (folder / "name").write_text((upload.filename or "")[:200], encoding="utf-8")
    return token


def path_of(token: str, kinds: tuple[str, ...] = (*MAPS, ".shp", SHAPEFILES)) -> Path:
    """The file to read; a token that is over, or of another kind of file, is a 404, and Refused says so of the former."""
    folder = uploads_folder() / token
    if not TOKEN.fullmatch(token):
        flask.abort(404)
    if not folder.is_dir():
        message = _(
            "This file is not here any more: it has been taken in already, or was sent more than a day ago. See what came in "
            "on the page before, and send the file again if it is not there."
        )
        raise Refused(message, 404)
    there = (path for path in sorted(folder.glob("file.*")) if path.suffix in kinds)
    return next(there, None) or flask.abort(404)


def beside(token: str, name: str) -> Path:
    """Where something that belongs to the upload lies, or may be put; gone with it."""
    return uploads_folder() / token / name


def name_of(token: str) -> str:
    """What the file was called where it came from."""
    return beside(token, "name").read_text(encoding="utf-8")


def forget(token: str) -> None:
    """The file has been used."""
    if TOKEN.fullmatch(token):
        shutil.rmtree(uploads_folder() / token, ignore_errors=True)


def forget_old() -> None:
    """Those that nobody took in within a day."""
    remove_older(uploads_folder(), DAY_SECONDS)


def area(upload: FileStorage) -> str:
    """The union of an uploaded file's polygons as GeoJSON text."""
    token = take(upload)
    try:
        return read_area(path_of(token))
    finally:
        forget(token)
