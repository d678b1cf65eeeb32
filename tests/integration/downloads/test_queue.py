"""The queue of ordered files: one at a time, begun anew, stopped, and never a file that is not whole."""

from __future__ import annotations

import os
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from participation.clock import now
from participation.database import writing
from participation.downloads.jobs import apart, child, making
from participation.downloads.jobs.queue import Queue
from participation.export_jobs import files, services
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from tests.factories.people import make_person, sign_in
from tests.integration.downloads.conftest import Told
from tests.integration.downloads.ordering import Endless, InPlace, job, order, work_off

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
LONGEST = 30


@pytest.fixture
def page(client: FlaskClient, told: Told) -> str:
    """An ordered file's page."""
    make_person()
    sign_in(client)
    return order(client, told)


def nothing_is_left() -> bool:
    return files.there() == []


def harmed(harm: Callable[[int], None]) -> type[child.Child]:
    """A process to which something happens as soon as it has begun."""

    class Harmed(child.Child):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            harm(self.process.pid)

    return Harmed


@ON_SQLITE
def test_what_was_killed_is_no_file(
    app: flask.Flask, client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system does when memory runs out."""
    monkeypatch.setattr(making, "Child", harmed(lambda pid: os.kill(pid, signal.SIGKILL)))
    work_off(app)
    assert (job().state, job().size) == ("failed", 0)
    assert nothing_is_left()
    told = client.get(page).text
    assert "Filen kunne ikke lages" in told and "tom for minne" in told and "Bestill på nytt" in told
    assert client.get(page + "/file").location == page


@ON_SQLITE
def test_a_full_disk_is_told(app: flask.Flask, client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(pid: int) -> None:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (100, 100))

    monkeypatch.setattr(making, "Child", harmed(no_room))
    work_off(app)
    assert "Det er ikke plass til filen" in client.get(page).text
    assert nothing_is_left()


@ON_SQLITE
def test_a_folder_that_cannot_be_made_is_told(
    app: flask.Flask, client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_key: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "begin", full)
    work_off(app)
    assert "disken er full" in client.get(page).text


@contextmanager
def at_work(app: flask.Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue]:
    """A queue in a thread, whose first file is being made and never done."""
    Endless.made.clear()
    monkeypatch.setattr(making, "Child", Endless)
    monkeypatch.setattr(making, "BEAT_EVERY", 0.1)
    queue = Queue(app)
    queue.start()
    try:
        comes(lambda: job().rows_done == 5)
        yield queue
    finally:
        queue.stop()
        assert not queue.is_alive()


def comes(holds: Callable[[], bool]) -> None:
    late = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < late
        time.sleep(0.02)


def test_giving_up_stops_the_work(
    app: flask.Flask, client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_work(app, monkeypatch):
        assert client.post(page + "/give-up").status_code == 302
        comes(lambda: Endless.made[0].process.returncode == -9)
        comes(nothing_is_left)
        assert job().state == "cancelled"


@ON_SQLITE
@pytest.mark.parametrize("format_name", ["archive", "barnetrakk-gml", "barnetrakk-gpkg"])
def test_giving_up_ends_the_process_of_a_file_of_everything(
    app: flask.Flask, client: FlaskClient, told: Told, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    make_person()
    sign_in(client)
    page = order(client, told, f"/marks.{format_name}")
    begun: list[int] = []

    def hold(pid: int) -> None:
        os.kill(pid, signal.SIGSTOP)
        begun.append(pid)

    monkeypatch.setattr(making, "Child", harmed(hold))
    queue = Queue(app)
    queue.start()
    try:
        comes(lambda: begun != [])
        assert not has_ended(begun[0])
        client.post(page + "/give-up")
        comes(lambda: has_ended(begun[0]))
        comes(nothing_is_left)
        assert job().state == "cancelled"
    finally:
        queue.stop()


def has_ended(pid: int) -> bool:
    """True when the system knows nothing of it any more."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_erasure_has_the_work_begun_anew(
    app: flask.Flask, page: str, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was begun before may hold what is erased."""
    with at_work(app, monkeypatch):
        monkeypatch.setattr(making, "Child", InPlace)
        with writing(db) as session:
            services.outdate(session, [told.activity])
        comes(lambda: job().state == "done")
        assert Endless.made[0].process.returncode == -9
        assert (job().run, files.there()) == (2, [f"{job().id}-2"])


@ON_SQLITE
def test_a_server_that_stops_gives_the_work_back(app: flask.Flask, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with at_work(app, monkeypatch) as queue:
        queue.stop()
        assert (job().state, job().run) == ("waiting", 0)
        assert nothing_is_left()


@ON_SQLITE
def test_what_takes_too_long_is_stopped(
    app: flask.Flask, client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "Child", Endless)
    monkeypatch.setattr(making, "LONGEST_SECONDS", 0.05)
    work_off(app)
    assert "mer enn en time" in client.get(page).text
    assert nothing_is_left()


def test_what_a_server_left_when_it_fell_is_begun_anew(
    app: flask.Flask, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "Child", InPlace)
    with writing(db) as session:
        claimed = services.claim(session)
        files.begin(claimed.id, claimed.run).write_text("half", encoding="ascii")
    work_off(app)
    assert job().state == "running"  # by somebody who was heard of a moment ago
    assert files.there() == [f"{job().id}-1"]
    with writing(db) as session:
        session.execute(update(ExportJob).values(beat_at=now() - timedelta(seconds=services.SILENT_SECONDS + 1)))
    work_off(app)
    assert (job().state, job().run, files.there()) == ("done", 2, [f"{job().id}-2"])


@ON_SQLITE
def test_what_never_comes_to_an_end_is_given_up(app: flask.Flask, client: FlaskClient, page: str) -> None:
    with writing(db) as session:
        session.execute(update(ExportJob).values(run=services.MOST_RUNS))
    work_off(app)
    assert "aldri ferdig" in client.get(page).text


def test_of_many_servers_one_makes_it(app: flask.Flask, page: str, told: Told, client: FlaskClient) -> None:
    order(client, told, "/marks.csv?category=good")
    taken, ready = [], threading.Barrier(4)

    def take() -> None:
        with app.app_context():
            ready.wait(LONGEST)
            with writing(db, LONGEST) as session:
                found = services.claim(session)
                taken.append(found and found.id)
            db.session.remove()

    db.session.rollback()
    servers = [threading.Thread(target=take) for _ in range(4)]
    for server in servers:
        server.start()
    for server in servers:
        server.join(LONGEST)
    assert sorted(taken, key=bool)[:3] == [None, None, None]
    assert len([one for one in taken if one]) == 1


@ON_SQLITE
def test_the_child_ends_with_its_server(app: flask.Flask, page: str) -> None:
    """Nobody is there any more to take the file."""
    with app.app_context():
        begun = child.Child({}, files.begin(1, 1))
        begun.process.send_signal(signal.SIGSTOP)
        assert begun.process.stdin
        begun.process.stdin.close()
        begun.process.send_signal(signal.SIGCONT)
        comes(lambda: begun.is_over(0.1))
    assert begun.process.returncode == apart.FORSAKEN
    with pytest.raises(child.Broken):
        begun.rows()
