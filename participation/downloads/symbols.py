"""How marks look on the map of another program, and what the codes in their columns mean."""

from __future__ import annotations

from collections.abc import Mapping

from exports.symbols import Symbol, Symbols
from exports.table import Kind
from participation.activities import channels
from participation.downloads import wording
from participation.downloads.codebook import Codebook

GEOMETRIES: tuple[Kind, ...] = ("point", "line", "area")


def symbols(codebook: Codebook, language: str) -> Symbols:
    """One symbol for each category of each map question, as respondents saw it."""
    several = len({question for question, _code in codebook.categories}) > 1
    drawn = []
    for (question, code), category in codebook.categories.items():
        label = category.label_in(language)
        asked = codebook.map_questions[question].label_in(language)
        drawn.append(
            Symbol((question, code), f"{asked}: {label}" if several else label, category.symbol, category.colour)
        )
    return Symbols(("question", "category"), drawn)


def codes(codebook: Codebook, language: str) -> Mapping[str, Mapping[str, str]]:
    """Labels by column and code, of the columns that every mark has."""
    categories: dict[str, str] = {}
    for (_question, code), category in codebook.categories.items():
        categories.setdefault(code, category.label_in(language))
    return {
        "question": {name: question.label_in(language) for name, question in codebook.map_questions.items()},
        "category": categories,
        "sentiment": wording.sentiments(),
        "channel": channels.labels(),
        "status": wording.statuses(),
    }
