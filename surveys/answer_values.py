"""Answers by variable checked against their questions: those of a whole response, or the follow-ups of a mark."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from surveys.checking import Checking
from surveys.error_list import ErrorList
from surveys.errors import AnswerError
from surveys.messages import Message, _, shown
from surveys.offered_choices import withdrawn
from surveys.own_messages import OwnWords
from surveys.question import Question
from surveys.question_texts import spoken_language
from surveys.walk import Walk


@dataclass(slots=True)
class ReadAnswers:
    """`values`: variable → answer as it is stored, unanswered ones left out. `refused`: why others cannot be taken."""

    values: dict[str, Any] = field(default_factory=dict)
    refused: dict[str, AnswerError | Message] = field(default_factory=dict)


def read_answers(questions: Mapping[str, Question], answers: Mapping[str, Any]) -> ReadAnswers:
    read = ReadAnswers()
    for variable, value in answers.items():
        question = questions.get(variable)
        if question is None:
            read.refused[variable] = Message(_("The questionnaire has no such question. Remove it."))
            continue
        try:
            answer = question.behaviour.clean(question, value)
        except AnswerError as error:
            read.refused[variable] = error
            continue
        if answer is not None:
            read.values[variable] = answer
    _drop_unopened(questions, read.values)
    return read


def answers_sent(answers: object, place: str, errors: ErrorList) -> Mapping[str, Any]:
    """None of them where they are not sent as they should be."""
    if isinstance(answers, dict):
        return answers
    errors.add(place, Message(_('Send the answers as an object: {"variable": answer}.')))
    return {}


def report_refused(read: ReadAnswers, hidden: Container[str], place: str, errors: ErrorList) -> None:
    """Nothing is refused for what nobody sees any more."""
    for variable, reason in read.refused.items():
        if variable not in hidden:
            errors.add(f"{place}.{shown(variable)}", reason)


def report_open(
    questions: Mapping[str, Question], read: ReadAnswers, walk: Walk | None, place: str, checking: Checking
) -> None:
    """What a complete response lacks, and what its constraints do not accept."""
    words = partial(checking.words, questions, read.values)
    for variable, question in questions.items():
        # Most of what may be told about a mark is left open, and then nothing lacks.
        if not walk and not question.required and variable not in read.values:
            continue
        if question.on_map or variable in read.refused or (walk and variable in walk.hidden):
            continue
        problem = _withdrawn(question, walk, checking.language) or problem_with(
            question, read.values.get(variable), walk, words
        )
        if problem is not None:
            checking.errors.add(f"{place}.{variable}", problem)


def _withdrawn(question: Question, walk: Walk | None, language: str) -> Message | None:
    """What was chosen, and does not fit the answers before it."""
    if walk is None or question.variable not in walk.narrowed:
        return None
    offered = walk.offered[question.variable]
    gone = withdrawn(question, walk.given[question.variable], offered)
    spoken = spoken_language(question, language)
    labels = ", ".join(question.choice_label(code, spoken) for code in gone)
    return Message(_("“%(choice)s” does not fit your other answers. Choose something else."), {"choice": labels})


def problem_with(question: Question, answer: Any, walk: Walk | None, words: Callable[[], OwnWords]) -> Message | None:
    """`answer`: clean; of a map question, the number of marks. `words`: asked for only where something is wrong."""
    required = question.variable in walk.required if walk else question.required
    lacking = question.behaviour.lacking(question, answer, required=required)
    if lacking is not None:
        unanswered = answer is None or (question.on_map and not answer)
        return words().required(question, lacking) if unanswered else lacking
    return words().failing(question) if walk and question.variable in walk.failing else None


def settle(questions: Mapping[str, Question], read: ReadAnswers, walk: Walk | None) -> dict[str, Any]:
    """Leaves only the answers that are kept, with what was worked out."""
    if walk is not None:
        read.values = walk.answers
        for variable, value in walk.calculated.items():
            read.values[variable] = _result(questions[variable], value)
        read.values = {variable: answer for variable, answer in read.values.items() if answer is not None}
    return read.values


def _result(question: Question, value: Any) -> Any:
    return question.behaviour.clean_again(question, value) if question.behaviour.worked_out else None


def _drop_unopened(questions: Mapping[str, Question], cleaned: dict[str, Any]) -> None:
    """Leave out the texts whose choice is not made: nobody sees them any more."""
    for question in questions.values():
        text = question.other_text
        if text is not None and not question.opens_text(cleaned.get(question.variable)):
            cleaned.pop(text.variable, None)
