"""Changes to what is seen: hiding, restoring, saying that flags were looked at, deleting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.errors import Refused
from participation.export_jobs.services import outdate
from participation.moderation.additions import forget_additions
from participation.responses import other_version
from participation.responses.models import KeptBody, Mark, Response


def _of_activity(activity: Activity, ids: Sequence[int]) -> ColumnElement[bool]:
    # Asked of each mark: of a list of responses, SQLite looks for each of them with each of the ids, for half a minute.
    return Mark.id.in_(ids) & Mark.response.has(Response.activity_id == activity.id)


def _change(session: Session, which: ColumnElement[bool], values: dict[str, Any]) -> list[int]:
    found = list(session.scalars(select(Mark.id).where(which).order_by(Mark.id)))
    if found:
        session.execute(update(Mark).where(Mark.id.in_(found)).values(values))
    return found


def hide(session: Session, activity: Activity, ids: Sequence[int], by: str) -> list[int]:
    """Hide these marks from results and downloads; the ids of those that were not hidden before."""
    which = _of_activity(activity, ids) & Mark.hidden_at.is_(None)
    found = _change(session, which, {"hidden_at": now(), "hidden_by": by})
    if found:
        outdate(session, [activity.id])
    return found


def restore(session: Session, activity: Activity, ids: Sequence[int]) -> list[int]:
    """Show these marks again; the ids of those that were hidden."""
    which = _of_activity(activity, ids) & Mark.hidden_at.is_not(None)
    return _change(session, which, {"hidden_at": None, "hidden_by": ""})


def review(session: Session, activity: Activity, ids: Sequence[int]) -> list[int]:
    """A person has looked at the flags of these marks; the ids of those that waited."""
    which = _of_activity(activity, ids) & Mark.reviewed_at.is_(None) & (Mark.flags != "")
    return _change(session, which, {"reviewed_at": now()})


def unreview(session: Session, activity: Activity, ids: Sequence[int]) -> list[int]:
    """Let the flags of these marks wait again."""
    return _change(session, _of_activity(activity, ids) & Mark.reviewed_at.is_not(None), {"reviewed_at": None})


def delete_marks(session: Session, activity: Activity, ids: Sequence[int]) -> list[int]:
    """Delete hidden marks for good. Those of a draft stay hidden instead: its device would send them again."""
    done = Mark.response.has(Response.complete.is_(True) | Response.collected_at.is_not(None))
    which = _of_activity(activity, ids) & Mark.hidden_at.is_not(None) & done
    found = list(session.scalars(select(Mark.id).where(which).order_by(Mark.id)))
    if found:
        session.execute(delete(Mark).where(Mark.id.in_(found)))
        outdate(session, [activity.id])
    return found


def use_kept_body(session: Session, activity: Activity, identity: int) -> None:
    """Let an unused version count instead of the one that does. Refused where it cannot be read, or another stands."""
    kept = session.get(KeptBody, identity)
    response = other_version.answered_by(session, kept) if kept else None
    if kept is None or kept.activity_id != activity.id or response is None:
        raise Refused(_("The version is gone: somebody has deleted it, or the answer it belongs to."), 404)
    if not other_version.may_take_over(response):
        raise Refused(
            _("The answer is still being drawn, or has been corrected since. The version cannot be used."), 409
        )
    other = other_version.read_version(session, kept, activity.project.area)
    if other.problems:
        raise Refused(_("The version cannot be used: %(why)s", why=" ".join(other.problems[:5])), 422)
    other_version.exchange(session, kept, response, other)
    forget_additions(session, response.id)


def discard_kept_body(session: Session, activity: Activity, identity: int) -> None:
    """A person has looked at an unused version and does not need it."""
    session.execute(delete(KeptBody).where(KeptBody.id == identity, KeptBody.activity_id == activity.id))
