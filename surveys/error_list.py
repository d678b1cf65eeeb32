"""Errors of one response, translated as they come, and not without end."""

from surveys.errors import AnswerError
from surveys.messages import Message, Translate, _

MOST_ERRORS = 200


class ErrorList:
    def __init__(self, translate: Translate) -> None:
        self.translate = translate
        self.errors: list[dict[str, str]] = []
        self.left_out = 0

    def add(self, place: str, error: AnswerError | Message) -> None:
        if len(self.errors) < MOST_ERRORS:
            self.errors.append({"field": place, "message": error.render(self.translate)})
        else:
            self.left_out += 1

    @property
    def count(self) -> int:
        return len(self.errors) + self.left_out

    def finished(self) -> list[dict[str, str]]:
        if self.left_out:
            more = Message(_("There are %(count)s more problems. Mend these first."), {"count": self.left_out})
            self.errors.append({"field": "", "message": more.render(self.translate)})
        return self.errors
