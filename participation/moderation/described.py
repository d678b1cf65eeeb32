"""Marks as the planner's page reads them: labels, zone, week, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import local
from participation.moderation import translating
from participation.moderation.filters import Filters
from participation.moderation.kinds import MARK
from participation.moderation.translating import Translated
from participation.moderation.wording import Wording, flag_reasons
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup
from participation.sought import holds


class Described:
    """Rows as the page reads them: labels, zone, reasons."""

    def __init__(self, session: Session, activity: Activity, zones: Sequence[Zone]) -> None:
        self.session = session
        self.translations: Mapping[int, Mapping[str, Translated]] = {}
        self.wording = Wording(session, activity)
        self.lookup = ZoneLookup(zones)
        self.reasons = flag_reasons()

    def of(self, rows: Sequence[Any], filters: Filters) -> list[dict[str, Any]]:
        """One dictionary a mark, for those that the rest of the filters let through."""
        sought = filters.text[0] if filters.text else ""
        self.translations = translating.of(self.session, MARK, [row.id for row in rows])
        zones = self.lookup.of([row.geometry for row in rows])
        marks = (self.mark(*parts) for parts in _let_through(rows, zones, filters))
        return [mark for mark in marks if not sought or holds(said(mark), sought)]

    def ids(self, rows: Sequence[Any], filters: Filters) -> list[int]:
        """Of those alone, their ids: what is not asked for is not looked up, as it is all of a city."""
        if filters.text:
            return [mark["id"] for mark in self.of(rows, filters)]
        geometries = [row.geometry for row in rows]
        zones = self.lookup.of(geometries) if filters.zones else [None] * len(rows)
        return [row.id for row, *_rest in _let_through(rows, zones, filters)]

    def mark(self, row: Any, zone: Zone | None, week: str, answers: dict[str, Any]) -> dict[str, Any]:
        """One mark."""
        version = row.questionnaire_version
        return {
            "id": row.id,
            "geometry": orjson.Fragment(row.geometry),
            "category": row.category,
            "label": self.wording.category(version, row.question, row.category),
            "answers": {name: answers[name] for name in ("mode", "together") if name in answers},
            **self.wording.answers(version, row.question, row.category, answers),
            "translations": [one._asdict() for one in self.translations.get(row.id, {}).values()],
            "school": row.school_name or "",
            "class": row.class_name or "",
            "zone": zone.name if zone else "",
            "week": week,
            "worrying": "worrying" in row.flags,
            "flags": [self.reasons.get(word, word) for word in row.flags.split()],
            "reviewed": row.reviewed_at is not None,
            "hidden": row.hidden_at is not None or row.response_hidden_at is not None,
            "draft": not row.complete and row.collected_at is None,
            "test": row.is_test,
        }


def _let_through(
    rows: Sequence[Any], zones: Sequence[Zone | None], filters: Filters
) -> Iterator[tuple[Any, Zone | None, str, dict[str, Any]]]:
    """Row, zone, week and answers of those that lie in the zones, came in the weeks and are of the seasons asked for."""
    for row, zone in zip(rows, zones, strict=True):
        week, answers = week_of(row), orjson.loads(row.answers)
        in_zone = not filters.zones or (zone is not None and zone.id in filters.zones)
        in_week = not filters.weeks or week in filters.weeks
        if in_zone and in_week and (not filters.seasons or answers.get("season") in filters.seasons):
            yield row, zone, week, answers


def said(mark: dict[str, Any]) -> str:
    """Everything in words, for a search to look in."""
    return " ".join([*mark["texts"], *mark["choices"], *(one["text"] for one in mark["translations"])])


def week_of(row: Any) -> str:
    """The ISO week a response came in, on a Norwegian calendar: 2026-W10."""
    return week_at(row.completed_at or row.collected_at or row.received_at)


def week_at(moment: datetime) -> str:
    """The ISO week of a moment, on a Norwegian calendar."""
    return _week_in(moment.replace(minute=0, second=0, microsecond=0))


@lru_cache
def _week_in(hour: datetime) -> str:
    year, week, _day = local(hour).isocalendar()
    return f"{year}-W{week:02}"
