"""A map server on this machine and an application that proxies it; no database is asked, so SQLite alone will do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import flask
import pytest

from participation import create_app
from tests.integration.basemaps.fake_map_server import FakeMapServer


@pytest.fixture
def map_server() -> Iterator[FakeMapServer]:
    server = FakeMapServer()
    yield server
    server.stop()


@pytest.fixture
def app_with(tmp_path: Path, map_server: FakeMapServer) -> Callable[..., flask.Flask]:
    """An application whose source `there` is the fake server behaving as said."""

    def make(behaviour: str = "good", **settings: object) -> flask.Flask:
        source = {"id": "there", "url": map_server.url(behaviour), "attribution": "© There"}
        return create_app(
            {
                "TESTING": True,
                "SECRET_KEY": "a key for tests",
                "DATA_DIR": tmp_path,
                "TILE_SOURCES": json.dumps([source]),
                "TILE_PRIVATE_HOSTS": "1",
                **settings,
            }
        )

    return make
