"""Which activities have something to read, and who is not told of yet."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from participation.activities.models import CLOSED, Activity, QuestionnaireVersion
from participation.activities.queries import row_number
from participation.downloads.selected import of_marks
from participation.downloads.selection import Selection
from participation.downloads.weeks import CAME
from participation.projects.models import Project
from participation.responses.models import Mark

ASKED = exists().where(QuestionnaireVersion.activity_id == Activity.id)


def activities(session: Session, project: Project) -> Sequence[Activity]:
    """Those of the project that have published a questionnaire, in the order they were made."""
    wanted = select(Activity).where(Activity.project_id == project.id, ASKED)
    return session.scalars(wanted.order_by(Activity.id)).all()


def activity_with(session: Session, identity: str) -> Activity | None:
    """The activity with this id, where it has published a questionnaire."""
    number = row_number(identity)
    return session.scalar(select(Activity).where(Activity.id == number, ASKED)) if number else None


def too_new(session: Session, activity: Activity, at_once: int) -> frozenset[int]:
    """Responses with marks that are not told of until `at_once` have come, or the activity is over.

    Who looks at what is published every day would else see what the one wrote who answered between.
    """
    if activity.state == CLOSED:
        return frozenset()
    respondents = of_marks(select(Mark.response_id).select_from(Mark), Selection(activity.id))
    number = session.scalar(respondents.with_only_columns(func.count(Mark.response_id.distinct()))) or 0
    newest = respondents.group_by(Mark.response_id, CAME).order_by(CAME.desc(), Mark.response_id.desc())
    return frozenset(session.scalars(newest.limit(number % at_once)))
