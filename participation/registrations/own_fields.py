"""Fields of a file that are called as columns of our own exports: by variable name, as headings in any language, or cut to
ten letters as a shapefile does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask_babel import force_locale
from sqlalchemy.orm import Session

from exports.shapefile.fields import fields_of
from exports.table import Column
from participation import catalogues
from participation.activities.models import Activity
from participation.activities.queries import newest_number, questionnaire
from participation.downloads import columns, mark_names, wording
from participation.downloads.merging import as_one
from participation.projects.files.georow import Row
from participation.registrations.found_fields import found_fields
from participation.registrations.unasked_fields import unasked_fields
from participation.responses.registrations import Fields
from surveys.questionnaire import Question

FIXED = ("id", "response", "question", "category", "comment", "people", "channel", "status", "length_m", "area_m2")
# What only a file of ours has all of.
OURS = ("id", "response", "question", "category", "channel")
MIDDLES = ("length_m", "area_m2")


@dataclass(frozen=True)
class OwnFields:
    """Fields of a file: `fixed` by our column, `answers` by the variable of the follow-up question and the
    name of its column; `unasked` of a file of ours: those with answers that the activity does not ask for."""

    fixed: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unasked: Sequence[str] = ()

    @property
    def are_ours(self) -> bool:
        """True for a file that was exported from here."""
        return all(name in self.fixed for name in OURS)

    @property
    def answering(self) -> list[str]:
        """The fields that hold answers, without the labels beside them."""
        twins = {f"{column}_label" for named in self.answers.values() for column in named}
        return [name for named in self.answers.values() for column, name in named.items() if column not in twins]

    @property
    def middles(self) -> tuple[str, ...]:
        """Where our exports tell how long a line and how large an area is; nobody else's fields."""
        return tuple(self.fixed[name] for name in MIDDLES if name in self.fixed) if self.are_ours else ()


def with_names(said: Fields, own: OwnFields) -> Fields:
    """What is `said` of a file's fields, and what their names tell."""
    answers = {
        variable: {column: name for column, name in named.items() if name != said.comment_field}
        for variable, named in own.answers.items()
    }
    # By no variable of a question, so that each row tells that its answer is left out.
    answers |= {name: {name: name} for name in own.unasked}
    found = replace(said, question_field=own.fixed.get("question"), answers=answers, middles=own.middles)
    return replace(found, status_field=own.fixed.get("status")) if own.are_ours else found


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
    """Which of a file's fields are called as our columns: the labels beside codes only in a file of ours."""
    called = {name: {name} for name in mark_names.FIXED}
    asked: dict[str, dict[str, set[str]]] = {one.variable: {} for one in followups}
    for language in catalogues.languages(catalogues.PLANNERS):
        with force_locale(language):
            headings = wording.headings()
            for name in called:
                called[name].add(headings[name])
            for one in (*followups, *as_one(followups).values()):
                _add_ways(asked[one.variable], columns.of_questions([one], language, ()), language, headings)
    short = _short_names([*mark_names.FIXED, *(name for named in asked.values() for name in named)])
    own = OwnFields(found_fields({name: called[name] for name in FIXED}, names, short))
    unread = () if own.are_ours else _labels(followups)
    answers = {
        variable: found_fields({name: ways for name, ways in named.items() if name not in unread}, names, short)
        for variable, named in asked.items()
    }
    known = {
        way.strip().casefold()
        for named in (called, *asked.values())
        for name, ways in named.items()
        for way in (*ways, short[name])
    }
    return replace(own, answers=answers, unasked=unasked_fields(names, known) if own.are_ours else ())


def _add_ways(asked: dict[str, set[str]], made: Iterable[Column], language: str, headings: Mapping[str, str]) -> None:
    for column in made:
        ways = asked.setdefault(column.name, {column.name, f"{columns.ANSWER}{column.name}"})
        for heading in (column.heading(language), headings.get(column.name, column.name)):
            # The latter where an earlier column has the same heading.
            ways.update((heading, f"{heading} ({column.name})"))


def _short_names(names: Iterable[str]) -> dict[str, str]:
    """What a shapefile calls the columns."""
    return {field.column.name: field.name for field in fields_of(map(Column, dict.fromkeys(names)))}


def _labels(followups: Iterable[Question]) -> set[str]:
    made = (column for one in followups for column in one.behaviour.columns(one, ""))
    return {column.name for column in made if column.kind == "label"}
