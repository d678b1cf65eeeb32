"""What a survey's page carries for its scripts: the questionnaire in one language, and what they send with an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from participation.extensions import db
from participation.responses.answering.map_data import map_data
from participation.responses.answering.reader import Reader, found
from participation.responses.answering.survey import Survey
from surveys.question_texts import spoken_language
from surveys.questionnaire import Questionnaire

# What stands in the page already, or is the planner's own.
NOT_SENT = frozenset({"uid", "hint", "text", "reason", "image", "image_alt", "unread"})
LOGIC = frozenset({"relevant", "required", "constraint", "calculation", "choice_filter", "columns", "default"})
# Told in the reader's language or not at all, whatever the question itself is asked in.
OWN_MESSAGES = frozenset({"required_message", "constraint_message"})


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
        "test": survey.trial is not None,
        "map": map_data(db.session(), survey) if survey.questionnaire.map_questions else None,
        "questionnaire": {"pages": pages},
    }


class OneLanguage:
    """A questionnaire's document as one reader gets it: each question with all its texts in the language it is asked in."""

    def __init__(self, questionnaire: Questionnaire, language: str) -> None:
        self.languages, self.language = frozenset(questionnaire.languages), language
        self.asked_in = {one.uid: spoken_language(one, language) for one in questionnaire.everything_asked}

    def pages(self, document: Mapping[str, Any]) -> list[Any]:
        return [self._in(page, self.language) for page in document["pages"]]

    def _in(self, part: Any, spoken: str) -> Any:
        if isinstance(part, list):
            return [self._in(one, spoken) for one in part]
        if not isinstance(part, dict):
            return part
        if is_text(part, self.languages):
            return dict([found(part, spoken)])
        spoken = self.asked_in.get(part.get("uid", ""), spoken)
        return {
            name: one if name in LOGIC else self._in(one, self.language if name in OWN_MESSAGES else spoken)
            for name, one in part.items()
            if not (name in NOT_SENT or (name in OWN_MESSAGES and self.language not in one))
        }


def is_text(part: Mapping[str, Any], languages: Collection[str]) -> bool:
    """True for `{language: text}`."""
    return bool(part) and all(name in languages and isinstance(text, str) for name, text in part.items())
