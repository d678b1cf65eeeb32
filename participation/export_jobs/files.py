"""Where ordered files lie: in the data folder, a folder for each time one was begun, readable by its owner only.

Where the folder of all cannot be reached, as when it is one that many machines share, nothing lies there: what is to be
deleted is so when it can be (see `services.tidy`), and whoever has a file made is told.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import flask

from participation.export_jobs.models import ExportJob


def all_of_them() -> Path:
    """The folder of all ordered files."""
    return Path(flask.current_app.config["DATA_DIR"]) / "exports"


def name_of(job_id: int, run: int) -> str:
    return f"{job_id}-{run}"


def path_of(job: ExportJob) -> Path:
    """Where the job's file is, or will be."""
    return all_of_them() / name_of(job.id, job.run) / "file"


def is_there(job: ExportJob) -> bool:
    """True for a file that can be fetched."""
    try:
        return path_of(job).is_file() and os.access(path_of(job), os.R_OK)
    except OSError:
        return False


def begin(job_id: int, run: int) -> Path:
    """A path to write to, in an empty folder. OSError when there is no room, or the folder of all cannot be made."""
    discard(job_id, run)
    all_of_them().mkdir(mode=0o700, exist_ok=True)
    folder = all_of_them() / name_of(job_id, run)
    folder.mkdir(mode=0o700)
    return folder / "file"


def discard(job_id: int, run: int) -> None:
    """Nothing of this one is left."""
    discard_named(name_of(job_id, run))


def there() -> list[str]:
    """The names of all that lies there."""
    try:
        return [folder.name for folder in all_of_them().iterdir()]
    except OSError:
        return []


def discard_named(name: str) -> None:
    shutil.rmtree(all_of_them() / name, ignore_errors=True)
