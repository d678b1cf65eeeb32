"""All pages of a survey at once: scripts show one at a time, and paper shows all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from participation.responses.answering.asked import fields
from participation.responses.answering.reader import Reader
from participation.responses.answering.survey import Survey
from surveys.answer_form import AnswerForm
from surveys.flow import followups_of
from surveys.piping import filled
from surveys.question import Question
from surveys.question_texts import spoken_language, with_answers
from surveys.questionnaire import Page
from surveys.texts import Texts

# Characters that no text has, around the variable of an earlier answer: scripts put the answer there.
BEFORE, AFTER = "\ue000", "\ue001"


@dataclass(frozen=True)
class MarkForm:
    """`category`: "" where the question has none."""

    category: str
    questions: list[Question]
    form: AnswerForm


@dataclass
class WholeForm:
    """The questionnaire with nothing answered; what `spoken_question` asks of a page, it answers for all of them."""

    survey: Survey
    reader: Reader
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.survey.questionnaire.pages

    def questions(self, page: Page) -> list[Question]:
        """Those of the page that can be seen."""
        return [one for one in page.questions if one.behaviour.on_screen]

    def form(self, page: Page) -> AnswerForm:
        """The page's questions as empty fields."""
        return fields(self.questions(page), self.reader.language, to_be_filled)

    def mark_forms(self, question: Question) -> list[MarkForm]:
        """What is asked about the marks of a map question, a form for each category."""
        return [
            MarkForm(
                code or "",
                asked,
                fields(asked, self.reader.language, to_be_filled, prefix=f"mark-{number}-{question.variable}-"),
            )
            for number, code in enumerate(question.followups_by_category)
            if (asked := [one for one in followups_of(question, code) if one.behaviour.on_screen])
        ]

    def title(self, page: Page) -> Texts:
        """The page's title, earlier answers marked."""
        return {language: filled(text, to_be_filled) for language, text in page.title.items()}

    def asked(self, question: Question) -> Question:
        """The question, earlier answers in its words marked."""
        return with_answers(question, to_be_filled)

    def photo(self, _name: str) -> str:
        """None has been given yet."""
        return ""

    def requires(self, question: Question) -> bool:
        """Whether it must be answered, whatever is answered before."""
        return question.required

    def spoken(self, question: Question) -> str:
        """The language that the question is asked in."""
        return spoken_language(question, self.reader.language)


def to_be_filled(variable: str) -> str:
    """Where the answer to `variable` belongs in a text."""
    return f"{BEFORE}{variable}{AFTER}"
