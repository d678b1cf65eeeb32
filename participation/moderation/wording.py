"""What a mark's codes are called, in the language in use."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import languages
from participation.activities import queries as activities
from participation.activities.models import Activity
from surveys.questionnaire import Category, Question, Questionnaire

ASIDE = ("season", "mode", "together", "time_of_day")


def flag_reasons() -> dict[str, str]:
    """Why a text is pointed out, by the word in `flags`."""
    return {
        "worrying:self_harm": _("May be about self-harm"),
        "worrying:abuse": _("May be about abuse"),
        "worrying:violence": _("May be about violence"),
        "personal:identity_number": _("Identity number"),
        "personal:email": _("E-mail address"),
        "personal:phone": _("Phone number"),
        "personal:address": _("Address"),
        "personal:name": _("Name of a person"),
        "abusive:insult": _("Abuse"),
        "abusive:slur": _("Slur"),
    }


class Wording:
    """Labels of categories and answers, by the version each response was given to."""

    def __init__(self, session: Session, activity: Activity) -> None:
        self.session, self.activity = session, activity
        self.language = languages.current()

    def questionnaire(self, version: int) -> Questionnaire | None:
        """The published version."""
        return activities.questionnaire(self.session, self.activity.id, version)

    def category(self, version: int, question: str, code: str | None) -> str:
        """What the category is called; its code where nobody has named it, the question where it has none."""
        found = self._question(version, question)
        if not code:
            return found.label_in(self.language) if found else question
        category = found.category_by_code.get(code) if found else None
        return category.label_in(self.language) if category else code

    def answers(self, version: int, question: str, category: str | None, answers: dict[str, Any]) -> dict[str, Any]:
        """`texts` (free texts in order), `choices` (labels) and `season` of a mark's follow-up answers."""
        found = self._question(version, question)
        known = found.followups_by_category.get(category or None, {}) if found else {}
        told: dict[str, Any] = {"texts": [], "choices": [], "season": ""}
        for variable, value in answers.items():
            asked = known.get(variable)
            if asked is None or not asked.choices:
                if isinstance(value, str) and variable not in ASIDE:
                    told["texts"].append(value)
                continue
            labels = [
                part.choice_label(str(code), self.language)
                for part, given in asked.answered(value)
                for code in _several(given)
            ]
            if variable == "season":
                told["season"] = ", ".join(labels)
            else:
                told["choices"] += labels
        return told

    def answer(self, version: int, variable: str, value: Any) -> tuple[str, str]:
        """What an ordinary question asks, and the answer in words; empty for none."""
        asked = self._question(version, variable)
        if asked is None:
            return variable, "" if value is None else str(value)
        words = [asked.choice_label(str(one), self.language) for one in _several(value) if one is not None]
        return asked.label_in(self.language), ", ".join(words)

    def _question(self, version: int, variable: str) -> Question | None:
        questionnaire = self.questionnaire(version)
        return questionnaire.question_by_variable.get(variable) if questionnaire else None


def categories(questionnaire: Questionnaire | None) -> list[Category]:
    """The categories of every map question."""
    return [category for asked in questionnaire.map_questions for category in asked.categories] if questionnaire else []


def seasons(questionnaire: Questionnaire | None) -> list[tuple[str, str]]:
    """Code and label of the seasons marks may have."""
    if questionnaire is None:
        return []
    asked = [
        known.get("season") for found in questionnaire.map_questions for known in found.followups_by_category.values()
    ]
    first = next((found for found in asked if found), None)
    return [(choice.code, choice.label_in(languages.current())) for choice in first.choices] if first else []


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
