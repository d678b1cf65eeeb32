"""The collections that there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from participation.activities.models import DRAFT, Activity
from participation.api import queries
from participation.api.sorts import SORTS, Sort
from participation.api.sources.source import Bounds, Source
from participation.api.times import Stretch
from participation.projects import queries as projects
from participation.projects.access import project_for_programs
from participation.projects.models import Project
from participation.projects.slugs import SLUG


@dataclass(frozen=True)
class Collection:
    """One of a project, or of an activity in it."""

    sort: Sort
    project: Project
    activity: Activity | None = None

    @property
    def id(self) -> str:
        """What its address ends with."""
        return f"{self.sort.name}-{self.activity.id if self.activity else self.project.slug}"

    @property
    def title(self) -> str:
        """In the reader's language."""
        return str(self.sort.title) % {"name": self.activity.title if self.activity else self.project.name}

    @property
    def is_public(self) -> bool:
        """Open to everyone: nothing but what is published, of a project that tells the public of itself, and of an
        activity that has begun."""
        if self.sort.is_full or not self.project.is_for_everyone:
            return False
        return self.activity is None or self.activity.status != DRAFT

    def is_offered(self, session: Session) -> bool:
        """Whether there is anything that it could hold."""
        return self.sort.is_offered(session, self.activity)

    def source(self, session: Session) -> Source:
        """Its features."""
        return self.sort.source(session, self.project, self.activity)

    def bounds(self, session: Session) -> Bounds | None:
        """West, south, east, north; None where it is empty."""
        return self.sort.bounds(session, self.project, self.activity)

    def time(self, session: Session) -> Stretch | None:
        """From when to when; None for what has no time."""
        return self.sort.time(session, self.activity)


def collections(session: Session) -> Iterator[Collection]:
    """Those of the projects that are not archived."""
    for project in projects.projects(session):
        yield from _of(session, project)


def _of(session: Session, project: Project) -> Iterator[Collection]:
    for sort in SORTS.values():
        if sort.of_activities:
            yield from (Collection(sort, project, activity) for activity in queries.activities(session, project))
        else:
            yield Collection(sort, project)


def collection_with(session: Session, identity: str) -> Collection | None:
    """The collection with this id, whoever asks; its project and activity as they were read, in no session."""
    name, _dash, rest = identity.partition("-")
    sort = SORTS.get(name)
    if sort is None:
        return None
    with Session(session.connection(), expire_on_commit=False) as apart:
        if not sort.of_activities:
            project = project_for_programs(apart, rest) if SLUG.fullmatch(rest) else None
            return Collection(sort, project) if project else None
        activity = queries.activity_with(apart, rest)
        return Collection(sort, activity.project, activity) if activity else None
