"""The projector's filters: the questionnaire's own categories, all roads together, and the time of year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from participation import languages

# Season → the answers that count; None = every mark. What is so all year is so in winter too.
SEASONS: dict[str, frozenset[str] | None] = {
    "any": None,
    "winter": frozenset({"winter", "all_year"}),
    "summer": frozenset({"summer", "all_year"}),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """One category, or every category of a question whose lines are shown as one."""

    code: str
    label: str
    colour: str
    symbol: str
    question: str
    category: str | None

    def fits(self, question: str, category: str) -> bool:
        """True for a mark of this filter."""
        return question == self.question and self.category in (None, category)


def filters_of(document: dict[str, Any]) -> list[Filter]:
    """The filters of a questionnaire's document, stickers first."""
    found: list[Filter] = []
    for page in document["pages"]:
        for question in page["questions"]:
            categories = question.get("categories", [])
            if question["type"] == "route" and categories:
                look = categories[0]
                found.append(
                    Filter(question["variable"], _("Roads"), look["colour"], "line", question["variable"], None)
                )
            else:
                found += [of_category(question["variable"], category) for category in categories]
    return sorted(found, key=lambda one: one.symbol == "line")


def of_category(variable: str, category: dict[str, Any]) -> Filter:
    """A filter of one category."""
    label = category["label"].get(languages.current()) or category["label"].get("nb") or category["code"]
    return Filter(category["code"], label, category["colour"], category["symbol"], variable, category["code"])


def season_labels() -> dict[str, str]:
    """The seasons in words."""
    return {"any": _("All answers"), "winter": _("In winter"), "summer": _("In summer")}
