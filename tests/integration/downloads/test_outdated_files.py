"""What is erased or hidden does not live on in files that are kept: wherever it happens, they are deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.classroom import services as classroom
from participation.clock import now
from participation.database import writing
from participation.export_jobs import files, services
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from participation.moderation import decisions
from participation.moderation import services as moderation
from participation.moderation.kinds import ANSWER, MARK, Key
from participation.responses import services as responses
from participation.responses import tried_answers
from participation.responses.models import Mark, Response
from participation.retention import rules
from tests.factories.people import make_person, sign_in
from tests.integration.downloads.conftest import Told
from tests.integration.downloads.ordering import job, order

HIDDEN = Mark.hidden_at.is_not(None)


@pytest.fixture
def page(client: FlaskClient, told: Told) -> str:
    """The page of a file that is there."""
    make_person()
    sign_in(client)
    page = order(client, told)
    with writing(db) as session:
        claimed = services.claim(session)
        files.begin(claimed.id, claimed.run).write_text("svar", encoding="ascii")
        services.finish(session, claimed.id, claimed.run, 1, 4, 24)
    return page


def first(session: Session, *which: object) -> Mark:
    return session.scalars(select(Mark).where(*which).order_by(Mark.id)).first()


def decide(verb: str, kind: str) -> Callable[[Session, Activity], object]:
    def carry_out(session: Session, activity: Activity) -> object:
        mark = first(session, Mark.hidden_at.is_(None), Mark.answers.contains("glatt"))
        key = Key(kind, mark.id if kind == MARK else mark.response_id)
        return decisions.decide(session, activity.project, verb, [key], "kari@example.no", ["glatt"])

    return carry_out


WAYS: dict[str, Callable[[Session, Activity], object]] = {
    "withdrawn": lambda session, activity: responses.erase(
        session, first(session).response.uuid, first(session).response
    ),
    "hidden by a planner": lambda session, activity: moderation.hide(session, activity, [first(session).id], "kari"),
    "hidden by a teacher": lambda session, activity: classroom.hide_mark(session, first(session)),
    "deleted by a planner": lambda session, activity: moderation.delete_marks(
        session, activity, [first(session, HIDDEN).id]
    ),
    "a mark hidden in the queue": decide("hide", MARK),
    "an answer hidden in the queue": decide("hide", ANSWER),
    "blurred in the queue": decide("blur", MARK),
    "deleted by retention": lambda session, activity: rules.delete_responses(
        session, [first(session).response_id], now()
    ),
    "tests deleted": lambda session, activity: tried_answers.delete_all(session, activity),
}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("way", WAYS)
def test_kept_files_are_deleted(client: FlaskClient, page: str, told: Told, way: str) -> None:
    path = files.path_of(job())
    assert path.is_file()
    with writing(db) as session:
        WAYS[way](session, session.get_one(Activity, told.activity))
    assert (job().state, path.exists()) == ("outdated", False)
    assert "fordi svar er endret" in client.get(page).text
    assert client.get(page + "/file").location == page


def test_those_of_other_activities_stay(page: str, told: Told) -> None:
    with writing(db) as session:
        other = session.scalars(select(Activity.id).where(Activity.id != told.activity)).one()
        services.outdate(session, [other])
        session.flush()
        assert session.scalars(select(ExportJob.state)).all() == ["done"]
        services.outdate(session, [told.activity])
        assert session.scalars(select(ExportJob.state)).all() == ["outdated"]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_is_approved_changes_nothing(page: str, told: Told) -> None:
    with writing(db) as session:
        decide("approve", MARK)(session, session.get_one(Activity, told.activity))
    assert job().state == "done"
    assert db.session.scalar(select(Response.id).limit(1))
