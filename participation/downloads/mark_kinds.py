"""What a mark is: its map question, its category and what is felt about it, the same way in every table."""

from __future__ import annotations

from collections.abc import Sequence

from participation.downloads import wording
from participation.downloads.codebook import Codebook

Kind = tuple[str, str]  # a map question and a category


class MarkKinds:
    """Labels in one language, which is the one in use."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        self.codebook = codebook
        self.language = language
        self.sentiments = wording.sentiments()

    def cells(self, kind: Kind) -> Sequence[str | None]:
        """Code and label of the question, of the category, and of the sentiment."""
        asked, code = kind
        question = self.codebook.map_questions.get(asked)
        category = self.codebook.categories.get(kind)
        sentiment = category.sentiment if category else None
        return (
            asked,
            question.label_in(self.language) if question else None,
            code or None,
            category.label_in(self.language) if category else None,
            sentiment,
            self.sentiments.get(sentiment or ""),
        )
