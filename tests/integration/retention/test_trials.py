"""Test answers and the drafts they were given to go after thirty days, the answers first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import event

from participation.activities.models import Activity, QuestionnaireTrial
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses import tried_answers
from participation.responses.models import Mark, Response
from participation.retention import purging
from tests.factories.classes import new_uuid
from tests.factories.surveys import make_survey
from tests.factories.whole_store import make_mark


def given(survey: Activity, days_ago: int, is_test: bool) -> None:
    """An answer to the draft that was tried, or to what is published, with a mark."""
    moment = now() - timedelta(days=days_ago)
    number = -1 if is_test else 1
    one = Response(
        uuid=new_uuid(), activity_id=survey.id, questionnaire_version=number, language="nb", channel="open_link",
        revision=1, complete=True, answers="{}", body_sha256="0" * 64, started_at=moment, received_at=moment,
        completed_at=moment, is_test=is_test,
    )  # fmt: skip
    with writing(db) as session:
        session.add(one)
        session.flush()
        session.add(make_mark(one))


def test_very_many_tests_are_deleted_a_part_at_a_time(app: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement takes 32,766 values: more tests than that could not be deleted."""
    monkeypatch.setattr(tried_answers, "AT_ONCE", 2)
    survey = make_survey()
    for is_test in (True, True, True, False):
        given(survey, 1, is_test)
    values: list[int] = []

    def note(
        _connection: object, _cursor: object, statement: str, parameters: Sequence[object], *_more: object
    ) -> None:
        if statement.startswith("DELETE"):
            values.append(len(parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    with writing(db) as session:
        assert tried_answers.delete_all(session, session.get_one(Activity, survey.id)) == 3
    event.remove(db.engine, "before_cursor_execute", note)
    assert max(values) == 2
    assert db.session.query(Response).count() == 1


@pytest.mark.parametrize(("days", "left"), [(30, (2, 2, 1)), (31, (1, 1, 0))])
def test_tests_go_after_thirty_days(app: object, days: int, left: tuple[int, ...]) -> None:
    survey = make_survey()
    with writing(db) as session:
        session.add(QuestionnaireTrial(activity_id=survey.id, number=-1, document="{}", tried_at=now() - timedelta(90)))
    given(survey, days, is_test=True)
    given(survey, days, is_test=False)
    list(purging.purge(now() - timedelta(seconds=60)))
    assert tuple(db.session.query(model).count() for model in (Response, Mark, QuestionnaireTrial)) == left
