"""Drafts of an activity's next questionnaire: kept until they are published, become an activity of their own, or go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import checks, pictures, publishing, queries, services
from participation.activities.models import Activity, DraftPicture, QuestionnaireDraft, QuestionnaireVersion
from participation.clock import now
from participation.errors import Refused
from surveys.document_structure import check_document
from surveys.questionnaire import Questionnaire


def draft_of(session: Session, activity: Activity) -> QuestionnaireDraft | None:
    """The activity's draft."""
    return session.get(QuestionnaireDraft, activity.id)


def locked_draft(session: Session, activity: Activity) -> QuestionnaireDraft | None:
    """The activity's draft, which nobody else changes or begins until this transaction ends."""
    session.execute(select(Activity.id).where(Activity.id == activity.id).with_for_update())
    return draft_of(session, activity)


def is_edited(draft: QuestionnaireDraft) -> bool:
    """Whether somebody is building on it now."""
    return draft.edited_until is not None and draft.edited_until > now()


def refuse_unseen(draft: QuestionnaireDraft | None, seen: str) -> None:
    """Refused where the draft is another than the one that was `seen`, by its edition; "" where there was none."""
    if draft is None and seen:
        raise Refused(_("The draft is gone: somebody has published it or put it away."))
    if draft is not None and draft.edition != seen:
        raise Refused(_("%(who)s has changed the draft meanwhile. Look at it once more.", who=draft.changed_by))


def keep(
    session: Session,
    activity: Activity,
    document: Mapping[str, Any],
    shown: Mapping[str, bytes],
    notices: Sequence[str],
    changed_by: str,
    seen: str = "",
) -> None:
    """Keep a checked `document` as the activity's draft, in place of the one `seen`; `shown`: its pictures, encoded anew."""
    draft = locked_draft(session, activity)
    refuse_unseen(draft, seen)
    if draft is not None and is_edited(draft):
        raise Refused(_("%(who)s is building the questionnaire now. Agree with them first.", who=draft.changed_by))
    forget(session, activity)
    draft = QuestionnaireDraft(
        activity_id=activity.id,
        document=orjson.dumps(document).decode(),
        notices=orjson.dumps(list(notices)).decode(),
        changed_at=now(),
        changed_by=changed_by[:254],
    )
    draft.pictures = [DraftPicture(name=name, data=data) for name, data in shown.items()]
    session.add(draft)
    session.flush()


def forget(session: Session, activity: Activity) -> None:
    """Let the draft go, if there is one."""
    draft = draft_of(session, activity)
    if draft is not None:
        session.delete(draft)
        session.flush()


def publish(
    session: Session, activity: Activity, based_on: int | None, used: publishing.Used, seen: str
) -> QuestionnaireVersion:
    """Publish the draft `seen` as the next version. Refused where it is gone, changed or not whole, what was found of it
    stops it, or `based_on` is not the newest any more."""
    draft = _draft(session, activity, seen)
    if queries.newest_number(session, activity) != based_on:
        raise Refused(_("Somebody has published another version meanwhile. Look at the changes once more."))
    document = orjson.loads(draft.document)
    checks.refuse_what_would_harm(activity, Questionnaire.checked_before(document))
    version = publishing.publish(session, activity, document, _pictures(draft), used)
    forget(session, activity)
    return version


def begin_activity(session: Session, activity: Activity, title: str, seen: str) -> Activity:
    """A new activity of the same kind, with the draft `seen` as its questionnaire and what was promised; the draft is gone
    then."""
    draft = _draft(session, activity, seen)
    newest = queries.newest_version(session, activity)
    shown = (pictures.all_of(session, newest) if newest else {}) | _pictures(draft)
    document = orjson.loads(draft.document)
    checks.refuse_what_would_harm(activity, Questionnaire.checked_before(document))
    made = services.add_activity(session, activity.project, activity.kind, title, document=document, shown=shown)
    services.promise(made, activity.answer_by, activity.promise)
    forget(session, activity)
    return made


def _draft(session: Session, activity: Activity, seen: str) -> QuestionnaireDraft:
    draft = locked_draft(session, activity)
    if draft is None:
        raise Refused(_("The draft is gone: somebody has published it or put it away."))
    refuse_unseen(draft, seen)
    if check_document(orjson.loads(draft.document)):
        raise Refused(_("The draft is not whole yet, so it is not published. Mend what is told about it first."))
    return draft


def _pictures(draft: QuestionnaireDraft) -> dict[str, bytes]:
    return {picture.name: picture.data for picture in draft.pictures}
