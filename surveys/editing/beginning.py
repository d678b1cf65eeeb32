"""What a new questionnaire is before anybody has built on it."""

from __future__ import annotations

from typing import Any

FIRST_PAGE = {"nb": "Side 1", "nn": "Side 1", "en": "Page 1"}


def empty(title: str, language: str) -> dict[str, Any]:
    """One page without questions, in one language."""
    name = FIRST_PAGE.get(language, FIRST_PAGE["nb"])
    page = {"name": "page_1", "title": {language: name}, "questions": []}
    return {"format": 1, "languages": [language], "title": {language: title}, "intro": [], "pages": [page]}
