"""Where ordered files lie: in the data folder, a folder for each time one was begun, readable by its owner only."""

from __future__ import annotations

import shutil
from pathlib import Path

import flask

from participation.export_jobs.models import ExportJob


def all_of_them() -> Path:
    """The folder of all ordered files, made when it is missing. OSError when it cannot be."""
    folder = Path(flask.current_app.config["DATA_DIR"]) / "exports"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def name_of(job_id: int, run: int) -> str:
    return f"{job_id}-{run}"


def path_of(job: ExportJob) -> Path:
    """Where the job's file is, or will be."""
    return all_of_them() / name_of(job.id, job.run) / "file"


def begin(job_id: int, run: int) -> Path:
    """A path to write to, in an empty folder. OSError when there is no room."""
    discard(job_id, run)
    folder = all_of_them() / name_of(job_id, run)
    folder.mkdir(mode=0o700)
    return folder / "file"


def discard(job_id: int, run: int) -> None:
    """Nothing of this one is left."""
    discard_named(name_of(job_id, run))


def there() -> list[str]:
    """The names of all that lies there."""
    return [folder.name for folder in all_of_them().iterdir()]


def discard_named(name: str) -> None:
    shutil.rmtree(all_of_them() / name, ignore_errors=True)
