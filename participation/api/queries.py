"""Which activities have something to read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity, QuestionnaireVersion
from participation.projects.models import Project
from participation.row_numbers import row_number

ASKED = exists().where(QuestionnaireVersion.activity_id == Activity.id)


def activities(session: Session, project: Project) -> Sequence[Activity]:
    """Those of the project that have published a questionnaire, in the order they were made."""
    wanted = select(Activity).where(Activity.project_id == project.id, ASKED)
    return session.scalars(wanted.order_by(Activity.id)).all()


def activity_with(session: Session, identity: str) -> Activity | None:
    """The activity with this id, where it has published a questionnaire."""
    number = row_number(identity)
    return session.scalar(select(Activity).where(Activity.id == number, ASKED)) if number else None
