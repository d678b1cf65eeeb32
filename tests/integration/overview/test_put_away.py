"""A draft that was put away comes back whole, unless another has its place."""

from __future__ import annotations

from typing import Any

import flask
from sqlalchemy import select

from participation.activities import drafts
from participation.activities.models import Activity, DraftPicture, QuestionnaireDraft
from participation.database import writing
from participation.extensions import db
from tests.factories.cast import make_cast
from tests.factories.surveys import document, make_survey
from tests.factories.undoing import undo_offered

PLACE = "/projects/loddefjord/activities/1/questionnaire"


def make_draft(survey: Activity, picture: bytes = b"RIFF\x00") -> str:
    with writing(db) as session:
        activity = session.get_one(Activity, survey.id)
        drafts.keep(session, activity, document(), {"tre.webp": picture}, ["Husk"], "first@example.no")
    return db.session.scalars(select(QuestionnaireDraft.edition)).one()


def stored() -> list[Any]:
    db.session.rollback()
    wanted = select(
        QuestionnaireDraft.document, QuestionnaireDraft.edition, QuestionnaireDraft.changed_at, DraftPicture.data
    )
    return [tuple(row) for row in db.session.execute(wanted.join(DraftPicture))]


def test_the_draft_comes_back_with_its_pictures(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    edition = make_draft(survey)
    before = stored()
    undo = undo_offered(cast.planner.post(f"{PLACE}/discard", data={"seen": edition}, follow_redirects=True))
    assert stored() == []
    assert cast.analyst.post(undo.address, data=undo.fields).status_code == 403
    assert (
        "Det er tilbake som det var." in cast.planner.post(undo.address, data=undo.fields, follow_redirects=True).text
    )
    assert stored() == before and before


def test_another_draft_is_not_overwritten(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    edition = make_draft(survey)
    undo = undo_offered(cast.planner.post(f"{PLACE}/discard", data={"seen": edition}, follow_redirects=True))
    make_draft(survey, b"RIFF\x01")
    other = stored()
    assert (
        "Det har kommet en annen i stedet"
        in cast.planner.post(undo.address, data=undo.fields, follow_redirects=True).text
    )
    assert stored() == other
