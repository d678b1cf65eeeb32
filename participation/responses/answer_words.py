"""Answers in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from babel import Locale, UnknownLocaleError, dates, numbers
from flask_babel import gettext as _

from participation.languages import DATES_IN, current
from participation.responses.answering.reader import only_in_words
from surveys.answer_texts import AnswerTexts, Write, answer_text
from surveys.conditions.values import Kind
from surveys.piping import filled
from surveys.question import Question
from surveys.question_texts import spoken_language, with_answers
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


def texts_of(asked: Mapping[str, Question], answers: Mapping[str, Any], language: str) -> AnswerTexts:
    """Answers to stand within other texts; a label that is not in `language` says so."""
    return AnswerTexts(asked, answers, language, writer(language), marked)


def marked(text: str, language: str) -> str:
    """A label that is not in the reader's language."""
    return f"{text} ({only_in_words(language, current())})"


@dataclass(frozen=True, slots=True)
class Told:
    """A question and its answer in words, both in `language`; or what a mark is called, with nothing answered."""

    language: str
    asked: str
    answer: str = ""


def in_words(
    asked: Mapping[str, Question], answers: Mapping[str, Any], language: str, texts: AnswerTexts
) -> Iterator[Told]:
    """Each question that is answered, in the questionnaire's order and the language it is asked in; rows of a matrix each by
    itself. `texts`: what stands in their words for earlier answers.
    """
    write = writer(language)
    for variable, question in asked.items():
        spoken, whole = spoken_language(question, language), with_answers(question, texts)
        for part, answer in whole.answered(answers.get(variable)):
            words = _("Yes") if answer is True else answer_text(part, answer, spoken, write)
            if words:
                around = "" if part is whole else f"{whole.label_in(spoken)}: "
                yield Told(spoken, around + part.label_in(spoken), words)


def marks_in_words(
    questionnaire: Questionnaire, marks: list[dict[str, Any]], language: str, answers: Mapping[str, Any]
) -> Iterator[tuple[Told, list[Told]]]:
    """What each mark is, with what was answered about it. `marks`: GeoJSON features; `answers`: of the whole."""
    asked = questionnaire.question_by_variable
    for mark in marks:
        told = mark["properties"]
        question = asked[told["question"]]
        category = question.category_by_code.get(told["category"])
        about = question.followups_by_category.get(told["category"], {})
        spoken = spoken_language(question, language)
        name = (category or question).label_in(spoken)
        known = texts_of({**asked, **about}, {**answers, **told["answers"]}, language)
        yield Told(spoken, filled(name, known)), list(in_words(about, told["answers"], language, known))
