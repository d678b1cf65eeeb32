"""Which feature type and code each category of a map question is in the national product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from surveys.question import Category, Question
from surveys.questionnaire import Questionnaire

ROUTE = "route"
# By what a category is felt to be; a wish is nothing that is there, so it is in no product.
BY_SENTIMENT = {"positive": "PositivOpplevelse", "negative": "NegativOpplevelse", "neutral": "Aktivitet"}


class OfCategory(NamedTuple):
    """`category`: "" where the question has none."""

    question: str
    category: str


class Meant(NamedTuple):
    """`feature_type`: "" where it is in no product; `code`: of the specification's list, "" where nobody has said."""

    feature_type: str
    code: str = ""


@dataclass(frozen=True)
class Chosen:
    """`meant` has every category that was ever asked for."""

    meant: Mapping[OfCategory, Meant]
    municipality_number: str = ""


class Asked(NamedTuple):
    """A category with its question, as the newest version has them."""

    question: Question
    category: Category | None

    @property
    def key(self) -> OfCategory:
        return OfCategory(self.question.variable, self.category.code if self.category else "")

    def label_in(self, language: str) -> str:
        return self.category.label_in(language) if self.category else self.question.label_in(language)


def categories(newest_first: Iterable[Questionnaire]) -> dict[OfCategory, Asked]:
    """Every category of every map question of any version."""
    found: dict[OfCategory, Asked] = {}
    for version in newest_first:
        for question in version.map_questions:
            for category in question.categories or (None,):
                asked = Asked(question, category)
                found.setdefault(asked.key, asked)
    return found


def default(asked: Asked) -> Meant:
    """What a category is until somebody says otherwise: by how it is drawn and felt. No code: we know of no official one."""
    if asked.question.type == ROUTE:
        return Meant("Barneveg")
    sentiment = asked.category.sentiment if asked.category else "neutral"
    return Meant(BY_SENTIMENT.get(sentiment, ""))
