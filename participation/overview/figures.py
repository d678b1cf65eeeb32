"""What has come in to an activity: by day, channel, school, language and zone; and how far those who began have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.clock import local
from participation.projects.models import Project, Zone
from participation.responses.models import Mark, Response
from participation.responses.queries import by_channel, counting, standing

MOST_DAYS, FEWEST_DAYS = 60, 14
# Responses, and seconds.
FRESH_UP_TO, RENEWED_AFTER = 10_000, 30


@dataclass(frozen=True)
class Sent:
    """`begun`: those who have begun and not sent."""

    sent: int
    begun: int

    @property
    def share(self) -> int | None:
        """Of all who have begun, how many in a hundred have sent; None before anybody has begun."""
        every = self.sent + self.begun
        return round(100 * self.sent / every) if every else None


@dataclass(frozen=True)
class InZone:
    """`people`: different respondents who marked something there, None where they are too few to be told."""

    name: str
    people: int | None
    population: int | None

    @property
    def of_a_thousand(self) -> float | None:
        """Respondents to a thousand inhabitants; None where either is not known."""
        if self.people is None or not self.population:
            return None
        return round(1000 * self.people / self.population, 1)


@dataclass(frozen=True)
class Figures:
    """`days`: each of the last days, with how many were sent on it; `languages` and `schools`: how many, None too few."""

    sent: Sent
    days: list[tuple[date, int]]
    channels: Mapping[str, int]
    languages: list[tuple[str, int | None]]
    schools: list[tuple[str, int | None]]

    @property
    def most_in_a_day(self) -> int:
        return max((count for _day, count in self.days), default=0)


def stamp(session: Session, among: ColumnElement[bool]) -> tuple[object, ...]:
    """Another one as soon as anything that figures of the responses `among` all are made of has changed."""
    wanted = select(
        func.count(), func.max(Response.id), func.max(Response.received_at), func.sum(Response.revision)
    ).where(among)
    hidden = select(func.count()).join(Mark.response).where(among, Mark.hidden_at.is_not(None))
    counted = select(func.count()).where(among, *counting())
    return (*session.execute(wanted).one(), session.scalar(hidden), session.scalar(counted))


def stamp_of_places(stamped: tuple[object, ...], moment: datetime) -> tuple[object, ...]:
    """For what each mark's place is looked up for: of a city's answers it takes seconds, and while they come in every
    look would. There it is another one each half minute, whatever `stamped` (see `stamp`) says."""
    count = stamped[0]
    many = isinstance(count, int) and count > FRESH_UP_TO
    return (int(moment.timestamp()) // RENEWED_AFTER,) if many else stamped


def stamp_of_zones(session: Session, project: Project) -> tuple[object, ...]:
    """Another one as soon as a zone is taken in, replaced or removed."""
    size = func.length(Zone.geometry) + func.length(Zone.name)
    wanted = select(
        func.count(),
        func.max(Zone.id),
        func.sum(Zone.population),
        func.sum(size),
        func.sum(Zone.west + Zone.east),
        func.sum(Zone.south + Zone.north),
    )
    return tuple(session.execute(wanted.where(Zone.project_id == project.id)).one())


def figures(session: Session, activity: Activity, fewest: int, today: date) -> Figures:
    """The activity's figures; `fewest`: respondents behind a language or a school that is told of."""
    counts = by_channel(session, activity)
    begun = select(func.count()).where(
        Response.activity_id == activity.id,
        Response.complete.is_(False),
        Response.collected_at.is_(None),
        Response.is_test.is_(False),
        *standing(),
    )
    return Figures(
        Sent(sum(counts.values()), session.scalar(begun) or 0),
        by_day(session, activity, today),
        counts,
        told(grouped(session, activity, Response.language), fewest),
        told(by_school(session, activity), fewest),
    )


def grouped(session: Session, activity: Activity, column: InstrumentedAttribute[str]) -> dict[str, int]:
    """Value of the column → responses that count, the most first."""
    wanted = select(column, func.count()).where(Response.activity_id == activity.id, *counting())
    return dict(session.execute(wanted.group_by(column).order_by(func.count().desc(), column)).all())


def by_school(session: Session, activity: Activity) -> dict[str, int]:
    """School → responses that count; only those of classes have one."""
    wanted = (
        select(ClassSession.school_name, func.count())
        .join(Response, Response.class_session_id == ClassSession.id)
        .where(Response.activity_id == activity.id, *counting())
    )
    order = (func.count().desc(), ClassSession.school_name)
    return dict(session.execute(wanted.group_by(ClassSession.school_name).order_by(*order)).all())


def told(counts: Mapping[str, int], fewest: int) -> list[tuple[str, int | None]]:
    """With None for those that too few stand behind."""
    return [(name, count if count >= fewest else None) for name, count in counts.items()]


def by_day(session: Session, activity: Activity, today: date) -> list[tuple[date, int]]:
    """Each of the last days up to today, from the first on which something was sent; at least FEWEST_DAYS."""
    sent = func.coalesce(Response.completed_at, Response.collected_at)
    hour = hour_of(session, sent)
    wanted = select(hour, func.count()).where(Response.activity_id == activity.id, *counting()).group_by(hour)
    counts: Counter[date] = Counter()
    for text, count in session.execute(wanted):
        counts[local(datetime.fromisoformat(text).replace(tzinfo=UTC)).date()] += count
    if not counts:
        return []
    first = min(max(min(counts), today - timedelta(MOST_DAYS - 1)), today - timedelta(FEWEST_DAYS - 1))
    last = max(today, *counts)
    return [(first + timedelta(number), counts[first + timedelta(number)]) for number in range((last - first).days + 1)]


def hour_of(session: Session, moment: ColumnElement[datetime]) -> ColumnElement[str]:
    """The hour in UTC as text: few enough to turn into Norwegian days one by one."""
    if session.get_bind().dialect.name == "sqlite":
        return func.strftime("%Y-%m-%dT%H:00", moment)
    return func.to_char(func.timezone("UTC", moment), 'YYYY-MM-DD"T"HH24:00')


def by_zone(zones: Sequence[Zone], people: Mapping[int, Set[int]], fewest: int) -> list[InZone]:
    """Each zone with those who marked something there beside its population, by name. `people`: zone id → responses."""
    counted = ((zone, len(people.get(zone.id, ()))) for zone in sorted(zones, key=lambda one: one.name))
    return [
        InZone(zone.name, count if count == 0 or count >= fewest else None, zone.population) for zone, count in counted
    ]
