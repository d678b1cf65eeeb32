"""Files that take a while are made by a child process, and are the same; nobody waits for those that take long."""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import DatabaseBusy, reading
from participation.downloads.jobs import at_once, child
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.errors import Refused
from participation.extensions import db


def made(activity: Activity, path: Path, **wanted) -> bytes:
    selection = Selection(activity.id, categories=["unsafe", "good"], answers={"why": ["dark"]})
    wanted = {"format": FORMATS["csv"], "selection": selection, "language": "nn"} | wanted
    with reading(db) as session:
        at_once.write_considerately(session, Request(activity, **wanted), path)
    return path.read_bytes()


def test_the_child_makes_the_same_file(activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = made(activity, tmp_path / "liten.csv")
    monkeypatch.setattr(at_once, "BIG", 0)
    assert made(activity, tmp_path / "stor.csv") == small
    assert small.count(b"\r\n") == 2


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_refusal_comes_back_from_the_child(
    activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_once, "BIG", 0)
    told = "Tjeneren kunne ikke skrive filen: det finnes ingen slik fil eller mappe"
    with pytest.raises(Refused, match=told) as refused:
        made(activity, tmp_path / "borte" / "stor.csv")
    assert refused.value.status == 503


def test_no_path_of_the_servers_is_told_to_a_reader(activity: Activity, tmp_path: Path) -> None:
    """Nor is a full disk the reader's fault."""
    with pytest.raises(Refused, match="Tjeneren kunne ikke skrive filen: det finnes ingen slik fil") as refused:
        made(activity, tmp_path / "borte" / "liten.csv")
    assert refused.value.status == 503 and str(tmp_path) not in refused.value.message


class Killed(at_once.Child):
    """A process that is ended as soon as it has begun, as when memory runs out."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.process.kill()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_was_killed_is_told(activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "BIG", 0)
    monkeypatch.setattr(at_once, "Child", Killed)
    with pytest.raises(Refused, match="velg færre steder") as refused:
        made(activity, tmp_path / "stor.csv")
    assert refused.value.status == 503


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_one_big_file_at_a_time(activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "BIG", 0)
    monkeypatch.setattr(at_once, "WAIT_SECONDS", 0.01)
    with at_once._one_at_a_time, pytest.raises(Refused) as refused:
        made(activity, tmp_path / "stor.csv")
    assert refused.value.status == 503


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_few_wait_for_their_turn(activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has a thread of the server: with all of them waiting, nobody could hand in."""
    monkeypatch.setattr(at_once, "BIG", 0)
    monkeypatch.setattr(at_once, "WAIT_SECONDS", 10)
    with at_once._one_at_a_time, ThreadPoolExecutor() as waiting:
        turns = [waiting.submit(at_once._comes_to_turn) for _number in range(at_once.MOST_WAITING)]
        while at_once._waiting._value:
            time.sleep(0.01)
        began = time.monotonic()
        with pytest.raises(Refused, match="om et minutt"):
            made(activity, tmp_path / "stor.csv")
        assert time.monotonic() - began < 5
        at_once._one_at_a_time.release()
        wait(turns, return_when=FIRST_COMPLETED)
        at_once._one_at_a_time.release()
        assert all(turn.result() for turn in turns)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("published", [True, False])
def test_nobody_waits_for_a_large_file(
    activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: bool
) -> None:
    """What is published is of the whole activity, however little is chosen."""
    monkeypatch.setattr(at_once, "LARGE", 3 if published else 1)
    with pytest.raises(Refused, match="Bestill den") as refused:
        made(activity, tmp_path / "stor.csv", published=published)
    assert refused.value.status == 409
    assert not (tmp_path / "stor.csv").exists()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_where_the_store_is_away_the_work_can_be_begun_anew(
    activity: Activity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An order fails for good by what is told otherwise, though the store was only started anew."""
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"
    known = child._settings()
    monkeypatch.setattr(at_once, "BIG", 0)
    monkeypatch.setattr(child, "_settings", lambda: known | {"SQLALCHEMY_DATABASE_URI": nowhere})
    with pytest.raises(DatabaseBusy):
        made(activity, tmp_path / "stor.csv")
