"""Which marks, answers and photos of a project the queue shows, in the order they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import beginning_of
from participation.moderation import queue_filters as states
from participation.moderation.free_texts import FreeTexts
from participation.moderation.kinds import ANSWER, KINDS, MARK, PHOTO, Key
from participation.moderation.models import TextTranslation
from participation.moderation.queue_filters import QueueFilters
from participation.projects.models import Project
from participation.responses.models import BlurredText, Mark, Photo, Response
from participation.sought import holds

# Of everything that was ever said, the newest are looked through.
MOST = 20_000
Rows = Select[*tuple[Any, ...]]
ABOUT = (Response.activity_id, Response.questionnaire_version, Response.received_at)


def keys(session: Session, project: Project, filters: QueueFilters) -> list[Key]:
    """What worries first, then what else is pointed out, then the rest; in each, what came first comes first."""
    kinds = [filters.kind] if filters.kind else list(KINDS)
    found = [entry for kind in kinds for entry in _of_kind(session, project, filters, kind)]
    return [key for _rank, _came, key in sorted(found)]


def waiting(session: Session, project: Project) -> dict[int, tuple[int, int]]:
    """Activity id → what waits in it: what worries, and all."""
    found: dict[int, tuple[int, int]] = {}
    for kind in KINDS:
        flags = _flags(kind)
        worrying = func.count().filter(flags.contains("worrying"))
        wanted = _rows(project, kind, (Response.activity_id, worrying.label("worrying"), func.count().label("all")))
        for row in session.execute(wanted.where(_waits(kind)).group_by(Response.activity_id)):
            before = found.get(row.activity_id, (0, 0))
            found[row.activity_id] = (before[0] + row.worrying, before[1] + row.all)
    return found


def _of_kind(session: Session, project: Project, filters: QueueFilters, kind: str) -> Iterator[tuple[int, Any, Key]]:
    model, flags = KINDS[kind].model, _flags(kind)
    further = (Mark.question, Mark.category, Mark.answers) if kind == MARK else (Response.answers,)
    columns = (model.id, flags.label("flags"), *ABOUT, *further)
    wanted = _rows(project, kind, columns).where(*_conditions(filters, kind)).order_by(model.id.desc()).limit(MOST)
    finder, needs_reading = FreeTexts(session), filters.state == states.ALL or filters.text
    translated = _translated(session, kind, filters.text)
    for row in session.execute(wanted):
        if kind == PHOTO or not needs_reading or row.id in translated or _says(finder, kind, row, filters.text):
            yield _rank(row.flags), row.received_at, Key(kind, row.id)


def _rows(project: Project, kind: str, columns: Sequence[Any]) -> Rows:
    """Those of answers that stand and are no tests; photos when the answer is handed in, for only then they are shown."""
    wanted = select(*columns).select_from(KINDS[kind].model)
    if kind == MARK:
        wanted = wanted.join(Mark.response)
    elif kind == PHOTO:
        done = Response.complete.is_(True) | Response.collected_at.is_not(None)
        wanted = wanted.join(Response, Response.uuid == Photo.response_uuid).where(done)
    wanted = wanted.join(Activity, Activity.id == Response.activity_id).where(Activity.project_id == project.id)
    return wanted.where(Response.replaced_by_id.is_(None), Response.is_test.is_(False))


def _conditions(filters: QueueFilters, kind: str) -> list[ColumnElement[bool]]:
    asked = [_in_state(filters.state, kind)]
    if filters.reason:
        asked.append(_flags(kind).contains(filters.reason))
    if filters.language:
        asked.append(Response.language == filters.language)
    if filters.activity is not None:
        asked.append(Response.activity_id == filters.activity)
    if filters.since:
        asked.append(Response.received_at >= beginning_of(filters.since))
    if filters.until:
        asked.append(Response.received_at < beginning_of(filters.until + timedelta(days=1)))
    if filters.text:
        asked.append(_may_hold(filters.text, kind))
    return asked


def _in_state(state: str, kind: str) -> ColumnElement[bool]:
    model = KINDS[kind].model
    pointing = {MARK: "mark_id", ANSWER: "response_id"}
    if state == states.WAITING:
        return _waits(kind)
    if state == states.REVIEWED:
        return model.reviewed_at.is_not(None) & model.hidden_at.is_(None)
    if state == states.HIDDEN:
        return model.hidden_at.is_not(None)
    if state in (states.BLURRED, states.TRANSLATED) and kind in pointing:
        table = BlurredText if state == states.BLURRED else TextTranslation
        return exists().where(getattr(table, pointing[kind]) == model.id)
    return literal(state == states.ALL)


def _waits(kind: str) -> ColumnElement[bool]:
    """Something is pointed out that nobody has looked at; of photos, all that nobody has looked at."""
    model = KINDS[kind].model
    pointed_out = literal(True) if kind == PHOTO else _flags(kind) != ""
    return pointed_out & model.reviewed_at.is_(None) & model.hidden_at.is_(None) & Response.hidden_at.is_(None)


def _flags(kind: str) -> Any:
    return {MARK: Mark.flags, ANSWER: Response.flags}.get(kind, literal(""))


def _may_hold(text: str, kind: str) -> ColumnElement[bool]:
    """What may hold the text, as far as the store can tell: it knows small and capital letters of English alone."""
    if kind == PHOTO:
        return literal(False)
    answers = Mark.answers if kind == MARK else Response.answers
    translated = select(_pointer(kind)).where(TextTranslation.text.ilike(_pattern(text)))
    return or_(answers.ilike(_pattern(text)), KINDS[kind].model.id.in_(translated))


def _translated(session: Session, kind: str, text: str) -> frozenset[int]:
    """Those whose translation holds the text."""
    if kind == PHOTO or not text:
        return frozenset()
    return frozenset(session.scalars(select(_pointer(kind)).where(TextTranslation.text.ilike(_pattern(text)))))


def _pointer(kind: str) -> Any:
    return TextTranslation.mark_id if kind == MARK else TextTranslation.response_id


def _pattern(text: str) -> str:
    """Any letters stand where the store may see others than the reader does, or JSON writes more than one."""
    return f"%{''.join(letter if letter.isascii() and letter.isalnum() else '%' for letter in text)}%"


def _says(finder: FreeTexts, kind: str, row: Any, sought: str) -> bool:
    """True when there is any text, and what is sought stands in one."""
    return any(holds(text.words, sought) for text in finder.of_row(kind, row))


def _rank(flags: str) -> int:
    return 0 if "worrying" in flags else 1 if flags else 2
