"""Fields of a file that are called as columns of our own exports: by variable name, as headings in any language, or cut to
ten letters as a shapefile does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask_babel import force_locale
from sqlalchemy.orm import Session

from participation import catalogues
from participation.activities.models import Activity
from participation.activities.queries import newest_number, questionnaire
from participation.downloads import columns, wording
from participation.projects.files.georow import Row
from participation.responses.registrations import Fields
from surveys.questionnaire import Question

FIXED = ("id", "response", "question", "category", "comment", "people", "channel", "length_m", "area_m2")
# What only a file of ours has all of.
OURS = ("id", "response", "question", "category", "channel")
MIDDLES = ("length_m", "area_m2")
OF_SHAPEFILES = 10
Ways = Mapping[str, set[str]]


@dataclass(frozen=True)
class OwnFields:
    """Fields of a file: `fixed` by our column, `answers` by the variable of the follow-up question they answer."""

    fixed: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def are_ours(self) -> bool:
        """True for a file that was exported from here."""
        return all(name in self.fixed for name in OURS)

    @property
    def middles(self) -> tuple[str, ...]:
        """Where our exports tell how long a line and how large an area is; nobody else's fields."""
        return tuple(self.fixed[name] for name in MIDDLES if name in self.fixed) if self.are_ours else ()


def with_names(said: Fields, own: OwnFields) -> Fields:
    """What is `said` of a file's fields, and what their names tell."""
    answers = {variable: name for variable, name in own.answers.items() if name != said.comment_field}
    return replace(said, question_field=own.fixed.get("question"), answers=answers, middles=own.middles)


def as_ours(said: Fields, own: OwnFields) -> Fields:
    """Of a file of ours also what is not said."""
    if not own.are_ours:
        return said
    is_said = said.category or said.category_field
    return replace(
        said,
        category_field=said.category_field if is_said else own.fixed["category"],
        comment_field=said.comment_field or own.fixed.get("comment"),
        count_field=said.count_field or own.fixed.get("people"),
        respondent_field=said.respondent_field or own.fixed["response"],
        cut=True,
    )


def names_in(rows: Iterable[Row]) -> list[str]:
    """The fields that rows have."""
    return list(dict.fromkeys(name for row in rows for name in row.attributes))


def questions(session: Session, activity: Activity) -> list[Question]:
    """The follow-up questions of the newest questionnaire, but for the comment; of a variable as many as it has."""
    number = newest_number(session, activity)
    asked = questionnaire(session, activity.id, number) if number else None
    groups = [group for found in asked.map_questions for group in found.followups_by_category.values()] if asked else []
    return [one for group in groups for one in group.values() if one.variable != "comment"]


def own_fields(names: Sequence[str], followups: Sequence[Question]) -> OwnFields:
    """Which of a file's fields are called as our columns."""
    there = {name.strip().casefold(): name for name in reversed(names)}
    called = {name: {name} for name in FIXED}
    asked = {one.variable: {one.variable, f"{columns.ANSWER}{one.variable}"} for one in followups}
    for language in catalogues.languages(catalogues.PLANNERS):
        with force_locale(language):
            _add_headings(called, asked, followups, language)
    return OwnFields(_found(called, there), _found(asked, there))


def _add_headings(called: Ways, asked: Ways, followups: Iterable[Question], language: str) -> None:
    headings = wording.headings()
    for name in called:
        called[name].add(headings[name])
    for one in followups:
        first = columns.of_questions([one], language, ())[:1]
        asked[one.variable].update(column.heading(language) for column in first)
        if one.variable in headings:
            asked[one.variable].add(headings[one.variable])


def _found(called: Ways, there: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, ways in called.items():
        cut = {way[:OF_SHAPEFILES] for way in ways if len(way) > OF_SHAPEFILES and way == name}
        match = next((there[way.casefold()] for way in sorted(ways | cut) if way.casefold() in there), None)
        if match is not None:
            found[name] = match
    return found
