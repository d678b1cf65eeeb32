"""Everything a questionnaire asks, by where its answers are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from surveys.question import Question
from surveys.questionnaire import Questionnaire


@dataclass(frozen=True)
class Place:
    """`within`: the map question whose marks a follow-up is asked about, and for which category; "" for others."""

    variable: str
    within: str = ""
    category: str = ""


Asked = Mapping[Place, Question]


def asked(questionnaire: Questionnaire) -> dict[Place, Question]:
    """In the order they are asked; the text that a choice opens goes with the choice."""
    return dict(_all(questionnaire))


def ever_asked(versions: Iterable[Questionnaire]) -> dict[Place, list[Question]]:
    """What each place has held, in the order of `versions`."""
    found: dict[Place, list[Question]] = {}
    for version in versions:
        for place, question in asked(version).items():
            found.setdefault(place, []).append(question)
    return found


def _all(questionnaire: Questionnaire) -> Iterator[tuple[Place, Question]]:
    for page in questionnaire.pages:
        for question in page.questions:
            yield Place(question.variable), question
            for followup in question.followups:
                yield Place(followup.variable, question.variable), followup
            for category in question.categories:
                for followup in category.followups:
                    yield Place(followup.variable, question.variable, category.code), followup
