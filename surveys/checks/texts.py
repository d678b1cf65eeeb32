"""The texts of a questionnaire, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from surveys.checks.finding import Where
from surveys.missing_texts import texts_of
from surveys.questionnaire import Questionnaire
from surveys.texts import Texts

HELD = ("questions", "followups", "categories")


def placed_texts(questionnaire: Questionnaire) -> Iterator[tuple[Where, Texts]]:
    """Title and introduction, then page by page what is read there, in order."""
    document, languages = questionnaire.document, frozenset(questionnaire.languages)
    for part in (document["title"], document.get("intro", [])):
        yield from ((Where(), texts) for texts in texts_of(part, languages))
    for page in document["pages"]:
        yield from _within(page, Where(page["name"]), languages)


def _within(part: Mapping[str, Any], where: Where, languages: frozenset[str]) -> Iterator[tuple[Where, Texts]]:
    own = {member: value for member, value in part.items() if member not in HELD}
    yield from ((where, texts) for texts in texts_of(own, languages))
    for held in HELD:
        for each in part.get(held) or ():
            yield from _within(each, Where(where.page, each.get("uid", where.question)), languages)
