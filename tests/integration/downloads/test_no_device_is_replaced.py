"""A file takes the place of a file only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exports.formats import FORMATS
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.errors import Refused
from participation.extensions import db
from tests.factories.classes import make_activity


@pytest.mark.usefixtures("app")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    activity = make_activity()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    request = Request(activity, FORMATS["csv"], Selection(activity.id), language="nb")
    with pytest.raises(Refused, match="pipe"):
        write_file(db.session(), request, pipe)
    assert pipe.is_fifo()
