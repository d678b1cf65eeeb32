"""What is wrong with a questionnaire or an answer: what, where, how to mend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from surveys.messages import Message, Translate, untranslated


class AnswerError(Exception):
    """One answer that cannot be taken as it is."""

    def __init__(self, template: str, **params: Any) -> None:
        super().__init__(template)
        self.message = Message(template, params)

    def render(self, translate: Translate = untranslated) -> str:
        return self.message.render(translate)


@dataclass(frozen=True, slots=True)
class Problem:
    """`place` is a path in the document, such as `pages[0].questions[2].choices[1].code`."""

    place: str
    message: Message

    def render(self, translate: Translate = untranslated) -> str:
        text = self.message.render(translate)
        return f"{self.place}: {text}" if self.place else text


class QuestionnaireError(Exception):
    """Every problem of a document at once, in `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(problem.render() for problem in self.problems))
