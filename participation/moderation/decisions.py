"""What moderators decide about marks, answers and photos, all at once, and how it is undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.clock import now
from participation.errors import Refused
from participation.export_jobs.services import outdate
from participation.moderation.kinds import ANSWER, KINDS, MARK, Key, ids_of, keys_in, of_project
from participation.moderation.models import Decision
from participation.moderation.verbs import VERBS
from participation.projects.models import Project
from participation.responses.models import Mark, Response

# After these, files that are kept hold what is to be seen no more.
TAKING_AWAY = ("hide", "blur")
# Each part is a write of its own, for which whoever hands in waits. Words are looked for in each text that is blurred.
PART, PART_WITH_WORDS = 500, 100


class Done(NamedTuple):
    """What a part of a decision came to. `decision`: what can be undone, None where nothing was changed; `changed`: how many
    were, this time."""

    decision: int | None
    changed: int


def part_of(verb: str) -> int:
    """How many are decided about in one write."""
    return PART_WITH_WORDS if verb == "blur" else PART


def decide(
    session: Session,
    project: Project,
    verb: str,
    keys: Sequence[Key],
    by: str,
    words: Sequence[str],
    onto: int | None = None,
) -> Done:
    """Carry `verb` out for those of the project, and remember which it changed. `words` are for blurring; `onto`: the
    decision of which an earlier part has been carried out."""
    changed = _carried_out(session, project, verb, keys, by, words)
    if not changed:
        return Done(onto, 0)
    made = session.get(Decision, onto) if onto else None
    if made is None:
        made = Decision(project_id=project.id, verb=verb, items="", decided_at=now())
        session.add(made)
    made.items = " ".join([*made.items.split(), *map(str, changed)])
    session.flush()
    return Done(made.id, len(changed))


class Undone(NamedTuple):
    """`verb`: what undid it; `changed`: how many it changed, this time; `is_over`: nothing is left to undo."""

    verb: str
    changed: int
    is_over: bool


def undo(session: Session, project: Project, decision_id: int, by: str) -> Undone:
    """Undo a part of a decision of the project. Refused with 404 when it is forgotten."""
    made = session.scalar(select(Decision).where(Decision.id == decision_id, Decision.project_id == project.id))
    if made is None:
        raise Refused(_("This is undone already, or too old to be undone. Find what it was about in the queue."), 404)
    items, opposite = made.items.split(), VERBS[made.verb].undone_by
    made.items = " ".join(items[PART:])
    changed = _carried_out(session, project, opposite, keys_in(items[:PART]), by, ())
    if not made.items:
        session.delete(made)
    return Undone(opposite, len(changed), not made.items)


def _carried_out(
    session: Session, project: Project, verb: str, keys: Sequence[Key], by: str, words: Sequence[str]
) -> list[Key]:
    changed: list[Key] = []
    for kind in KINDS:
        ids = _there(session, project, kind, ids_of(keys, kind))
        changed += [Key(kind, identity) for identity in VERBS[verb].carry_out(session, kind, ids, by, words)]
    if verb in TAKING_AWAY and changed:
        outdate(session, _activities_of(session, changed))
    return changed


def one_of(session: Session, project: Project, keys: Sequence[Key]) -> Key | None:
    """The first of the keys, where it is the project's."""
    return next((key for key in keys[:1] if _there(session, project, key.kind, [key.id])), None)


def _there(session: Session, project: Project, kind: str, ids: list[int]) -> list[int]:
    model = KINDS[kind].model
    found = select(model.id).where(model.id.in_(ids), of_project(kind, project.id))
    return list(session.scalars(found.order_by(model.id)))


def _activities_of(session: Session, keys: Sequence[Key]) -> set[int]:
    """Of marks and answers; photos stand in no file with them."""
    marks = select(Response.activity_id).join(Mark).where(Mark.id.in_(ids_of(keys, MARK)))
    answers = select(Response.activity_id).where(Response.id.in_(ids_of(keys, ANSWER)))
    return {*session.scalars(marks), *session.scalars(answers)}
