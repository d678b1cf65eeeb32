"""The folder of ordered files cannot be reached, as when it is one that many machines share: nobody waits for ever, and
nothing else that is done comes to grief by it."""

from __future__ import annotations

from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.database import writing
from participation.downloads.jobs import routes
from participation.export_jobs import files
from participation.extensions import db
from participation.retention.purging import purge
from tests.factories.people import make_person, sign_in
from tests.integration.downloads.conftest import Told
from tests.integration.downloads.ordering import job, order, work_off
from tests.integration.downloads.test_outdated_files import WAYS

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def planner(client: FlaskClient) -> FlaskClient:
    make_person()
    sign_in(client)
    return client


def take_away(app: flask.Flask) -> Path:
    """The folder, which is a link to what is not there; where its files are now."""
    folder, away = files.all_of_them(), app.config["DATA_DIR"] / "away"
    if folder.exists():
        folder.rename(away)
    folder.symlink_to(app.config["DATA_DIR"] / "missing")
    return Path(away)


def test_an_order_is_told_of_at_once(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    take_away(app)
    page = order(planner, told)
    work_off(app)
    assert "kunne ikke skrive filen" in planner.get(page).text
    assert job().state == "failed"


def test_a_file_that_is_kept_there_is_missed(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told)
    work_off(app)
    take_away(app)
    assert "Bestill den på nytt" in planner.get(page).text
    assert planner.get(page + "/file").location == page
    assert planner.get(page.rpartition("/files/")[0]).status_code == 200


def test_what_is_withdrawn_is_withdrawn(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    """And its file is deleted when the folder is there again."""
    order(planner, told)
    work_off(app)
    away = take_away(app)
    with writing(db) as session:
        WAYS["withdrawn"](session, session.get_one(Activity, told.activity))
    assert job().state == "outdated"
    list(purge())
    files.all_of_them().unlink()
    away.rename(files.all_of_them())
    work_off(app)
    assert files.there() == []


def test_a_file_that_goes_while_it_is_asked_for(
    app: flask.Flask, planner: FlaskClient, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = order(planner, told)
    work_off(app)
    monkeypatch.setattr(routes.files, "path_of", lambda _job: app.config["DATA_DIR"] / "gone")
    assert planner.get(page + "/file").location == page
