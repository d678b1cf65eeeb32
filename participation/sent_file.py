"""A file made for one download: written beside the data, sent, and gone however the download ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import flask

from participation.left_files import remove_older

# Longer than anybody waits for a file.
LONGEST_SECONDS = 3600.0


def made_and_sent(write: Callable[[Path], None], mimetype: str, name: str) -> flask.Response:
    """What `write` puts into the path it is given, as a download called `name` that nobody keeps."""
    with TemporaryDirectory(dir=_folder()) as folder:
        path = Path(folder) / "file"
        write(path)
        # The open file outlives its name, so nothing is left behind however the download ends.
        answer = flask.send_file(path.open("rb"), mimetype=mimetype, as_attachment=True, download_name=name, max_age=0)
        answer.content_length = path.stat().st_size
    answer.headers["Cache-Control"] = "no-store"
    return answer


def forget_left() -> None:
    """What a server that fell had begun to write: its folder went with no download."""
    remove_older(_path(), LONGEST_SECONDS)


def _folder() -> Path:
    folder = _path()
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _path() -> Path:
    return Path(flask.current_app.config["DATA_DIR"]) / "downloads"
