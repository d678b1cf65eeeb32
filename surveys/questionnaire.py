"""A questionnaire read from its document: pages of questions. Immutable once read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from surveys.document_structure import check_document
from surveys.errors import Problem, QuestionnaireError
from surveys.logic import NO_LOGIC, Logic, read_logic
from surveys.question import Category, Choice, Question, by_variable
from surveys.question_reading import read_questions
from surveys.texts import Texts

__all__ = ["Category", "Choice", "Page", "Problem", "Question", "Questionnaire", "QuestionnaireError"]


@dataclass(frozen=True)
class Page:
    name: str
    title: Texts
    questions: tuple[Question, ...]
    logic: Logic = NO_LOGIC


@dataclass(frozen=True)
class Questionnaire:
    document: Mapping[str, Any] = field(repr=False, compare=False)
    languages: tuple[str, ...]
    title: Texts
    age: str | None
    intro: tuple[Texts, ...]
    pages: tuple[Page, ...]

    @classmethod
    def from_document(cls, document: object) -> Questionnaire:
        """QuestionnaireError, with every problem and its place, where the document is not as it should be."""
        problems = check_document(document)
        if problems or not isinstance(document, dict):
            raise QuestionnaireError(problems)
        return cls.checked_before(document)

    @classmethod
    def checked_before(cls, document: Mapping[str, Any]) -> Questionnaire:
        """`document`: as it was when it was published, which is not looked through again."""
        return cls(
            document=document,
            languages=tuple(document["languages"]),
            title=document["title"],
            age=document.get("age"),
            intro=tuple(document.get("intro", ())),
            pages=tuple(_page(page) for page in document["pages"]),
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question of every page, each followed by the text that one of its choices opens."""
        return tuple(self.question_by_variable.values())

    @cached_property
    def question_by_variable(self) -> dict[str, Question]:
        return by_variable(question for page in self.pages for question in page.questions)

    @cached_property
    def map_questions(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.on_map)

    @cached_property
    def answer_questions(self) -> tuple[Question, ...]:
        """Those answered with a value: neither on the map nor plain information."""
        return tuple(question for question in self.questions if question.behaviour.collects_answer)

    @cached_property
    def takes_photos(self) -> bool:
        """Whether any question, of the whole or about a mark, is answered with photos."""
        return any(one.type == "photo" for one in self.everything_asked)

    @property
    def everything_asked(self) -> Iterator[Question]:
        """Every question, of the whole and about marks; one about the marks of several categories as often."""
        yield from self.questions
        for question in self.map_questions:
            for asked in question.followups_by_category.values():
                yield from asked.values()

    @cached_property
    def has_logic(self) -> bool:
        """Whether anything is shown, required, accepted or worked out by a condition."""
        return any(
            page.logic is not NO_LOGIC
            or any(question.logic is not NO_LOGIC or question.followups_have_logic for question in page.questions)
            for page in self.pages
        )

    def question(self, variable: str) -> Question:
        """KeyError for an unknown variable."""
        return self.question_by_variable[variable]


def _page(document: Mapping[str, Any]) -> Page:
    return Page(document["name"], document["title"], read_questions(document["questions"]), read_logic(document))
