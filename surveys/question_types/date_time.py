"""A day and a time of day, where the respondent is: stored as YYYY-MM-DDTHH:MM, typed as 24.12.2026 14:30 too."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.lines import AnswerDateTimeField
from surveys.columns import Cell, Column
from surveys.document_check import DocumentCheck
from surveys.editing.settings import EARLIEST_MOMENT, LATEST_MOMENT
from surveys.errors import AnswerError
from surveys.messages import _
from surveys.question_types.calendar import CalendarType
from surveys.question_types.date import read_day
from surveys.question_types.time import read_time

if TYPE_CHECKING:
    from surveys.question import Question

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
TYPED = re.compile(r"([0-9. -]{8,14}?)(?:T|,? +)([0-9:.]{4,20})")
EARLIEST, LATEST = "1000-01-01T00:00", "9999-12-31T23:59"


class DateTime(CalendarType):
    name = "date_time"
    configured_by = (EARLIEST_MOMENT, LATEST_MOMENT)
    value_kind = "date_time"
    form_field = AnswerDateTimeField

    def limit(self, value: object, place: str, check: DocumentCheck) -> str | None:
        if isinstance(value, str) and ISO.fullmatch(value) and read_moment(value) == value:
            return value
        check.report(place, _("Write a date and a time as 2026-12-24T14:30."))
        return None

    def clean(self, question: Question, value: object) -> str | None:
        if value is None or value == "":
            return None
        moment = read_moment(value)
        earliest, latest = question.setting("min", EARLIEST), question.setting("max", LATEST)
        if moment is None:
            raise AnswerError(_("Write a date and a time, such as 24.12.2026 14:30."))
        if not earliest <= moment <= latest:
            template = _("Choose a date and a time from %(earliest)s to %(latest)s.")
            raise AnswerError(template, earliest=written(earliest), latest=written(latest))
        return moment

    def columns(self, question: Question, language: str) -> list[Column]:
        return [Column(question.variable, question.label_in(language), "datetime")]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [None if value is None else dt.datetime.fromisoformat(value)]


def read_moment(value: object) -> str | None:
    """`2026-12-24T14:30` for what was typed; None where it names no day and time."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    found = TYPED.fullmatch(value.strip())
    day, time = (read_day(found[1]), read_time(found[2])) if found else (None, None)
    return f"{day.isoformat()}T{time}" if day and time else None


def written(moment: str) -> str:
    day = dt.datetime.fromisoformat(moment)
    return f"{day:%d.%m}.{day.year:04} {day:%H:%M}"
