"""The backup's file: a ZIP with a manifest, the database as one SQLite file, the secret key and uploads.

Whatever the server's own store is, the database in the file is SQLite, so a backup moves between the two.
"""

from __future__ import annotations

import errno
import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import orjson
from flask_babel import gettext as _

from participation.errors import Refused
from participation.reasons import reason

FORMAT = 1
MANIFEST, DATABASE, SECRET_KEY, UPLOADS = "manifest.json", "database.sqlite3", "secret_key", "uploads/"
PIECE = 1024 * 1024


@dataclass
class Manifest:
    """What the backup holds. `tables`: name → rows and SHA-256; `files`: member → SHA-256."""

    made_at: str
    program: str
    revision: str
    store: str
    key_fingerprint: str
    tables: dict[str, dict[str, Any]]
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(path: Path, manifest: Manifest, members: dict[str, Path]) -> None:
    """Write the archive under a temporary name, sync it, and give it its name: `path` is the old file or a whole new one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    manifest.files = {name: digest(source) for name, source in members.items()}
    try:
        with os.fdopen(_for_the_owner(part), "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                archive.writestr(MANIFEST, orjson.dumps(asdict(manifest), option=orjson.OPT_INDENT_2))
                for name, source in members.items():
                    archive.write(source, name)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _for_the_owner(path: Path) -> int:
    """A new file that only its owner can read: there is a secret key in it."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """The archive and its manifest; refused when the file is damaged or no backup of ours."""
    if not path.is_file():
        raise Refused(_("There is no file %(name)s.", name=path))
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _manifest(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as wrong:
        message = _(
            "%(path)s is damaged or is no backup (%(why)s). Nothing was changed. Use another backup.",
            path=path,
            why=wrong,
        )
        raise Refused(message) from wrong
    except OSError as wrong:
        if wrong.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise Refused(
            _("%(path)s cannot be read: %(why)s. Nothing was changed.", path=path, why=reason(wrong))
        ) from wrong


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        manifest = Manifest(**orjson.loads(archive.read(MANIFEST)))
    except (orjson.JSONDecodeError, TypeError) as wrong:
        raise zipfile.BadZipFile(_("its %(name)s cannot be read", name=MANIFEST)) from wrong
    if manifest.format != FORMAT:
        message = _(
            "The backup has format %(format)s; this program reads format %(known)s. Use the newer program.",
            format=manifest.format,
            known=FORMAT,
        )
        raise Refused(message)
    for name in manifest.files:
        if name not in (DATABASE, SECRET_KEY) and (not name.startswith(UPLOADS) or ".." in Path(name).parts):
            raise zipfile.BadZipFile(_("it holds a strange file “%(name)s”", name=name))
    if DATABASE not in manifest.files:
        raise zipfile.BadZipFile(_("it holds no database"))
    return manifest


def extract(archive: zipfile.ZipFile, manifest: Manifest, name: str, target: Path) -> None:
    """Write one member to `target`, synced, and check it against the manifest."""
    target.parent.mkdir(parents=True, exist_ok=True)
    hashed = hashlib.sha256()
    with archive.open(name) as source, os.fdopen(_for_the_owner(target), "wb") as file:
        while piece := source.read(PIECE):
            hashed.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if hashed.hexdigest() != manifest.files[name]:
        raise zipfile.BadZipFile(_("%(name)s is not what the manifest says", name=name))
