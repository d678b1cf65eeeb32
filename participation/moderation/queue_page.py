"""What the page of the queue shows: its filters, what was just done, and the things themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flask
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import catalogues
from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.moderation import queue_filters as states
from participation.moderation import queue_items, waiting_for
from participation.moderation.decision_words import told
from participation.moderation.kinds import ANSWER, MARK, PHOTO
from participation.moderation.models import Decision
from participation.moderation.queue_filters import QueueFilters
from participation.moderation.wording import flag_reasons
from participation.projects.models import Project
from participation.responses.models import Response
from participation.row_numbers import row_number

A_PAGE = 25
Choices = list[tuple[str, str]]


def content(session: Session, project: Project, filters: QueueFilters) -> dict[str, Any]:
    """The template's variables."""
    keys = waiting_for.keys(session, project, filters)
    pages = max(1, -(-len(keys) // A_PAGE))
    number = min(max(1, flask.request.args.get("page", 1, type=int)), pages)
    waits = waiting_for.waiting(session, project)
    return {
        "project": project,
        "filters": filters,
        "chosen": filters.as_arguments(),
        "choices": choices(session, project),
        "items": queue_items.items(session, keys[(number - 1) * A_PAGE : number * A_PAGE]),
        "total": len(keys),
        "number": number,
        "pages": pages,
        "most": waiting_for.MOST,
        "worrying": sum(one[0] for one in waits.values()),
        "waits": sum(one[1] for one in waits.values()),
        "done": done(session, project),
        "reason_words": flag_reasons(),
        "languages_to": languages_to(),
        "spoken": {code: catalogues.name(code) for code in _languages(session, project)},
    }


def choices(session: Session, project: Project) -> dict[str, tuple[str, Choices]]:
    """Of each filter: what it is called, and value and label of what can be chosen."""
    return {
        "state": (_("Show"), state_choices()),
        "reason": (
            _("Pointed out"),
            [
                ("worrying", _("Violence or self-harm")),
                ("abusive", _("Abuse")),
                ("personal", _("Names, phones, addresses")),
            ],
        ),
        "kind": (_("Kind"), [(MARK, _("Marks")), (ANSWER, _("Answers")), (PHOTO, _("Photos"))]),
        "activity": (_("Activity"), [(str(one.id), one.title) for one in activities.activities(session, project)]),
        "language": (_("Language"), [(code, catalogues.name(code)) for code in _languages(session, project)]),
    }


def state_choices() -> Choices:
    """Value and label of each state, `ALL` last."""
    return [
        (states.WAITING, _("What waits for a look")),
        (states.REVIEWED, _("What is approved")),
        (states.HIDDEN, _("What is hidden")),
        (states.BLURRED, _("What has blurred words")),
        (states.TRANSLATED, _("What is translated")),
        (states.ALL, _("All texts and photos")),
    ]


def done(session: Session, project: Project) -> dict[str, Any] | None:
    """What the reader has just decided, as long as it can be undone."""
    number = row_number(flask.request.args.get("done")) or 0
    wanted = select(Decision).where(Decision.id == number, Decision.project_id == project.id)
    made = session.scalar(wanted)
    return {"id": made.id, "told": told(made.verb, len(made.items.split()))} if made else None


def languages_to() -> tuple[str, ...]:
    """The languages that translations are written in: those of planners."""
    return catalogues.languages(catalogues.PLANNERS)


def _languages(session: Session, project: Project) -> Sequence[str]:
    """Those in which somebody has answered."""
    wanted = select(Response.language).join(Activity, Activity.id == Response.activity_id)
    return session.scalars(wanted.where(Activity.project_id == project.id).distinct().order_by(Response.language)).all()
