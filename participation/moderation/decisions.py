"""What moderators decide about marks, answers and photos, all at once, and how it is undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from participation.audit.acts import Act
from participation.clock import now
from participation.errors import Refused
from participation.export_jobs.services import outdate
from participation.moderation import blurring
from participation.moderation.kinds import ANSWER, KINDS, MARK, PHOTO, Key, ids_of, keys_in, of_project
from participation.moderation.models import Decision
from participation.projects.models import Project
from participation.responses.models import Mark, Response

# After these, files that are kept hold what is to be seen no more.
TAKING_AWAY = ("hide", "blur")


@dataclass(frozen=True)
class Verb:
    """`carry_out(session, kind, ids, by, words)` gives the ids it changed; `undone_by`: the verb that does the opposite."""

    carry_out: Callable[[Session, str, list[int], str, Sequence[str]], list[int]]
    undone_by: str
    act: Act


def decide(
    session: Session, project: Project, verb: str, keys: Sequence[Key], by: str, words: Sequence[str]
) -> Decision:
    """Carry `verb` out for those of the project, and remember which it changed. `words` are for blurring."""
    changed: list[Key] = []
    for kind in KINDS:
        ids = _there(session, project, kind, ids_of(keys, kind))
        changed += [Key(kind, identity) for identity in VERBS[verb].carry_out(session, kind, ids, by, words)]
    if verb in TAKING_AWAY and changed:
        outdate(session, _activities_of(session, changed))
    made = Decision(project_id=project.id, verb=verb, items=" ".join(map(str, changed)), decided_at=now())
    session.add(made)
    session.flush()
    return made


def undo(session: Session, project: Project, decision_id: int, by: str) -> tuple[str, int]:
    """Undo a decision of the project; the verb that undid it, and for how many. Refused with 404 when it is forgotten."""
    made = session.scalar(select(Decision).where(Decision.id == decision_id, Decision.project_id == project.id))
    if made is None:
        raise Refused(_("This is undone already, or too old to be undone. Find what it was about in the queue."), 404)
    opposite = VERBS[made.verb].undone_by
    changed = decide(session, project, opposite, keys_in(made.items.split()), by, ())
    count = len(changed.items.split())
    session.execute(delete(Decision).where(Decision.id.in_([made.id, changed.id])))
    return opposite, count


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


def _change(session: Session, kind: str, which: ColumnElement[bool], values: dict[str, Any]) -> list[int]:
    model = KINDS[kind].model
    found = list(session.scalars(select(model.id).where(which).order_by(model.id)))
    if found:
        session.execute(update(model).where(model.id.in_(found)).values(values))
    return found


def _approve(session: Session, kind: str, ids: list[int], _by: str, _words: Sequence[str]) -> list[int]:
    model = KINDS[kind].model
    return _change(session, kind, model.id.in_(ids) & model.reviewed_at.is_(None), {"reviewed_at": now()})


def _unapprove(session: Session, kind: str, ids: list[int], _by: str, _words: Sequence[str]) -> list[int]:
    model = KINDS[kind].model
    return _change(session, kind, model.id.in_(ids) & model.reviewed_at.is_not(None), {"reviewed_at": None})


def _hide(session: Session, kind: str, ids: list[int], by: str, _words: Sequence[str]) -> list[int]:
    model = KINDS[kind].model
    told = {"hidden_at": now()} | ({"hidden_by": by} if kind == MARK else {})
    return _change(session, kind, model.id.in_(ids) & model.hidden_at.is_(None), told)


def _restore(session: Session, kind: str, ids: list[int], _by: str, _words: Sequence[str]) -> list[int]:
    model = KINDS[kind].model
    told: dict[str, Any] = {"hidden_at": None} | ({"hidden_by": ""} if kind == MARK else {})
    return _change(session, kind, model.id.in_(ids) & model.hidden_at.is_not(None), told)


def _blur(session: Session, kind: str, ids: list[int], by: str, words: Sequence[str]) -> list[int]:
    """Whoever blurred it has looked at it."""
    if kind == PHOTO:
        return []
    changed = blurring.blur(session, kind, ids, words)
    _approve(session, kind, changed, by, ())
    return changed


def _unblur(session: Session, kind: str, ids: list[int], by: str, _words: Sequence[str]) -> list[int]:
    if kind == PHOTO:
        return []
    changed = blurring.unblur(session, kind, ids)
    _unapprove(session, kind, changed, by, ())
    return changed


# To add a verb: one line here, its words in decision_words.py, and a button in templates/moderation/.
VERBS: dict[str, Verb] = {
    "approve": Verb(_approve, "unapprove", Act.ITEMS_APPROVED),
    "unapprove": Verb(_unapprove, "approve", Act.ITEMS_UNAPPROVED),
    "hide": Verb(_hide, "restore", Act.ITEMS_HIDDEN),
    "restore": Verb(_restore, "hide", Act.ITEMS_RESTORED),
    "blur": Verb(_blur, "unblur", Act.TEXTS_BLURRED),
    "unblur": Verb(_unblur, "blur", Act.TEXTS_UNBLURRED),
}
