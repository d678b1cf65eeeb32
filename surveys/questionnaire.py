"""A questionnaire read from its document: pages, questions, choices and map categories. Immutable once read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from surveys.document_structure import check_document
from surveys.errors import Problem, QuestionnaireError
from surveys.question_types import QUESTION_TYPES, MapQuestionType, QuestionType

__all__ = ["Category", "Choice", "Page", "Problem", "Question", "Questionnaire", "QuestionnaireError"]

Texts = Mapping[str, str]


def text_in(texts: Texts | None, language: str) -> str:
    """The text in this language, else in the first language that has one."""
    if not texts:
        return ""
    return texts.get(language) or next((text for text in texts.values() if text), "")


@dataclass(frozen=True)
class Choice:
    code: str
    label: Texts
    icon: str | None = None

    def label_in(self, language: str) -> str:
        return text_in(self.label, language)


@dataclass(frozen=True)
class Question:
    uid: str
    variable: str
    type: str
    label: Texts
    hint: Texts | None
    required: bool
    settings: Mapping[str, Any]
    choices: tuple[Choice, ...] = ()
    categories: tuple[Category, ...] = ()
    followups: tuple[Question, ...] = ()

    @cached_property
    def behaviour(self) -> QuestionType:
        return QUESTION_TYPES[self.type]

    @cached_property
    def choice_by_code(self) -> dict[str, Choice]:
        return {choice.code: choice for choice in self.choices}

    @cached_property
    def category_by_code(self) -> dict[str, Category]:
        return {category.code: category for category in self.categories}

    @cached_property
    def followups_by_category(self) -> dict[str | None, dict[str, Question]]:
        """Category code (None: a question without categories) → variable → follow-up question."""
        common = {question.variable: question for question in self.followups}
        if not self.categories:
            return {None: common}
        return {
            category.code: common | {question.variable: question for question in category.followups}
            for category in self.categories
        }

    @property
    def on_map(self) -> bool:
        return self.behaviour.collects_marks

    @property
    def map_behaviour(self) -> MapQuestionType:
        behaviour = self.behaviour
        if not isinstance(behaviour, MapQuestionType):
            raise TypeError(f"{self.variable} is not a question for the map")
        return behaviour

    @property
    def cut_home(self) -> bool:
        return bool(self.settings.get("cut_home", False))

    def setting(self, name: str, otherwise: Any) -> Any:
        return self.settings.get(name, otherwise)

    def label_in(self, language: str) -> str:
        return text_in(self.label, language)

    def choice_label(self, code: str, language: str) -> str:
        choice = self.choice_by_code.get(code)
        return choice.label_in(language) if choice else code

    def clean(self, value: object) -> Any:
        return self.behaviour.clean(self, value)


@dataclass(frozen=True)
class Category:
    code: str
    label: Texts
    symbol: str
    colour: str
    sentiment: str
    icon: str | None = None
    prompt: Texts | None = None
    followups: tuple[Question, ...] = ()

    def label_in(self, language: str) -> str:
        return text_in(self.label, language)


@dataclass(frozen=True)
class Page:
    name: str
    title: Texts
    questions: tuple[Question, ...]


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
        return tuple(question for page in self.pages for question in page.questions)

    @cached_property
    def question_by_variable(self) -> dict[str, Question]:
        return {question.variable: question for question in self.questions}

    @cached_property
    def map_questions(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.on_map)

    @cached_property
    def answer_questions(self) -> tuple[Question, ...]:
        """Those answered with a value, not on the map."""
        return tuple(question for question in self.questions if not question.on_map)

    def question(self, variable: str) -> Question:
        """KeyError for an unknown variable."""
        return self.question_by_variable[variable]


def _page(document: Mapping[str, Any]) -> Page:
    return Page(document["name"], document["title"], _questions(document["questions"]))


def _questions(documents: list[dict[str, Any]] | None) -> tuple[Question, ...]:
    return tuple(_question(document) for document in documents or ())


def _question(document: Mapping[str, Any]) -> Question:
    return Question(
        uid=document["uid"],
        variable=document["variable"],
        type=document["type"],
        label=document["label"],
        hint=document.get("hint"),
        required=document.get("required", False),
        settings={name: document[name] for name in QUESTION_TYPES[document["type"]].settings if name in document},
        choices=tuple(Choice(c["code"], c["label"], c.get("icon")) for c in document.get("choices", ())),
        categories=tuple(_category(category) for category in document.get("categories", ())),
        followups=_questions(document.get("followups")),
    )


def _category(document: Mapping[str, Any]) -> Category:
    return Category(
        code=document["code"],
        label=document["label"],
        symbol=document["symbol"],
        colour=document["colour"],
        sentiment=document["sentiment"],
        icon=document.get("icon"),
        prompt=document.get("prompt"),
        followups=_questions(document.get("followups")),
    )
