"""The texts of a questionnaire, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from surveys.checks.finding import Where
from surveys.missing_texts import texts_at
from surveys.questionnaire import Questionnaire
from surveys.texts import Texts

HELD = ("questions", "followups", "categories")


def placed_texts(questionnaire: Questionnaire) -> Iterator[tuple[Where, Texts]]:
    """Title and introduction, then page by page what is read there, in order."""
    document, languages = questionnaire.document, frozenset(questionnaire.languages)
    for member in ("title", "intro"):
        found = texts_at(document.get(member, []), languages, member)
        yield from ((Where(member=at), texts) for at, texts in found)
    for page in document["pages"]:
        yield from _within(page, Where(page["name"]), languages)


def _within(part: Mapping[str, Any], where: Where, languages: frozenset[str]) -> Iterator[tuple[Where, Texts]]:
    """`where.member`: of the part itself, a category, in its question."""
    own = {member: value for member, value in part.items() if member not in HELD}
    yield from ((replace(where, member=at), texts) for at, texts in texts_at(own, languages, where.member))
    for held in HELD:
        for index, each in enumerate(part.get(held) or ()):
            member = "" if "uid" in each else f"{held}[{index}]"
            yield from _within(each, Where(where.page, each.get("uid", where.question), member=member), languages)
