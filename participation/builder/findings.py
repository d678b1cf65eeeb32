"""What is worth a look in what is built, as the builder's page reads it: at which field, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from participation.activities.checks import HEADINGS, findings_of, in_words
from participation.activities.models import Activity
from surveys.checks import Finding, Weight, Where, missing_translations
from surveys.editing.looked_through import sound_part
from surveys.errors import Problem


def found(activity: Activity, document: dict[str, Any], problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Of as much of the document as has no `problems`: the heaviest first.

    `page` is a page's name, `question` a question's uid, `member` the path of a field in it; "" where it is told of none.
    """
    questionnaire = sound_part(document, problems)
    if questionnaire is None:
        return []
    findings = findings_of(activity, questionnaire, whole=not problems)
    return [_told(one) for one in _once_a_text(findings)]


def _told(finding: Finding) -> dict[str, Any]:
    where = finding.where
    return {
        "heading": str(HEADINGS[finding.check]),
        "stops": finding.weight == Weight.STOPS,
        "message": in_words(finding),
        "page": where.page,
        "question": where.question,
        "member": where.member,
        "language": where.language,
    }


def _once_a_text(findings: Iterable[Finding]) -> Iterator[Finding]:
    """A text that is missing in several languages is told of once, with the place of the first; these come last, being many."""
    lacking: dict[tuple[Weight, Where], list[Finding]] = {}
    others: list[Finding] = []
    for one in findings:
        if one.check == missing_translations.NAME:
            lacking.setdefault((one.weight, replace(one.where, language="")), []).append(one)
        else:
            others.append(one)
    yield from sorted([*others, *map(_merged, lacking.values())], key=lambda one: one.weight)


def _merged(same: Sequence[Finding]) -> Finding:
    first = same[0]
    languages = tuple(one.where.language for one in same)
    return replace(first, message=replace(first.message, params={**first.message.params, "language": languages}))
