"""Making a project's map ready: counted, limited, followed, stopped, and known to those with the right to it only."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import flask
import pytest
from flask.testing import FlaskClient

from participation.basemaps import preparing, services
from participation.basemaps.progress import Progress, read_progress, write_progress
from participation.basemaps.source_kinds import RasterSource
from participation.basemaps.tiles import tiles_in
from participation.errors import Refused
from tests.factories.classes import make_project
from tests.factories.people import make_person, sign_in
from tests.integration.basemaps.fake_map_server import PNG, FakeMapServer

AppWith = Callable[..., flask.Flask]
LODDEFJORD = (5.22, 60.35, 5.24, 60.36)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(preparing, "PAUSE", 0.001)
    yield
    for thread in threading.enumerate():
        if isinstance(thread, preparing.Preparation):
            preparing.stop_file(thread.path).touch()
            thread.join(5)


def there(app: flask.Flask) -> RasterSource:
    return app.extensions["basemaps"].sources["there"]


def over(key: str) -> Progress:
    """The progress when the work is over."""
    for thread in threading.enumerate():
        if isinstance(thread, preparing.Preparation):
            thread.join(10)
    progress = services.progress_of(key)
    assert progress
    return progress


def test_every_tile_of_the_area_is_fetched_once(app_with: AppWith, map_server: FakeMapServer) -> None:
    app = app_with()
    with app.test_request_context():
        total = services.prepare_area("p", there(app), LODDEFJORD, range(8, 15)).total
        progress = over("p")
        assert (progress.state, progress.fetched, progress.percent) == ("finished", total, 100)
        assert len(map_server.paths) == len(set(map_server.paths)) == total
        services.prepare_area("p", there(app), LODDEFJORD, range(8, 15))
        assert over("p").kept == total
        assert len(map_server.paths) == total
    map_server.stop()
    tile = next(tiles_in(LODDEFJORD, [14]))
    assert app.test_client().get(f"/tiles/there/{tile.z}/{tile.x}/{tile.y}").data == PNG


def test_too_much_is_refused(app_with: AppWith, map_server: FakeMapServer) -> None:
    app = app_with()
    with app.test_request_context(), pytest.raises(Refused, match="20000"):
        services.prepare_area("p", there(app), (4.0, 58.0, 6.0, 60.0), range(8, 18))
    assert map_server.paths == []


def test_one_at_a_time_and_it_can_be_stopped(app_with: AppWith) -> None:
    app = app_with("unhurried")
    with app.test_request_context():
        services.prepare_area("p", there(app), LODDEFJORD, range(8, 18))
        with pytest.raises(Refused):
            services.prepare_area("q", there(app), LODDEFJORD, range(8, 10))
        services.stop_preparing("p")
        assert over("p").state == "stopped"


def test_a_server_that_gives_up_is_told(app_with: AppWith, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "PATIENCE", 0.3)
    monkeypatch.setattr(preparing, "LOOK_AGAIN", 0.05)
    app = app_with("broken")
    with app.test_request_context():
        services.prepare_area("p", there(app), LODDEFJORD, range(8, 18))
        assert over("p").state == "failed"


def test_work_that_ended_with_the_server_counts_as_stopped(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_progress(tmp_path / "p.json", Progress("there", 15, 10))
    now = time.time()
    monkeypatch.setattr("participation.basemaps.progress.time.time", lambda: now + 120)
    progress = read_progress(tmp_path / "p.json")
    assert progress and progress.state == "stopped"


class TestThePage:
    @pytest.fixture
    def page(self, app: flask.Flask) -> str:
        make_project()
        return "/projects/loddefjord/basemap"

    @pytest.mark.parametrize("store", ["sqlite"], indirect=True)
    def test_the_planner_sees_what_it_costs(self, client: FlaskClient, page: str) -> None:
        sign_in(client, make_person(role="planner").email)
        text = client.get(page).get_data(as_text=True)
        assert "Kart" in text
        assert "MB" in text
        assert client.get(f"{page}/progress").status_code == 204

    @pytest.mark.parametrize("store", ["sqlite"], indirect=True)
    def test_starting_and_stopping(self, client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("participation.basemaps.upstream.fetch_image", lambda *_: PNG)
        sign_in(client, make_person(role="planner").email)
        assert client.post(page, data={"source": "kartverket", "deepest": "14"}).status_code == 302
        told = client.get(f"{page}/progress").get_json()
        assert told["total"] > 10
        assert client.post(f"{page}/stop").status_code == 302
        assert client.get(page).status_code == 200

    @pytest.mark.parametrize("store", ["sqlite"], indirect=True)
    def test_a_wrong_choice_is_told(self, client: FlaskClient, page: str) -> None:
        sign_in(client, make_person(role="planner").email)
        assert client.post(page, data={"source": "kartverket", "deepest": "22"}).status_code == 422
        assert client.post(page, data={"source": "elsewhere", "deepest": "14"}).status_code == 422

    @pytest.mark.parametrize("store", ["sqlite"], indirect=True)
    def test_the_colleague_without_the_right_and_the_stranger(self, client: FlaskClient, page: str) -> None:
        assert client.get(page).status_code == 302
        sign_in(client, make_person(role="analyst").email)
        assert client.get(page).status_code == 403
        assert client.post(f"{page}/stop").status_code == 403
