"""What entries of the log say, to a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.audit.acts import words_of
from participation.audit.models import AuditEntry
from participation.audit.services import COMMAND_LINE, TEACHER, TOKEN
from participation.class_sessions.models import ClassSession
from participation.projects.models import Project
from participation.tokens.models import ApiToken
from surveys.clean_text import UNWANTED


@dataclass(frozen=True)
class Line:
    """An entry in words. `where`: project and activity, as they are called now."""

    id: int
    at: datetime
    who: str
    what: str
    where: str
    asked: str
    count: int | None


class Words:
    """Names of what entries point at; what is gone keeps its number."""

    def __init__(self, session: Session, entries: Sequence[AuditEntry], within_project: bool) -> None:
        self.activities = _names(session, Activity.id, Activity.title, {entry.activity_id for entry in entries})
        projects = set() if within_project else {entry.project_id for entry in entries}
        self.projects = _names(session, Project.id, Project.name, projects)
        self.classes = _names(session, ClassSession.id, ClassSession.class_name, _numbered(TEACHER, entries))
        self.tokens = _names(session, ApiToken.id, ApiToken.name, _numbered(TOKEN, entries))

    def line(self, entry: AuditEntry) -> Line:
        """One entry."""
        where = [
            names.get(identity, f"#{identity}")
            for names, identity in ((self.projects, entry.project_id), (self.activities, entry.activity_id))
            if identity is not None and (names is not self.projects or self.projects)
        ]
        told = ", ".join(f"{name}: {value}" for name, value in parse_qsl(entry.asked, keep_blank_values=True))
        told = told.translate(UNWANTED)  # An address may hold what no page may.
        who = self.who(entry.actor)
        return Line(entry.id, entry.at, who, words_of(entry.act), " · ".join(where), told, entry.count)

    def who(self, actor: str) -> str:
        """A person's address, the teacher of a class, a program with a token, or the command line."""
        if actor.startswith(TEACHER):
            number = int(actor.removeprefix(TEACHER))
            return _("The teacher of %(name)s (by link)", name=self.classes.get(number, f"#{number}"))
        if actor.startswith(TOKEN):
            number = int(actor.removeprefix(TOKEN))
            if number not in self.tokens:
                return _("A program with the token “%(name)s”", name=f"#{number}")
            # Several may be called the same.
            token = {"name": self.tokens[number], "number": number}
            return _("A program with the token “%(name)s” (number %(number)s)", **token)
        return _("A command on the server") if actor == COMMAND_LINE else actor


def _numbered(kind: str, entries: Sequence[AuditEntry]) -> set[int | None]:
    return {int(entry.actor.removeprefix(kind)) for entry in entries if entry.actor.startswith(kind)}


def _names(session: Session, key: object, name: object, wanted: set[int | None]) -> dict[int, str]:
    ids = wanted - {None}
    if not ids:
        return {}
    return {row[0]: row[1] for row in session.execute(select(key, name).where(key.in_(ids)))}  # type: ignore[call-overload, attr-defined]
