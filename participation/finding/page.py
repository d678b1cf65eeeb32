"""What the page of the search shows: its filters, and what was found by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.accounts.access import may
from participation.accounts.permissions import Permission
from participation.activities import queries
from participation.activities.models import Activity
from participation.finding import named
from participation.finding.asked import ACTIVITY, CATEGORY, PLACE, TEXT, Asked
from participation.finding.categories import categories
from participation.finding.found import Group
from participation.finding.texts import texts
from participation.moderation.queue_page import state_choices
from participation.projects.models import Project

# Of each kind: among the others, and alone.
FEW, MANY = 10, 100
Choices = list[tuple[str, str]]


def content(session: Session, project: Project, asked: Asked) -> dict[str, Any]:
    """The template's variables."""
    every = queries.activities(session, project)
    among = [one for one in every if asked.activity in (None, one.id)]
    return {
        "project": project,
        "asked": asked,
        "chosen": asked.as_arguments(),
        "choices": choices(every),
        "groups": [group for group in _groups(session, project, among, asked) if group.total] if asked.text else [],
    }


def reads_texts(asked: Asked) -> bool:
    """True when the page gives out what people wrote."""
    return bool(asked.text) and asked.wants(TEXT) and may(Permission.RESPONSE_SEE)


def _groups(session: Session, project: Project, among: Sequence[Activity], asked: Asked) -> Iterator[Group]:
    most = MANY if asked.kind else FEW
    if reads_texts(asked):
        yield texts(session, project, asked, most)
    if asked.wants(CATEGORY) and may(Permission.RESPONSE_SEE):
        yield categories(session, among, asked.text, most)
    if asked.wants(ACTIVITY):
        yield named.activities(project, among, asked.text, most)
    if asked.wants(PLACE):
        yield named.places(session, project, among, asked.text, most)


def choices(every: Sequence[Activity]) -> dict[str, tuple[str, Choices]]:
    """Of each filter: what it is called, and value and label of what can be chosen."""
    of_answers = may(Permission.RESPONSE_SEE)
    kinds = [(ACTIVITY, _("Activities")), (PLACE, _("Zones and schools"))]
    found = {
        "kind": (_("Kind"), [(TEXT, _("Texts")), (CATEGORY, _("Categories")), *kinds] if of_answers else kinds),
        "activity": (_("Activity"), [(str(one.id), one.title) for one in every]),
    }
    return found | ({"state": (_("Status of texts"), state_choices()[:-1])} if of_answers else {})
