"""What the types with choices share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from surveys.choice_check import check_choices
from surveys.columns import Column, with_label
from surveys.document_check import DocumentCheck
from surveys.errors import AnswerError
from surveys.messages import _, shown
from surveys.question_types.base import QuestionType
from surveys.statistics.summary import DONT_KNOW, Summary, summarise_codes

if TYPE_CHECKING:
    from surveys.question import Question

CODES_IN_A_MESSAGE = 20
BLANK: tuple[Mapping[str, Any], ...] = ({"code": "1", "label": {}}, {"code": "2", "label": {}})
"""The choices of a new question, without words yet."""


class CodedType(QuestionType):
    """`choice_flags`: what a choice of this type may be marked as."""

    settings = frozenset({"choices"})
    coded = True
    choice_flags: ClassVar[frozenset[str]] = frozenset({"retired"})

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check_choices(document, f"{place}.choices", check, self.choice_flags, filtered="choice_filter" in self.settings)
        if "dont_know" in self.settings:
            check.texts(document.get("dont_know"), f"{place}.dont_know", required=False)

    def variables(self, document: Mapping[str, Any]) -> list[str]:
        names = super().variables(document)
        choices = document.get("choices")
        opens_a_text = isinstance(choices, list) and any(_flagged(choice, "specify") for choice in choices)
        return [*names, *(f"{name}_other" for name in names if opens_a_text)]

    def choices(self, document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        return choices_of(document)

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        return summarise_codes([choice.code for choice in question.choices if not choice.apart], values)

    def columns(self, question: Question, language: str) -> list[Column]:
        return with_label(question.variable, question.label_in(language))


def choices_of(document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """The document's own choices, then the one that stands apart."""
    yield from document.get("choices", ())
    yield from dont_know(document)


def dont_know(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The choice that stands apart for those without an opinion, where the question offers it."""
    label = document.get("dont_know")
    return [{"code": DONT_KNOW, "label": label, "apart": True}] if label else []


def known_code(question: Question, value: object) -> str:
    """The code of any choice the question has or had: who chose it before it was retired keeps the answer."""
    if isinstance(value, str) and value in question.choice_by_code:
        return value
    codes = [choice.code for choice in question.choices if not choice.retired]
    listed = ", ".join(codes[:CODES_IN_A_MESSAGE]) + (", …" if len(codes) > CODES_IN_A_MESSAGE else "")
    raise AnswerError(
        _("“%(value)s” is not one of the choices. Choose among: %(choices)s."), value=shown(value), choices=listed
    )


def code_called(question: Question, text: str) -> str:
    """The code of the one choice that is called so, in any language and whatever its capitals; else `text` as it is."""
    if text in question.choice_by_code:
        return text
    name = text.strip().casefold()
    called = [
        choice.code
        for choice in question.choices
        if name in {choice.code.casefold(), *(label.strip().casefold() for label in choice.label.values())}
    ]
    return called[0] if len(called) == 1 else text


def _flagged(choice: object, flag: str) -> bool:
    return isinstance(choice, dict) and choice.get(flag) is True
