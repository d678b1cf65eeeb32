"""Big files are made by a child process, and are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading
from participation.downloads import apart
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.errors import Refused
from participation.extensions import db


def made(activity: Activity, path: Path, **wanted) -> bytes:
    selection = Selection(activity.id, categories=["unsafe", "good"], answers={"why": ["dark"]})
    wanted = {"format": FORMATS["csv"], "selection": selection, "language": "nn"} | wanted
    with reading(db) as session:
        apart.write_considerately(session, Request(activity, **wanted), path)
    return path.read_bytes()


def test_the_child_makes_the_same_file(activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = made(activity, tmp_path / "liten.csv")
    monkeypatch.setattr(apart, "BIG", 0)
    assert made(activity, tmp_path / "stor.csv") == small
    assert small.count(b"\r\n") == 2


def test_a_refusal_comes_back_from_the_child(
    activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "BIG", 0)
    with pytest.raises(Refused, match="kan ikke"):
        made(activity, tmp_path / "borte" / "stor.csv")


def test_one_big_file_at_a_time(activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "BIG", 0)
    monkeypatch.setattr(apart, "WAIT_SECONDS", 0.01)
    with apart._one_at_a_time, pytest.raises(Refused) as refused:
        made(activity, tmp_path / "stor.csv")
    assert refused.value.status == 503
