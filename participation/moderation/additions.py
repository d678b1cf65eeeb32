"""What moderators have added to a response."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from participation.moderation.models import TextTranslation
from participation.responses.models import BlurredText, Mark


def forget_additions(session: Session, response_id: int) -> None:
    """Blurred words and translations are of other texts than those that stand there now."""
    marks = select(Mark.id).where(Mark.response_id == response_id)
    for table in (BlurredText, TextTranslation):
        session.execute(delete(table).where((table.response_id == response_id) | table.mark_id.in_(marks)))
