"""Keeping what is built: nobody overwrites what they have not seen, and one page at a time builds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import drafts, queries
from participation.activities.models import Activity, QuestionnaireDraft
from participation.clock import now
from participation.errors import Refused
from participation.languages import moment

# A page that builds says so again well before this.
HELD_FOR = timedelta(seconds=60)


@dataclass(frozen=True)
class Sent:
    """What a page sends to be kept. `edition`: its name for it; `builds_on`: the edition it began with, "" where there was no
    draft; `based_on`: the newest version then; `editor`: the page's own name."""

    document: dict[str, Any]
    edition: str
    builds_on: str
    based_on: int | None
    editor: str


def save(session: Session, activity: Activity, sent: Sent, by: str) -> bool:
    """Keep it as the draft, whole or not; whether this page begins to build by that. Refused with 409 where somebody else
    has changed it, or builds on it now."""
    draft = drafts.locked_draft(session, activity)
    if draft is not None and draft.edition == sent.edition:
        return False  # It was kept before, and only the answer was lost.
    why = _in_the_way(session, activity, draft, sent)
    if why:
        raise Refused(why, 409)
    if draft is None:
        draft = QuestionnaireDraft(activity_id=activity.id)
        session.add(draft)
    begins = draft.editor != sent.editor
    draft.document, draft.edition = orjson.dumps(sent.document).decode(), sent.edition
    draft.changed_at, draft.changed_by = now(), by[:254]
    draft.editor, draft.edited_until = sent.editor, now() + HELD_FOR
    session.flush()
    return begins


def hold(session: Session, activity: Activity, editor: str, by: str, wish: str) -> bool:
    """`wish`: "keep" what this page holds, "take" the draft over from another, or "leave" it. Whether it is taken over."""
    draft = drafts.locked_draft(session, activity)
    if draft is None or (draft.editor != editor and wish != "take"):
        return False
    taken = draft.editor != editor
    if taken:
        draft.editor, draft.changed_by = editor, by[:254]
    draft.edited_until = None if wish == "leave" else now() + HELD_FOR
    return taken


def state(session: Session, activity: Activity, editor: str) -> dict[str, Any]:
    """What a page that builds must know: the draft's edition, and who else builds on it, "" for nobody."""
    draft = drafts.draft_of(session, activity)
    if draft is None:
        return {"edition": "", "other": ""}
    other = drafts.is_edited(draft) and draft.editor != editor
    return {"edition": draft.edition, "other": draft.changed_by if other else ""}


def _in_the_way(session: Session, activity: Activity, draft: QuestionnaireDraft | None, sent: Sent) -> str:
    """Why it cannot be kept; "" where it can."""
    if draft is not None and drafts.is_edited(draft) and draft.editor != sent.editor:
        return _("%(who)s is building on this now, so your change is not saved.", who=draft.changed_by)
    if draft is not None and draft.edition != sent.builds_on:
        return _(
            "%(who)s saved the draft %(moment)s, after you opened it, so your change is not saved.",
            who=draft.changed_by,
            moment=moment(draft.changed_at),
        )
    if draft is None and sent.builds_on:
        return _("The draft is gone: somebody has published it or put it away. Your change is not saved.")
    if queries.newest_number(session, activity) != sent.based_on:
        return _("Somebody has published another version meanwhile, so your change is not saved.")
    return ""
