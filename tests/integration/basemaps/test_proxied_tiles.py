"""Tiles of other servers: kept, bounded, and never at the cost of those who hand in."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import flask
import pytest

from participation.basemaps import upstream
from participation.basemaps.installation import Installation
from tests.integration.basemaps.fake_map_server import LONGEST, PNG, FakeMapServer

TILE = "/tiles/there/10/541/297"
AppWith = Callable[..., flask.Flask]


def maps(app: flask.Flask) -> Installation:
    return app.extensions["basemaps"]


def hurried(app: flask.Flask, seconds: float = 0.5) -> flask.Flask:
    maps(app).upstream.limits = replace(maps(app).upstream.limits, seconds=seconds)
    return app


def settle(app: flask.Flask) -> None:
    """Waits for the fetches under way."""
    known = maps(app).upstream
    deadline = time.monotonic() + 5
    while (known._queue or known._under_way) and time.monotonic() < deadline:
        time.sleep(0.02)


def test_a_tile_is_fetched_once_and_then_kept(app_with: AppWith, map_server: FakeMapServer) -> None:
    client = app_with().test_client()
    first, second = client.get(TILE), client.get(TILE)
    assert (first.status_code, first.data, first.content_type) == (200, PNG, "image/png")
    assert second.data == PNG
    assert map_server.paths == ["/good/10/541/297.png"]
    assert "max-age=604800" in second.headers["Cache-Control"]
    assert client.get(TILE, headers={"If-None-Match": second.headers["ETag"]}).status_code == 304


def test_the_cache_survives_a_restart(app_with: AppWith, map_server: FakeMapServer) -> None:
    app_with().test_client().get(TILE)
    assert app_with().test_client().get(TILE).data == PNG
    assert len(map_server.paths) == 1


def test_nothing_about_the_user_is_passed_on(app_with: AppWith, map_server: FakeMapServer) -> None:
    headers = {
        "X-Forwarded-For": "10.1.2.3",
        "Cookie": "secret=1",
        "Referer": "http://school.example/c/ABC",
        "User-Agent": "Pad",
    }
    app_with().test_client().get(TILE, headers=headers)
    sent = map_server.headers[0]
    assert not {"X-Forwarded-For", "Forwarded", "Cookie", "Referer"} & set(sent)
    assert "Pad" not in sent["User-Agent"]


@pytest.mark.parametrize("behaviour", ["huge", "page", "disguised", "elsewhere", "broken", "cut"])
def test_a_wrong_answer_is_not_shown_nor_kept(app_with: AppWith, map_server: FakeMapServer, behaviour: str) -> None:
    app = app_with(behaviour)
    answer = app.test_client().get(TILE)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert maps(app).cache.size() == 0
    assert len(map_server.paths) == 1  # a redirect is not followed


@pytest.mark.parametrize("behaviour", ["slow", "dripping", "dripping_head"])
def test_a_slow_server_is_cut_off_in_time(app_with: AppWith, behaviour: str) -> None:
    app = hurried(app_with(behaviour))
    began = time.monotonic()
    assert app.test_client().get(TILE).status_code == 503
    settle(app)
    assert (
        time.monotonic() - began < 2.5
    )  # half a second, and what a busy machine needs; the server takes three or more
    assert maps(app).cache.size() == 0


def test_a_tile_the_other_server_lacks_is_asked_for_once(app_with: AppWith, map_server: FakeMapServer) -> None:
    client = app_with("missing").test_client()
    assert [client.get(TILE).status_code for _ in range(2)] == [404, 404]
    assert len(map_server.paths) == 1


def test_two_fetches_at_once_and_one_for_each_tile(
    app_with: AppWith, map_server: FakeMapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two wait for theirs, and the others are told to come back before any has come."""
    monkeypatch.setattr(upstream, "WAITING_SECONDS", LONGEST)
    app = hurried(app_with("held"), LONGEST)
    answered: list[int] = []

    def ask(number: int) -> None:
        answered.append(app.test_client().get(f"/tiles/there/10/{500 + number % 8}/297").status_code)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(24)]
    for thread in threads:
        thread.start()
    late = time.monotonic() + LONGEST
    while len(answered) < 22 and time.monotonic() < late:
        time.sleep(0.02)
    assert answered == [503] * 22
    map_server.let_go.set()
    for thread in threads:
        thread.join()
    settle(app)
    assert answered[22:] == [200, 200]
    assert map_server.most_at_once == 2
    assert len(map_server.paths) == len(set(map_server.paths)) == 8


def test_a_silent_server_is_left_alone_for_a_while(
    app_with: AppWith, map_server: FakeMapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_with("broken")
    client = app.test_client()
    answers = [client.get(f"/tiles/there/10/{column}/297").status_code for column in range(20)]
    assert set(answers) == {503}
    assert len(map_server.paths) == upstream.FAILURES_BEFORE_SILENCE
    monkeypatch.setattr(upstream.time, "monotonic", lambda: time.perf_counter() + 1e6)
    client.get(TILE)
    assert len(map_server.paths) == upstream.FAILURES_BEFORE_SILENCE + 1


def test_a_kept_tile_is_shown_when_the_server_is_gone(
    app_with: AppWith, map_server: FakeMapServer, monkeypatch
) -> None:
    app_with().test_client().get(TILE)
    map_server.stop()
    monkeypatch.setattr("participation.basemaps.tile_cache.FRESH_DAYS", 0)
    assert app_with().test_client().get(TILE).data == PNG


def test_an_address_inside_the_network_is_refused(app_with: AppWith, map_server: FakeMapServer) -> None:
    assert app_with(TILE_PRIVATE_HOSTS="0").test_client().get(TILE).status_code == 503
    assert map_server.paths == []


def test_the_cache_keeps_to_its_size(app_with: AppWith) -> None:
    app = app_with(TILE_CACHE_MB=str(len(PNG) * 10 / 1_000_000))
    client = app.test_client()
    for column in range(30):
        assert client.get(f"/tiles/there/10/{column}/297").status_code == 200
    assert maps(app).cache.size() <= len(PNG) * 10
    assert not list(maps(app).folder.rglob("*.part"))


@pytest.mark.parametrize(
    "path", ["there/30/1/1", "there/1/2/0", "there/10/-1/0", "there/a/1/1", "unknown/1/1/1", f"there/1/{'9' * 5000}/1"]
)
def test_an_unknown_tile_is_404(app_with: AppWith, map_server: FakeMapServer, path: str) -> None:
    assert app_with().test_client().get(f"/tiles/{path}").status_code == 404
    assert map_server.paths == []
