"""What a question is called in words about it."""

from surveys.messages import shown
from surveys.question import Question


def called(question: Question) -> str:
    """Its text in the first language that has one, else its variable."""
    return shown(next((text for text in question.label.values() if text), "") or question.variable)
