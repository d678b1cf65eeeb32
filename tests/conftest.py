"""Fixtures every test may use: the application on SQLite and, in integration tests, on PostgreSQL too."""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from participation import create_app
from participation.extensions import db
from participation.schema import upgrade
from tests.house.checked_client import CheckedClient
from tests.kept_dialects import keep_dialects
from tests.postgresql import PostgreSQL
from tests.quick_apps import hurry

# A machine that stands still for a while says nothing about what is tested, and a change is not judged by what another
# run happened to invent: `--hypothesis-profile=exploring` looks further.
settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("any_machine", settings.get_profile("exploring"), derandomize=True)
settings.load_profile("any_machine")
hurry()
keep_dialects()
# An application is tens of thousands of objects, none of which is rubbish while they are made: looked through once, not often.
gc.set_threshold(50_000)

SETTINGS = {"TESTING": True, "SECRET_KEY": "a key for tests", "WTF_CSRF_ENABLED": False}


@pytest.fixture(autouse=True)
def gdal_of_others() -> Iterator[None]:
    """GDAL reads for each test as it does for others, whatever the application has told it of how to read uploads."""
    yield
    if pyogrio := sys.modules.get("pyogrio"):
        pyogrio.set_gdal_config_options({"GML_FIELDTYPES": None})


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end, so the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty database at the newest migration, copied for each test."""
    folder = tmp_path_factory.mktemp("template")
    app = create_app({**SETTINGS, "DATA_DIR": folder})
    with app.app_context():
        upgrade()
        db.session.remove()
        db.engine.dispose()
    return folder


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server of this test run's own, in a folder under the system's temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="lokalkjent-pg-"))
    server = PostgreSQL(folder)
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on: integration tests run on both."""
    return str(request.param)


@pytest.fixture
def app(request: pytest.FixtureRequest, store: str, tmp_path: Path) -> Iterator[flask.Flask]:
    """An application with an empty database and its context."""
    overrides = {**SETTINGS, "DATA_DIR": tmp_path}
    if store == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    else:
        server: PostgreSQL = request.getfixturevalue("postgresql")
        overrides["SQLALCHEMY_DATABASE_URI"] = server.empty_database()
    app = create_app(overrides)
    app.test_client_class = CheckedClient
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: flask.Flask) -> FlaskClient:
    """A browser without a sign-in, which checks every page it gets (tests/house)."""
    return app.test_client()
