"""How marks look on the map of another program, and what the codes in their columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask_babel import gettext as _

from exports.symbols import Symbol, Symbols
from exports.table import Kind
from participation.activities import channels
from participation.downloads import wording
from participation.downloads.codebook import Codebook
from surveys.question import Question

GEOMETRIES: tuple[Kind, ...] = ("point", "line", "area")
KIND = ("question", "category")
WAY = "mode"
# Follow-up questions with a column that every mark has.
CODED = (WAY, "season")
# As static/js/map/route_style.js draws them; any other way is a whole line, as by car.
STROKES = {"walk": "dotted", "cycle": "dashed", "scooter": "dash_dot", "bus": "long"}


def symbols(codebook: Codebook, language: str) -> Symbols:
    """One symbol for each category of each map question, as respondents saw it."""
    return Symbols(KIND, list(_symbols(codebook, language)))


def symbols_by_way(codebook: Codebook, language: str) -> Symbols:
    """One for each way of travel too, of the categories whose routes tell it."""
    drawn: list[Symbol] = []
    for symbol in _symbols(codebook, language):
        way = codebook.asked.get((*symbol.values, WAY))  # type: ignore[arg-type]
        drawn += _ways(symbol, way, language) if symbol.shape == "line" and way and way.choices else [symbol]
    return Symbols((*KIND, WAY), drawn)


def _symbols(codebook: Codebook, language: str) -> Iterator[Symbol]:
    for kind, category in codebook.categories.items():
        labels = codebook.map_questions[kind[0]].label_in(language), category.label_in(language)
        yield Symbol(kind, labels, category.symbol, category.colour)


def _ways(symbol: Symbol, way: Question, language: str) -> Iterator[Symbol]:
    for choice in way.choices:
        labels = (*symbol.labels, choice.label_in(language))
        stroke = STROKES.get(choice.code, "solid")
        yield Symbol((*symbol.values, choice.code), labels, symbol.shape, symbol.colour, stroke)
    yield Symbol((*symbol.values, None), (*symbol.labels, _("Way of travel not told")), symbol.shape, symbol.colour)


def codes(codebook: Codebook, language: str) -> Mapping[str, Mapping[str, str]]:
    """Labels by column and code, of the columns that every mark has."""
    categories: dict[str, str] = {}
    for (_question, code), category in codebook.categories.items():
        categories.setdefault(code, category.label_in(language))
    return {
        "question": {name: question.label_in(language) for name, question in codebook.map_questions.items()},
        "category": categories,
        "sentiment": wording.sentiments(),
        **{
            name: {choice.code: choice.label_in(language) for choice in codebook.followups[name].choices}
            for name in CODED
            if name in codebook.followups
        },
        "channel": channels.labels(),
        "status": wording.statuses(),
    }
