"""Translations of what people wrote: written by a moderator, shown beside the text, and carried by downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from participation.clock import now
from participation.moderation.kinds import ANSWER, MARK
from participation.moderation.models import TextTranslation
from participation.responses.models import Mark, Response

LONGEST = 10_000
POINTERS = {MARK: TextTranslation.mark_id, ANSWER: TextTranslation.response_id}


class Translated(NamedTuple):
    """`language`: its code, such as nb."""

    language: str
    text: str


def put(session: Session, kind: str, identity: int, variable: str, language: str, text: str) -> None:
    """Write the translation of one text, instead of the one there was; an empty one takes it away."""
    take_away(session, kind, identity, variable)
    if text.strip():
        told = {"variable": variable, "language": language, "text": text.strip()[:LONGEST], "written_at": now()}
        session.add(TextTranslation(**{POINTERS[kind].key: identity}, **told))
    session.flush()


def take_away(session: Session, kind: str, identity: int, variable: str) -> dict[str, str] | None:
    """Delete it; what it was."""
    which = (POINTERS[kind] == identity, TextTranslation.variable == variable)
    found = session.scalar(select(TextTranslation).where(*which))
    session.execute(delete(TextTranslation).where(*which))
    return {"language": found.language, "text": found.text} if found else None


def of(session: Session, kind: str, ids: Sequence[int]) -> Mapping[int, Mapping[str, Translated]]:
    """By the id of the mark or response, and by variable."""
    return _found(session, kind, POINTERS[kind].in_(ids))


def of_activity(session: Session, kind: str, activity_id: int) -> Mapping[int, Mapping[str, Translated]]:
    """Every translation of an activity's marks, or of its responses."""
    # Asked of each translation, as those are few: the marks of an activity may be many.
    of_kind = (
        (Mark.id == POINTERS[kind], Mark.response_id == Response.id)
        if kind == MARK
        else (Response.id == POINTERS[kind],)
    )
    theirs = select(Response.id).where(Response.activity_id == activity_id, *of_kind)
    return _found(session, kind, theirs.correlate(TextTranslation).exists())


def _found(session: Session, kind: str, which: ColumnElement[bool]) -> Mapping[int, Mapping[str, Translated]]:
    columns = (
        POINTERS[kind].label("row_id"),
        TextTranslation.variable,
        TextTranslation.language,
        TextTranslation.text,
    )
    found: dict[int, dict[str, Translated]] = {}
    for row in session.execute(select(*columns).where(which).order_by(TextTranslation.id)):
        found.setdefault(row.row_id, {})[row.variable] = Translated(row.language, row.text)
    return found
