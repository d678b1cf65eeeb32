"""Reading what the municipality heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.feedback.models import Heard
from participation.responses import queries as responses
from participation.responses.answer_words import Told, in_words, marks_in_words, texts_of
from participation.responses.models import Response
from participation.responses.pupil_page import promised

Answered = Sequence[Told]


def heard_by(session: Session, class_session: ClassSession) -> Sequence[Heard]:
    """What was told to this class or to all classes of its activity, newest first."""
    wanted = select(Heard).where(
        Heard.activity_id == class_session.activity_id,
        Heard.class_session_id.is_(None) | (Heard.class_session_id == class_session.id),
    )
    return session.scalars(wanted.order_by(Heard.published_at.desc(), Heard.id.desc())).all()


@dataclass(frozen=True, slots=True)
class Became:
    """What one who answered is told: the answers and marks in words, what was promised, what was heard."""

    answers: Answered
    marks: Sequence[tuple[Told, Answered]]
    promise: str | None
    heard: Sequence[Heard]


def became_of(session: Session, response: Response) -> Became:
    """What became of a response; the promise only until something was heard."""
    class_session = response.class_session
    told = heard_by(session, class_session) if class_session else heard_by_all(session, response.activity)
    promise = None if told else promised(response.activity)
    return Became(*own_words(session, response), promise, told)


def own_words(session: Session, response: Response) -> tuple[Answered, Sequence[tuple[Told, Answered]]]:
    """What was answered, and what each mark is, in the language it was answered in."""
    number, language = response.questionnaire_version, response.language
    questionnaire = activities.questionnaire(session, response.activity_id, number)
    assert questionnaire is not None
    told = responses.document(response)
    answers: Any = told["answers"]
    marks: Any = told["marks"]
    asked = questionnaire.question_by_variable
    words = in_words(asked, answers, language, texts_of(asked, answers, language))
    return list(words), list(marks_in_words(questionnaire, marks, language, answers))


def heard_by_all(session: Session, activity: Activity) -> Sequence[Heard]:
    """What was told to everyone in the activity, newest first."""
    return [told for told in heard(session, activity) if told.class_session_id is None]


def heard(session: Session, activity: Activity) -> Sequence[Heard]:
    """Everything told in the activity, newest first."""
    wanted = select(Heard).where(Heard.activity_id == activity.id)
    return session.scalars(wanted.order_by(Heard.published_at.desc(), Heard.id.desc())).all()
