"""A project that is for everyone, with zones, and an activity in which five respondents share places."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import flask
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from participation import create_app
from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.conftest import SETTINGS
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response, make_zone
from tests.factories.tokens import make_token
from tests.house.checked_client import CheckedClient

HERE, ALONE = "POINT (5.225 60.375)", "POINT (5.3 60.4)"
ROAD = "LINESTRING (5.22 60.37, 5.26 60.37)"


class Layers(NamedTuple):
    """Who asks, and for what. `marks`, `published`, `zones`: addresses of collections."""

    client: FlaskClient
    activity: Activity
    marks: str
    published: str
    zones: str
    full: dict[str, str]
    open: dict[str, str]

    @property
    def of_one_kind(self) -> list[str]:
        """The points and the lines among the marks."""
        return [self.marks.replace("/marks-", f"/{kind}-") for kind in ("points", "lines")]

    @property
    def restricted(self) -> list[str]:
        """Those that only a token to everything opens."""
        return [self.marks, *self.of_one_kind]

    @property
    def every(self) -> list[str]:
        """All that a token to everything opens."""
        return [*self.restricted, self.published, self.zones]

    def get(self, address: str, headers: dict[str, str] | None = None, **query: Any) -> TestResponse:
        """The answer; parameters may have names that Python does not let be names, as in **{"bbox-crs": …}."""
        return self.client.get(address, query_string=query or None, headers=headers or {"Accept": "application/json"})

    def ids(self, address: str, headers: dict[str, str] | None = None, **query: Any) -> list[Any]:
        """The ids of the features that come."""
        answer = self.get(f"{address}/items", headers, **query)
        assert answer.status_code == 200, answer.text
        return [feature["id"] for feature in answer.json["features"]]


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}", "Accept": "application/json"}


@pytest.fixture
def layers(app: flask.Flask, client: FlaskClient) -> Layers:
    """A store of the test's own."""
    return fill(client)


@pytest.fixture(scope="module")
def known(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layers]:
    """One for all tests of a module that only read."""
    folder = tmp_path_factory.mktemp("layers")
    shutil.copytree(sqlite_template, folder, dirs_exist_ok=True)
    app = create_app({**SETTINGS, "DATA_DIR": folder})
    app.test_client_class = CheckedClient
    with app.app_context():
        yield fill(app.test_client())
        db.session.remove()
        db.engine.dispose()


def fill(client: FlaskClient) -> Layers:
    """Ten marks of five that share, one alone, and one each that is a test, hidden or not sent."""
    with writing(db) as session:
        activity = make_activity(session, public_since=now())
        make_zone(session, activity.project, "1201", "Loddefjord", (5.2, 60.36, 5.24, 60.39))
        make_zone(session, activity.project, "1202", "Olsvik", (5.24, 60.36, 5.28, 60.39))
        mapped = make_class(session, activity)
        for _ in range(5):
            shared = [make_mark(HERE, comment="hemmelig"), make_mark(ROAD, "road", "school_road", mode="walk")]
            make_response(session, activity, mapped, shared)
        make_response(
            session, activity, marks=[make_mark(ALONE, category="unsafe", comment="Æ 🌲")], channel="interview"
        )
        make_response(session, activity, mapped, [make_mark(HERE)], is_test=True)
        make_response(session, activity, mapped, [make_mark(HERE)], hidden_at=now())
        make_response(session, activity, mapped, [make_mark(HERE)], complete=False, completed_at=None)
        identity, project = activity.id, activity.project
    found = db.session.get_one(Activity, identity)
    at = "/ogc/collections/"
    addresses = f"{at}marks-{identity}", f"{at}published-{identity}", f"{at}zones-{found.project.slug}"
    return Layers(client, found, *addresses, bearer(make_token(project, full=True)), bearer(make_token(project)))


@pytest.fixture
def stranger(layers: Layers) -> dict[str, str]:
    """A full token of another project."""
    with writing(db) as session:
        other = make_activity(session).project_id
    return bearer(make_token(db.session.get_one(Project, other), full=True))
