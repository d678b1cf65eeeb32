"""Each use of a token stands in the log: which token, what it read, by which filter; the same within ten minutes once."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest

from participation.accounts.access import public
from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.audit.recording import reads
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.log.words import Words
from participation.projects.models import Project
from participation.tokens import queries, services
from participation.tokens.models import ApiToken
from tests.factories.classes import make_project
from tests.factories.tokens import make_token


@public
@reads(Act.API_READ)
def a_collection() -> flask.Response:
    token = queries.token_for(db.session(), flask.request.headers["Authorization"])
    assert token is not None
    services.used(token, "marks")
    return flask.jsonify({"read": token.id})


@pytest.fixture
def project(app: flask.Flask) -> Project:
    app.add_url_rule("/a-collection", view_func=a_collection)
    return make_project()


def read(app: flask.Flask, secret: str, query: str = "") -> None:
    assert app.test_client().get(f"/a-collection{query}", headers={"Authorization": secret}).status_code == 200


def entries() -> list[AuditEntry]:
    db.session.rollback()
    return db.session.query(AuditEntry).order_by(AuditEntry.id).all()


def test_each_use_is_logged_by_token_collection_and_filter(app: flask.Flask, project: Project) -> None:
    secret = make_token(project, full=True)
    for query in ("", "?limit=10&offset=20&f=json", "?bbox=1,2,3,4", "?bbox=2,3,4,5", "?category=unsafe"):
        read(app, secret, query)
    asked = ["collection=marks", "collection=marks&bbox=%2A", "collection=marks&category=unsafe"]
    assert [entry.asked for entry in entries()] == asked
    assert {(entry.act, entry.project_id, entry.actor) for entry in entries()} == {("api:read", project.id, "token:1")}
    line = Words(db.session(), entries(), within_project=True).line(entries()[0])
    assert (line.who, line.asked) == ("Et program med nøkkelen «QGIS» (nummer 1)", "collection: marks")


def test_the_log_knows_a_token_that_is_gone_by_its_number(app: flask.Flask, project: Project) -> None:
    read(app, make_token(project))
    with writing(db) as session:
        session.query(ApiToken).delete()
    assert Words(db.session(), entries(), within_project=True).line(entries()[0]).who.endswith("«#1»")


def test_when_a_token_was_last_used_is_noted_to_the_minute(app: flask.Flask, project: Project) -> None:
    secret = make_token(project)
    read(app, secret)
    first = db.session.query(ApiToken).one().last_used_at
    assert first is not None
    earlier = now() - timedelta(minutes=2)
    with writing(db) as session:
        session.query(ApiToken).one().last_used_at = earlier
    read(app, secret)
    assert db.session.query(ApiToken).one().last_used_at > earlier
