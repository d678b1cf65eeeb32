"""A question as blocks of a sheet: its words, what it is called in the data, and its codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from exports.paper.sheet import Block, Boxes, Heading, Lines, Text
from participation.responses.answering.only_if import known, left_open, only_if
from surveys.flow import followups_of
from surveys.question import Category, Choice, Question
from surveys.question_texts import with_answers
from surveys.question_types import MapQuestionType
from surveys.question_types.number import NumberType
from surveys.question_types.slider import ends
from surveys.questionnaire import Questionnaire

LONG, SHORT = 5, 1
QUESTION = 3  # level of its heading
TICKED_SEVERAL = frozenset({"multiple_choice", "ranking", "consent"})


@dataclass(frozen=True)
class Asking:
    """Questions as they are asked in `language`."""

    questionnaire: Questionnaire
    language: str

    def question(self, number: str, question: Question) -> Iterator[Block]:
        yield Heading(f"{number}. {self._label(question)}", QUESTION)
        yield from self._body(question, known(self.questionnaire), 0)
        if question.on_map:
            yield from self._about_marks(question)

    def _about_marks(self, question: Question) -> Iterator[Block]:
        among = known(self.questionnaire, question)
        yield Boxes([(one.code, one.label_in(self.language)) for one in question.categories], indent=1)
        for asked in followups_of(question, None):
            yield from self._followup(asked, among)
        for category in question.categories:
            if category.followups:
                yield from self._of_category(category, among)

    def _of_category(self, category: Category, among: Mapping[str, Question]) -> Iterator[Block]:
        introduced = _("If it is this:")
        yield Text(f"{introduced} {category.label_in(self.language)}", strong=True, indent=1)
        for asked in category.followups:
            yield from self._followup(asked, among)

    def _followup(self, question: Question, among: Mapping[str, Question]) -> Iterator[Block]:
        if question.behaviour.on_screen:
            yield Text(self._label(question), strong=True, indent=1)
            yield from self._body(question, among, 1)

    def _body(self, question: Question, among: Mapping[str, Question], indent: int) -> Iterator[Block]:
        asked = with_answers(question, left_open)
        yield Text(f"{question.variable} · {question.type}", quiet=True, indent=indent)
        if question.behaviour.collects_answer or question.on_map:
            quiet = [only_if(question.logic.relevant, among, lambda _question: self.language), *_task(question)]
            yield from (Text(words, quiet=True, indent=indent) for words in quiet if words)
        told = (asked.hint_in(self.language), *(asked.text(name, self.language) for name in ("text", "reason")))
        yield from (Text(words, indent=indent) for words in told if words)
        if question.type == "slider":
            named = (asked.text(name, self.language) for name in ("low_label", "high_label"))
            yield Text(" – ".join(filter(None, named)), quiet=True, indent=indent)
        yield from self._answer(question, indent + 1)

    def _answer(self, question: Question, indent: int) -> Iterator[Block]:
        for row, part in zip(question.rows, question.parts, strict=True):
            yield Text(f"– {row.label_in(self.language)} ({part.variable})", indent=indent)
        if question.type == "consent":
            yield Boxes([("true", _("Yes"))], several=True, indent=indent)
        elif question.choices:
            boxes = [(one.code, self._choice(one)) for one in question.choices]
            yield Boxes(boxes, question.type in TICKED_SEVERAL, indent)
        elif question.behaviour.collects_answer and question.type != "photo":
            yield Lines(LONG if question.type == "long_text" else SHORT, indent)

    def _choice(self, choice: Choice) -> str:
        label = choice.label_in(self.language)
        return _("%(choice)s – write what:", choice=label) if choice.specify else label

    def _label(self, question: Question) -> str:
        label = with_answers(question, left_open).label_in(self.language)
        needed = _("(must be answered)")
        return f"{label} {needed}" if question.required else label


def _task(question: Question) -> Iterator[str]:
    """How it is answered."""
    least, most = ends(question.settings)[:2] if question.type == "slider" else map(question.setting, ("min", "max"))
    if isinstance(question.behaviour, MapQuestionType):
        yield {"route": _("Draw roads on the map."), "area": _("Draw areas on the map.")}.get(
            question.type, _("Put places on the map.")
        )
    elif isinstance(question.behaviour, NumberType) and least is not None and most is not None:
        yield _("A number from %(least)s to %(most)s.", least=least, most=most)
    elif question.type == "ranking":
        yield _("Write 1 in the box of what comes first, 2 in the next, and so on.")
    elif question.type == "multiple_choice":
        yield _("You can choose several.")
        yield _("Choose at least %(least)s.", least=least) if least else ""
        yield _("Choose at most %(most)s.", most=most) if most else ""
