"""Drafts of an activity's next questionnaire: kept until they are published, become an activity of their own, or go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import checks, pictures, publishing, queries, services
from participation.activities.models import Activity, DraftPicture, QuestionnaireDraft, QuestionnaireVersion
from participation.clock import now
from participation.errors import Refused
from surveys.questionnaire import Questionnaire


def draft_of(session: Session, activity: Activity) -> QuestionnaireDraft | None:
    """The activity's draft."""
    return session.get(QuestionnaireDraft, activity.id)


def keep(
    session: Session,
    activity: Activity,
    document: Mapping[str, Any],
    shown: Mapping[str, bytes],
    notices: Sequence[str],
    changed_by: str,
) -> None:
    """Keep a checked `document` as the activity's draft, in place of any other; `shown`: its pictures, encoded anew."""
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


def publish(session: Session, activity: Activity, based_on: int | None, used: publishing.Used) -> QuestionnaireVersion:
    """Publish the draft as the next version. Refused where it is gone, what was found of it stops it, or `based_on` is not
    the newest any more."""
    draft = _draft(session, activity)
    if queries.newest_number(session, activity) != based_on:
        raise Refused(_("Somebody has published another version meanwhile. Look at the changes once more."))
    document = orjson.loads(draft.document)
    checks.refuse_what_would_harm(activity, Questionnaire.checked_before(document))
    version = publishing.publish(session, activity, document, _pictures(draft), used)
    forget(session, activity)
    return version


def begin_activity(session: Session, activity: Activity, title: str) -> Activity:
    """A new activity of the same kind, with the draft as its questionnaire and what was promised; the draft is gone then."""
    draft = _draft(session, activity)
    newest = queries.newest_version(session, activity)
    shown = (pictures.all_of(session, newest) if newest else {}) | _pictures(draft)
    document = orjson.loads(draft.document)
    made = services.add_activity(session, activity.project, activity.kind, title, document=document, shown=shown)
    services.promise(made, activity.answer_by, activity.promise)
    forget(session, activity)
    return made


def _draft(session: Session, activity: Activity) -> QuestionnaireDraft:
    draft = draft_of(session, activity)
    if draft is None:
        raise Refused(_("The draft is gone: somebody has published it or put it away."))
    return draft


def _pictures(draft: QuestionnaireDraft) -> dict[str, bytes]:
    return {picture.name: picture.data for picture in draft.pictures}
