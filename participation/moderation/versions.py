"""Unused versions: bodies that came for an answer already handed in, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions import queries as class_sessions
from participation.moderation import queries
from participation.moderation.wording import Wording


@dataclass(frozen=True)
class Version:
    """One unused version. `marks`: label and texts of each. The response's UUID is a secret and stays out."""

    id: int
    received_at: datetime
    where: str
    marks: list[tuple[str, str]]


def described(session: Session, activity: Activity) -> list[Version]:
    """Every unused version of the activity, newest first."""
    wording = Wording(session, activity)
    return [_version(session, wording, kept) for kept in queries.kept_bodies(session, activity)]


def _version(session: Session, wording: Wording, kept: Any) -> Version:
    content = orjson.loads(kept.body)
    code, number = content.get("class_code"), content.get("questionnaire_version")
    found = class_sessions.class_by_code(session, code) if isinstance(code, str) else None
    where = f"{found.class_name}, {found.school_name}" if found else ""
    marks = content.get("marks") if isinstance(content.get("marks"), list) else []
    version = number if isinstance(number, int) and not isinstance(number, bool) and 0 < number < 2**31 else 0
    return Version(kept.id, kept.received_at, where, [_mark(wording, version, mark) for mark in marks[:200]])


def _mark(wording: Wording, version: int, mark: Any) -> tuple[str, str]:
    """What nobody has checked may have any shape."""
    said = mark.get("properties") if isinstance(mark, dict) else None
    said = said if isinstance(said, dict) else {}
    question, category, answers = said.get("question"), said.get("category"), said.get("answers")
    if not isinstance(question, str) or not isinstance(category, str):
        return "?", ""
    told = wording.answers(version, question, category, answers if isinstance(answers, dict) else {})
    texts = [text for text in (*told["texts"], *told["choices"]) if isinstance(text, str)]
    return wording.category(version, question, category)[:80], " · ".join(texts)[:2000]
