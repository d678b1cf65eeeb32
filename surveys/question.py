"""A question with its choices and map categories. Immutable once read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from surveys.choice_columns import CODE_COLUMN
from surveys.conditions.values import Value, as_value
from surveys.logic import NO_LOGIC, NO_MESSAGES, Logic, OwnMessages
from surveys.question_types import QUESTION_TYPES, MapQuestionType, QuestionType
from surveys.texts import Texts, text_in

OTHER = "_other"


@dataclass(frozen=True)
class Choice:
    """`specify`: choosing it opens a text; `exclusive`: goes with no other; `apart`: no opinion, kept out of means
    and shares; `retired`: no longer offered, but known to those who chose it; `columns`: what its question's filter may
    ask for, by name."""

    code: str
    label: Texts
    icon: str | None = None
    image: str | None = None
    specify: bool = False
    exclusive: bool = False
    apart: bool = False
    retired: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def filtered_by(self) -> Mapping[str, Value]:
        """The columns as a filter sees them, with the code among them."""
        return {name: as_value(text) for name, text in self.columns.items()} | {CODE_COLUMN: self.code}

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
    rows: tuple[Choice, ...] = ()
    categories: tuple[Category, ...] = ()
    followups: tuple[Question, ...] = ()
    logic: Logic = NO_LOGIC
    messages: OwnMessages = NO_MESSAGES

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
    def other_text(self) -> Question | None:
        """The short text that one of the choices opens: a question and a variable of its own."""
        choice = next((choice for choice in self.choices if choice.specify), None)
        if choice is None:
            return None
        label = {spoken: f"{text} – {choice.label_in(spoken)}" for spoken, text in self.label.items() if text}
        return Question(f"{self.uid}-other", f"{self.variable}{OTHER}", "short_text", label, None, False, {})

    def opens_text(self, answer: Any) -> bool:
        """Whether a cleaned answer makes the choice that opens a text."""
        codes = answer if isinstance(answer, list) else [answer]
        return any(choice.specify and choice.code in codes for choice in self.choices)

    @cached_property
    def parts(self) -> tuple[Question, ...]:
        """The questions that this one is made of, such as the rows of a matrix."""
        return self.behaviour.parts(self)

    def answered(self, answer: Any) -> Iterator[tuple[Question, Any]]:
        """The question with its answer; where it has parts, each of them with its own."""
        if not self.parts:
            yield self, answer
        for row, part in zip(self.rows, self.parts, strict=True):
            yield part, answer.get(row.code) if isinstance(answer, dict) else None

    @cached_property
    def followups_by_category(self) -> dict[str | None, dict[str, Question]]:
        """Category code (None: a question without categories) → variable → follow-up question."""
        common = by_variable(self.followups)
        if not self.categories:
            return {None: common}
        return {category.code: common | by_variable(category.followups) for category in self.categories}

    @cached_property
    def followups_have_logic(self) -> bool:
        groups = (self.followups, *(category.followups for category in self.categories))
        return any(followup.logic is not NO_LOGIC for group in groups for followup in group)

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

    def setting(self, name: str, otherwise: Any = None) -> Any:
        return self.settings.get(name, otherwise)

    def label_in(self, language: str) -> str:
        return text_in(self.label, language)

    def hint_in(self, language: str) -> str:
        return text_in(self.hint, language)

    def text(self, setting: str, language: str) -> str:
        """A setting that is a text; "" where there is none."""
        return text_in(self.setting(setting), language)

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


def with_other_texts(questions: Iterable[Question]) -> Iterator[Question]:
    """Each question, followed by the text that one of its choices opens."""
    for question in questions:
        yield question
        if question.other_text is not None:
            yield question.other_text


def by_variable(questions: Iterable[Question]) -> dict[str, Question]:
    """Questions, and the texts that their choices open, by variable."""
    return {question.variable: question for question in with_other_texts(questions)}
