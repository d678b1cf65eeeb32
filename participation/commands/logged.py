"""What commands leave in the log: whoever may run them is no person there."""

from __future__ import annotations

import getpass
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.audit.acts import Act
from participation.audit.services import COMMAND_LINE, record
from participation.projects.models import Project


def logged(
    session: Session,
    act: Act,
    project: Project | None = None,
    activity: Activity | None = None,
    asked: str = "",
    count: int | None = None,
) -> None:
    """Add an entry, in the transaction of what was done; call it last there."""
    project_id = activity.project_id if activity else project.id if project else None
    activity_id = activity.id if activity else None
    record(session, act, actor=COMMAND_LINE, project_id=project_id, activity_id=activity_id, asked=asked, count=count)


def of_the_server(**told: str) -> str:
    """What an entry tells of a command about the whole store: the server's own user, and `told`."""
    return urlencode({**_user(), **told})


def _user() -> dict[str, str]:
    try:
        return {"user": getpass.getuser()}
    except (OSError, KeyError, ImportError):  # A container's user may have no name.
        return {}
