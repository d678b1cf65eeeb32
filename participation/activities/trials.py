"""Drafts that somebody tries before they are published: each is kept as it was tried, so that test answers can be read."""

from __future__ import annotations

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import drafts
from participation.activities.models import Activity, DraftPicture, QuestionnaireDraft, QuestionnaireTrial
from participation.activities.pictures import picture
from participation.activities.queries import newest_number
from participation.clock import now
from surveys.document_structure import check_document


def tried(session: Session, activity: Activity) -> int | None:
    """The number of the draft as it stands, kept from now on; None without a draft that is whole."""
    draft = drafts.draft_of(session, activity)
    if draft is None or not is_whole(draft):
        return None
    last = newest_trial(session, activity)
    if last is not None and last.document == draft.document:
        return last.number
    number = last.number - 1 if last else -1
    session.add(QuestionnaireTrial(activity_id=activity.id, number=number, document=draft.document, tried_at=now()))
    session.flush()
    return number


def is_whole(draft: QuestionnaireDraft) -> bool:
    """Whether it can be answered: somebody may be in the middle of building it."""
    return not check_document(orjson.loads(draft.document))


def newest_trial(session: Session, activity: Activity) -> QuestionnaireTrial | None:
    """The draft that was tried last."""
    wanted = select(QuestionnaireTrial).where(QuestionnaireTrial.activity_id == activity.id)
    return session.scalar(wanted.order_by(QuestionnaireTrial.number).limit(1))


def picture_tried(session: Session, activity: Activity, number: int, name: str) -> bytes | None:
    """A picture of a version; of a draft, its own or that of the version before it."""
    if number > 0:
        return picture(session, activity.id, number, name)
    own = select(DraftPicture.data).where(DraftPicture.activity_id == activity.id, DraftPicture.name == name)
    newest = newest_number(session, activity)
    return session.scalar(own) or (picture(session, activity.id, newest, name) if newest else None)
