"""What a survey's page carries for its scripts: the questionnaire in one language, and what they send with an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from participation.extensions import db
from participation.responses.answering.map_data import map_data
from participation.responses.answering.reader import Reader, found
from participation.responses.answering.survey import Survey

# What stands in the page already, or is the planner's own.
NOT_SENT = frozenset({"uid", "hint", "text", "reason", "image", "image_alt", "unread"})
LOGIC = frozenset({"relevant", "required", "constraint", "calculation", "choice_filter", "columns", "default"})


def page_data(survey: Survey, reader: Reader, pages: list[Any], ticket: str | None = None) -> dict[str, Any]:
    """`pages`: of the questionnaire, in the reader's language; `ticket`: by which way this browser came.

    In what is given, `language` is that of the questionnaire's texts, `own` that of the program's.
    """
    return {
        "activity": str(survey.id),
        "questionnaire_version": survey.version,
        "language": reader.language,
        "own": reader.own,
        "ticket": ticket,
        "map": map_data(db.session(), survey) if survey.questionnaire.map_questions else None,
        "questionnaire": {"pages": pages},
    }


def in_one_language(part: Any, languages: Collection[str], language: str) -> Any:
    """A part of a questionnaire's document with every text in this language only, or in the first that has it."""
    if isinstance(part, list):
        return [in_one_language(one, languages, language) for one in part]
    if not isinstance(part, dict):
        return part
    if is_text(part, languages):
        spoken, text = found(part, language)
        return {spoken: text}
    return {
        name: one if name in LOGIC else in_one_language(one, languages, language)
        for name, one in part.items()
        if name not in NOT_SENT
    }


def is_text(part: Mapping[str, Any], languages: Collection[str]) -> bool:
    """True for `{language: text}`."""
    return bool(part) and all(name in languages and isinstance(text, str) for name, text in part.items())
