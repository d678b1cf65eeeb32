"""A day: stored as YYYY-MM-DD, typed as 24.12.2026 too."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerDateField
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import EARLIEST_DAY, LATEST_DAY
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.calendar import CalendarType

if TYPE_CHECKING:
    from surveys.question import Question

ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
TYPED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
EARLIEST, LATEST = "1000-01-01", "9999-12-31"


class Date(CalendarType):
    name = "date"
    configured_by = (EARLIEST_DAY, LATEST_DAY)
    value_kind = "date"
    form_field = AnswerDateField

    def limit(self, value: object, place: str, check: DocumentCheck) -> dt.date | None:
        day = read_day(value) if isinstance(value, str) and ISO.fullmatch(value) else None
        if day is None:
            check.report(place, _("Write a date as year, month and day: 2026-12-24."))
        return day

    def clean(self, question: Question, value: object) -> str | None:
        if value is None or value == "":
            return None
        day = read_day(value)
        earliest, latest = (day_of(question.setting(*limit)) for limit in (("min", EARLIEST), ("max", LATEST)))
        if day is None:
            raise AnswerError(_("Write a date as day, month and year, such as 24.12.2026."))
        if not earliest <= day <= latest:
            raise AnswerError(
                _("Choose a date from %(earliest)s to %(latest)s."), earliest=written(earliest), latest=written(latest)
            )
        return day.isoformat()

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "date")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [None if value is None else day_of(value)]


def read_day(value: object) -> dt.date | None:
    """The day that YYYY-MM-DD or d.m.yyyy names, None where it names none."""
    if not isinstance(value, str) or len(value) > 20:
        return None
    if found := ISO.fullmatch(value.strip()):
        year, month, day = map(int, found.groups())
    elif found := TYPED.fullmatch(value.strip()):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_of(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


def written(day: dt.date) -> str:
    return f"{day:%d.%m}.{day.year:04}"
