"""Making a backup: one file from which the installation can be put back."""

from __future__ import annotations

import hashlib
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import flask
from flask_babel import gettext as _

from participation.clock import now
from participation.errors import Refused
from participation.extensions import db
from participation.reasons import reason
from participation.retention import archive, snapshot
from participation.retention.archive import Manifest


def back_up(path: Path) -> Manifest:
    """Write a whole backup to `path` while the server works; refused when it cannot be written."""
    if path.is_dir() or not path.parent.is_dir():
        raise Refused(_("%(path)s cannot be written. Name a file in a folder that exists.", path=path))
    folder = Path(flask.current_app.config["DATA_DIR"])
    try:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=path.parent) as working:
            database = Path(working) / archive.DATABASE
            snapshot.take(database)
            manifest = describe(database)
            archive.write(path, manifest, {archive.DATABASE: database, **kept_files(folder)})
    except (OSError, snapshot.sqlite_driver.Error) as wrong:
        why = reason(wrong) if isinstance(wrong, OSError) else wrong
        message = _("The backup could not be made: %(why)s. %(path)s was not touched.", why=why, path=path)
        raise Refused(message) from wrong
    return manifest


def describe(database: Path) -> Manifest:
    """The manifest of a snapshot."""
    return Manifest(
        made_at=now().isoformat(),
        program=program_version(),
        revision=snapshot.revision(database),
        store=db.engine.dialect.name,
        key_fingerprint=key_fingerprint(str(flask.current_app.config["SECRET_KEY"])),
        tables=snapshot.table_digests(database),
    )


def kept_files(folder: Path) -> dict[str, Path]:
    """What a backup takes from the data folder beside the database: member → file."""
    found = {}
    if (folder / archive.SECRET_KEY).is_file():
        found[archive.SECRET_KEY] = folder / archive.SECRET_KEY
    uploads = folder / archive.UPLOADS.rstrip("/")
    found |= {path.relative_to(folder).as_posix(): path for path in sorted(uploads.rglob("*")) if path.is_file()}
    return found


def key_fingerprint(key: str) -> str:
    """Tells whether two installations have the same secret key, without telling the key."""
    return hashlib.sha256(b"lokalkjent backup\0" + key.encode()).hexdigest()[:16]


def program_version() -> str:
    """The program's version."""
    try:
        return version("lokalkjent")
    except PackageNotFoundError:
        return "unknown"
