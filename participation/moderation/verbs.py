"""What can be decided about marks, answers and photos: each verb changes those with some ids, and has an opposite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from participation.audit.acts import Act
from participation.clock import now
from participation.moderation import blurring
from participation.moderation.kinds import KINDS, MARK, PHOTO


@dataclass(frozen=True)
class Verb:
    """`carry_out(session, kind, ids, by, words)` gives the ids it changed; `undone_by`: the verb that does the opposite."""

    carry_out: Callable[[Session, str, list[int], str, Sequence[str]], list[int]]
    undone_by: str
    act: Act


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
