"""A class's marks in words: category, the place's own name, choices and texts, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import languages
from participation.activities import queries as activities
from participation.class_sessions.models import ClassSession, Pupil
from participation.classroom.services import TEACHER
from participation.responses.flags import WORRYING
from participation.responses.models import Mark

TEXT_TYPES = ("short_text", "long_text")


@dataclass(slots=True)
class ListedMark:
    """One mark as a teacher reads it."""

    id: int
    category: str
    symbol: str
    place_name: str
    choices: list[str]
    texts: list[str]
    hidden: bool
    may_restore: bool
    look: str
    worrying: bool


@dataclass(slots=True)
class PupilsMarks:
    """A nickname's marks; `pupil` is None for devices without a nickname."""

    pupil: Pupil | None
    marks: list[ListedMark] = field(default_factory=list)


def by_pupil(session: Session, class_session: ClassSession, rows: Sequence[Mark]) -> list[PupilsMarks]:
    """The marks, which come in the pupils' order, in groups."""
    return [
        PupilsMarks(pupil, [listed(session, class_session, mark) for mark in group])
        for pupil, group in groupby(rows, lambda mark: mark.response.pupil)
    ]


def to_look_at(groups: Sequence[PupilsMarks]) -> list[tuple[Pupil | None, ListedMark]]:
    """What a teacher should read and has not hidden, with whose it is: what worries first."""
    found = [(group.pupil, mark) for group in groups for mark in group.marks if mark.look and not mark.hidden]
    return sorted(found, key=lambda one: not one[1].worrying)


def listed(session: Session, class_session: ClassSession, mark: Mark) -> ListedMark:
    """`mark` in words, by the version of the questionnaire it answers."""
    version = mark.response.questionnaire_version
    questionnaire = activities.questionnaire(session, class_session.activity_id, version)
    document: Mapping[str, Any] = questionnaire.document if questionnaire else {"pages": []}
    answers: dict[str, Any] = orjson.loads(mark.answers)
    category, followups = described(document, mark)
    shown = ListedMark(
        id=mark.id,
        category=in_language(category.get("label", {})) or mark.category,
        symbol=category.get("symbol", "circle"),
        place_name="",
        choices=[],
        texts=[],
        hidden=mark.hidden_at is not None,
        may_restore=mark.hidden_by == TEACHER,
        look=why_look(mark.flags),
        worrying=WORRYING in mark.flags,
    )
    for question in followups:
        add_answer(shown, question, answers.get(question["variable"]))
    return shown


def why_look(flags: str) -> str:
    """Why a teacher should read this one, from the words that `responses.flags` found; else empty."""
    if WORRYING in flags:
        return _("Read this first")
    return _("May tell who someone is") if flags else ""


def described(document: Mapping[str, Any], mark: Mark) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The mark's category and all its follow-up questions in the questionnaire's document."""
    for page in document["pages"]:
        for question in page["questions"]:
            if question["variable"] == mark.question:
                found = [one for one in question.get("categories", []) if one["code"] == mark.category]
                category = found[0] if found else {}
                return category, [*category.get("followups", []), *question.get("followups", [])]
    return {}, []


def add_answer(shown: ListedMark, question: dict[str, Any], value: Any) -> None:
    """Put one follow-up answer where the list shows it."""
    if value in (None, "", []):
        return
    if question["variable"] == "place_name":
        shown.place_name = str(value)
    elif question["type"] in TEXT_TYPES:
        shown.texts.append(str(value))
    elif "choices" in question:
        labels = {choice["code"]: in_language(choice["label"]) for choice in question["choices"]}
        chosen = value if isinstance(value, list) else [value]
        shown.choices += [labels.get(code, str(code)) for code in chosen]


def in_language(texts: dict[str, str]) -> str:
    """The text in the reader's language, else bokmål, else any."""
    return texts.get(languages.current()) or texts.get("nb") or next(iter(texts.values()), "")
