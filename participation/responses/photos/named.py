"""The photos that answers name: each must have been taken in for the same response."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Connection, Table, bindparam, select

from participation.prepared import Prepared
from participation.responses.models import Photo
from surveys.answers import CleanMark
from surveys.question import Question
from surveys.questionnaire import Questionnaire

PHOTO: Table = Photo.__table__  # type: ignore[assignment]
_TAKEN_IN = Prepared(select(PHOTO.c.name).where(PHOTO.c.response_uuid == bindparam("uuid")))

Named = tuple[str, list[str]]


def named(questionnaire: Questionnaire, answers: Mapping[str, Any], marks: Iterable[CleanMark]) -> Iterator[Named]:
    """Each answer with photos: its place in what was sent, and their names."""
    if not questionnaire.takes_photos:
        return
    yield from _among(questionnaire.question_by_variable, answers, "answers")
    for mark in marks:
        about = questionnaire.question(mark.question).followups_by_category.get(mark.category, {})
        yield from _among(about, mark.answers, f"{mark.place}.answers")


def _among(questions: Mapping[str, Question], answers: Mapping[str, Any], place: str) -> Iterator[Named]:
    for variable, answer in answers.items():
        if variable in questions and questions[variable].type == "photo":
            yield f"{place}.{variable}", answer


def not_taken_in(connection: Connection, uuid: str, answers: Iterable[Named]) -> list[dict[str, str]]:
    """A problem for every answer that names a photo which is not there for this response."""
    wanted = list(answers)
    if not wanted:
        return []
    there = {row.name for row in _TAKEN_IN.rows(connection, {"uuid": uuid})}
    message = _("The photo was not taken in. Remove it and choose it again.")
    return [{"field": place, "message": message} for place, names in wanted if not there.issuperset(names)]
