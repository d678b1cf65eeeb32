"""The rules for test answers, and for the drafts they were given to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete
from sqlalchemy.orm import Session

from participation.activities.models import QuestionnaireTrial
from participation.responses import tried_answers
from participation.retention.periods import over_since


def old_tests(moment: datetime) -> Select[Any]:
    return tried_answers.tests_before(over_since("tests", moment))


def delete_tests(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    tried_answers.delete_tests(session, ids)


def old_trials(moment: datetime) -> Select[Any]:
    return tried_answers.trials_before(over_since("tests", moment))


def delete_trials(session: Session, ids: Sequence[int], _moment: datetime) -> None:
    session.execute(delete(QuestionnaireTrial).where(QuestionnaireTrial.id.in_(ids)))
