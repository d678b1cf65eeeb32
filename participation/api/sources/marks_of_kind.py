"""The marks of an activity that are points, lines or areas alone: QGIS takes a layer for one of the kind of its first
feature, and leaves out the others without a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from exports.lots import Lot
from participation.activities.models import Activity
from participation.api.asked import Asked
from participation.api.sources import extents
from participation.api.sources.mark_tables import mark_table
from participation.api.sources.marks import Marks
from participation.api.sources.source import Bounds, Made, Part
from participation.api.times import Stretch
from participation.projects.models import Project


class MarksOfKind(Marks):
    """`questions`: the variables of those whose marks are of the kind."""

    def __init__(self, session: Session, activity: Activity, questions: Sequence[str]) -> None:
        super().__init__(session, activity)
        self.questions = questions

    def part(self, asked: Asked) -> Part:
        wanted = asked.filters.get("question", self.questions)
        questions = [question for question in self.questions if question in wanted]
        if not questions:
            return Part(Made(self.columns, []), 0, None)
        return super().part(replace(asked, filters={**asked.filters, "question": questions}))

    def one(self, identity: str) -> Lot | None:
        lot = super().one(identity)
        place = [column.name for column in self.columns].index("question")
        return lot if lot and lot.columns[place][0] in self.questions else None


@dataclass(frozen=True)
class Kind:
    """`type`: that of the map questions whose marks are of the kind."""

    type: str

    def source(self, session: Session, _project: Project, activity: Activity | None) -> MarksOfKind:
        """The marks of the activity."""
        assert activity is not None
        return MarksOfKind(session, activity, self._questions(session, activity))

    def bounds(self, session: Session, _project: Project, activity: Activity | None) -> Bounds | None:
        """Of all of them."""
        return extents.bounds(session, activity, self._questions(session, activity))

    def time(self, session: Session, activity: Activity | None) -> Stretch | None:
        """The weeks from the first to the last."""
        return extents.time(session, activity, self._questions(session, activity))

    def is_asked_for(self, session: Session, activity: Activity | None) -> bool:
        """Whether the activity has any question for it."""
        return bool(self._questions(session, activity))

    def _questions(self, session: Session, activity: Activity | None) -> list[str]:
        assert activity is not None
        asked = mark_table(session, activity).codebook.map_questions
        return [variable for variable, question in asked.items() if question.type == self.type]
