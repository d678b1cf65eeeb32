"""What the privacy page tells of each project: the fields its planner has filled in, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import languages
from participation.projects import queries as projects
from participation.projects.models import Project


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """A project and its lines: what, and the answer."""

    name: str
    is_demo: bool
    lines: list[tuple[str, str]]


def privacy_facts(session: Session) -> list[PrivacyFacts]:
    """Every project that has something to tell."""
    told = [PrivacyFacts(one.name, one.is_demo, list(lines(one))) for one in projects.projects(session)]
    return [facts for facts in told if facts.lines]


def lines(project: Project) -> Iterator[tuple[str, str]]:
    """The filled-in fields in the order a reader asks for them."""
    answers: list[tuple[str, str | date | None]] = [
        (_("Who is responsible"), project.controller),
        (_("Whom you can ask"), project.contact),
        (_("Privacy officer"), project.privacy_officer),
        (_("Why we may do this"), project.legal_basis),
        (_("Say no by"), project.opt_out_by),
        (_("We delete the answers by"), project.delete_by),
        (_("We weighed the risks on"), project.dpia_done_on),
    ]
    for what, answer in answers:
        if answer:
            yield what, answer if isinstance(answer, str) else day(answer)


def day(moment: date) -> str:
    """A date as a reader writes it."""
    return format_date(moment, "d. MMMM y" if languages.current() != "en" else "long", languages.current())
