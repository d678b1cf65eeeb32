"""Answers in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from babel import Locale, UnknownLocaleError, dates, numbers
from flask_babel import gettext as _

from participation.languages import DATES_IN
from surveys.answer_texts import Write, answer_text
from surveys.conditions.values import Kind
from surveys.question import Question
from surveys.questionnaire import Questionnaire


def writer(language: str) -> Write:
    """How numbers and dates are written in `language`, where that is known."""
    try:
        locale = Locale.parse(DATES_IN.get(language, language))
    except (UnknownLocaleError, ValueError):
        locale = Locale("nb")

    def write(value: Any, kind: Kind) -> str:
        if kind == "date":
            return dates.format_date(date.fromisoformat(value), "long", locale)
        if kind == "date_time":
            return moment(value, locale)
        return numbers.format_decimal(value, locale=locale) if isinstance(value, int | float) else str(value)

    return write


def moment(value: str, locale: Locale) -> str:
    """A date and its time of day, as `22. november 2026 kl. 14:30`."""
    when = datetime.fromisoformat(value)
    together = str(dates.get_datetime_format("long", locale=locale)).replace("'", "")
    time = dates.format_time(when.time(), "short", locale=locale)
    return together.replace("{0}", time).replace("{1}", dates.format_date(when.date(), "long", locale))


def in_words(asked: Mapping[str, Question], answers: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Each question that is answered, with the answer, in the questionnaire's order; rows of a matrix each by itself."""
    write = writer(language)
    for variable, question in asked.items():
        for part, answer in question.answered(answers.get(variable)):
            words = _("Yes") if answer is True else answer_text(part, answer, language, write)
            if words:
                whole = "" if part is question else f"{question.label_in(language)}: "
                yield whole + part.label_in(language), words


def marks_in_words(
    questionnaire: Questionnaire, marks: list[dict[str, Any]], language: str
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What each mark is, with what was answered about it; `marks` as GeoJSON features."""
    for mark in marks:
        told = mark["properties"]
        question = questionnaire.question_by_variable[told["question"]]
        category = question.category_by_code.get(told["category"])
        about = question.followups_by_category.get(told["category"], {})
        name = category.label_in(language) if category else question.label_in(language)
        yield name, list(in_words(about, told["answers"], language))
