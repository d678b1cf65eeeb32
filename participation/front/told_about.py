"""What the privacy page tells of each project."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from participation.projects import privacy_facts as project_facts
from participation.projects import queries as projects


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """A project and its lines: what, and the answer."""

    name: str
    is_demo: bool
    lines: list[tuple[str, str]]


def privacy_facts(session: Session) -> list[PrivacyFacts]:
    """Every project that has something to tell."""
    told = [PrivacyFacts(one.name, one.is_demo, project_facts.told(one)) for one in projects.projects(session)]
    return [facts for facts in told if facts.lines]
