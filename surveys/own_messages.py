"""What is told where an answer is missing or not accepted: the questionnaire's own words, else ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from surveys.answer_texts import AnswerTexts
from surveys.messages import Message, _
from surveys.piping import filled
from surveys.question import Question
from surveys.texts import Texts, text_in


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
        text = filled(text_in(texts, self.language), AnswerTexts(self.questions, self.answers, self.language))
        return Message(text) if text else None
