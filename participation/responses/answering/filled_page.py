"""One page of a survey filled in without JavaScript: what is kept of it, and what is to be mended."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any

import flask
from werkzeug.datastructures import FileStorage, MultiDict

from participation.responses.answering.asked import earlier, fields
from participation.responses.answering.judging import judge, moment, tell, variables
from participation.responses.answering.mark_cards import NOTHING, MarkCard, mark_index, take_followups
from participation.responses.answering.reader import Reader
from participation.responses.answering.sent_photos import take_photos
from participation.responses.answering.survey import Survey
from participation.responses.answering.work import Work
from surveys.answer_form import AnswerForm
from surveys.answer_texts import AnswerTexts
from surveys.beginnings import beginnings, fits
from surveys.flow import Flow, flow
from surveys.piping import filled
from surveys.question import Question
from surveys.question_texts import spoken_language, with_answers
from surveys.questionnaire import Page
from surveys.texts import Texts


@dataclass
class FilledPage:
    """`errors`: variable, or `marks[2].answers.comment`, → sentence; only of what stands on this page.

    `refused`: what was typed about a mark and cannot be kept, by the same places.
    """

    survey: Survey
    reader: Reader
    work: Work
    page: Page
    form: AnswerForm
    errors: dict[str, str] = field(default_factory=dict)
    refused: dict[str, Any] = field(default_factory=dict)

    @property
    def flow(self) -> Flow:
        """What is shown for the answers so far."""
        return flow(self.survey.questionnaire, self.work.answers, self.work.counts(), moment())

    @property
    def questions(self) -> list[Question]:
        """Those of the page that are seen for the answers so far."""
        shown = set(self.flow.walk.shown)
        return [one for one in self.page.questions if one.variable in shown and one.behaviour.on_screen]

    @property
    def is_gone_on_from(self) -> bool:
        """Whether a later page has been reached."""
        pages = [page.name for page in self.survey.questionnaire.pages]
        reached = self.work.page
        return reached in pages and pages.index(self.page.name) < pages.index(reached)

    def beginnings(self) -> dict[str, Any]:
        """What its fields begin with where nothing is answered; nothing of a page that was gone on from."""
        return {} if self.is_gone_on_from else beginnings(self.page.questions, self.flow.walk)

    def begin(self, variables: Container[str]) -> None:
        """Put into these fields what they begin with."""
        for variable, answer in self.beginnings().items():
            if variable in variables:
                self.form[variable].process(None, answer)

    @property
    def texts(self) -> AnswerTexts:
        """What was answered, in words."""
        return earlier(self.survey.questionnaire, self.work.answers, self.reader.language)

    @property
    def title(self) -> Texts:
        """The page's title with earlier answers in it."""
        return {language: filled(text, self.texts) for language, text in self.page.title.items()}

    def asked(self, question: Question) -> Question:
        """The question with earlier answers in its words."""
        return with_answers(question, self.texts)

    def requires(self, question: Question) -> bool:
        """Whether it must be answered, for the answers so far."""
        return question.variable in self.flow.walk.required

    def spoken(self, question: Question) -> str:
        """The language that the question is asked in."""
        return spoken_language(question, self.reader.language)

    def cards(self, question: Question) -> list[MarkCard]:
        """The marks of a map question, each with the questions about it."""
        return [
            MarkCard(index, mark, question, self)
            for index, mark in enumerate(self.work.marks)
            if mark["properties"]["question"] == question.variable
        ]

    def seen(self) -> set[str]:
        """A name for everything that is asked here now, of the page and about its marks."""
        about = {
            f"marks[{card.index}].answers.{one.variable}"
            for question in self.questions
            for card in self.cards(question)
            for one in card.followups
        }
        return about | {one.variable for one in self.questions}

    def photo(self, name: str) -> str:
        """The address of a photo of this answer."""
        return flask.url_for("responses.photos.see", uuid=self.work.uuid, name=name)

    def mark_at(self, place: str) -> dict[str, Any] | None:
        """The mark that an error is about."""
        return self.work.marks[mark_index(place)] if place.startswith("marks[") else None

    def asked_at(self, place: str) -> tuple[str, str]:
        """The question that an error is about, and the language it is asked in."""
        question = self._question_at(place)
        spoken = self.spoken(question)
        return self.asked(question).label_in(spoken), spoken

    def _question_at(self, place: str) -> Question:
        asked, mark = self.survey.questionnaire.question_by_variable, self.mark_at(place)
        if mark is not None:
            told = mark["properties"]
            asked = asked[told["question"]].followups_by_category[told["category"]]
        return asked[place.rpartition(".")[2]]

    def anchor(self, place: str) -> str:
        """The id of what an error is about."""
        if place.startswith("marks["):
            return f"mark-{mark_index(place)}"
        return f"answer-{place}" if place not in self.form else str(self.form[place].id)


def filled_page(survey: Survey, reader: Reader, work: Work, page: Page) -> FilledPage:
    """`page` with what is stored."""
    texts = earlier(survey.questionnaire, work.answers, reader.language)
    return FilledPage(survey, reader, work, page, fields(page.questions, reader.language, texts, data=work.answers))


def begun_page(survey: Survey, reader: Reader, work: Work, page: Page) -> FilledPage:
    """`page` with what is stored, and what else its fields begin with."""
    begun = filled_page(survey, reader, work, page)
    begun.begin(begun.form)
    return begun


def take(
    stored: FilledPage, typed: MultiDict[str, str], finished: bool, files: MultiDict[str, FileStorage] | None = None
) -> FilledPage:
    """The page with what was typed on it and the photos chosen, the good part of which is in its work now."""
    not_taken = take_photos(stored, typed, files) if files else {}
    work, asked = stored.work, stored.questions
    form = fields(stored.page.questions, stored.reader.language, stored.texts, typed)
    here = variables(asked)
    given = {name: value for name, value in form.data.items() if name in here and value not in NOTHING}
    if not finished:
        given = _without_beginnings(stored, given)
    work.answers = {name: value for name, value in work.answers.items() if name not in here} | given
    take_followups(work.marks, asked, typed, stored.reader.language, stored.texts)
    taken = FilledPage(stored.survey, stored.reader, work, stored.page, form)
    judge(taken, finished)
    taken.begin({one.variable for one in taken.questions} - here)
    tell(taken, not_taken)
    return taken


def _without_beginnings(stored: FilledPage, given: Mapping[str, Any]) -> dict[str, Any]:
    """Without what still stands as the fields began, on a page that is not gone on from."""
    begun = stored.beginnings()
    asked = {one.variable: one for one in stored.questions if one.variable in begun}
    untouched = {
        name
        for name, one in asked.items()
        if name in given and not fits(one, given[name]) and one.clean(given[name]) == begun[name]
    }
    return {name: value for name, value in given.items() if name not in untouched}
