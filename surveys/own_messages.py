"""What is told where an answer is missing or not accepted: the questionnaire's own words in the reader's language, else ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from surveys.answer_texts import AnswerTexts
from surveys.messages import Message, OwnMessage, _
from surveys.piping import filled
from surveys.question import Question
from surveys.texts import Texts


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`questions` and `answers`: those that a message may be filled in with."""

    language: str
    questions: Mapping[str, Question]
    answers: Mapping[str, Any]

    def required(self, question: Question, otherwise: Message) -> Message:
        return self._own(question.messages.required) or otherwise

    def failing(self, question: Question) -> Message:
        ours = Message(
            _("This does not go together with the other answers, or is not possible here. Look at it again.")
        )
        return self._own(question.messages.constraint) or ours

    def _own(self, texts: Texts | None) -> Message | None:
        text = (texts or {}).get(self.language)
        if not text:
            return None
        return OwnMessage(filled(text, AnswerTexts(self.questions, self.answers, self.language)))
