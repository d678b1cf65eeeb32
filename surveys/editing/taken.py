"""Names and codes that a questionnaire has had in any published version, which nothing new may have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from surveys.changes.asked import ever_asked
from surveys.question import Question
from surveys.questionnaire import Questionnaire


def taken(versions: Iterable[Questionnaire]) -> dict[str, Any]:
    """`uids`, `variables`, names of `pages`, and `codes` by the variable of their question."""
    every = list(versions)
    uids, variables, codes = set(), set(), dict[str, set[str]]()
    for place, questions in ever_asked(every).items():
        for question in questions:
            uids.add(question.uid)
            variables.update({place.variable, *(part.variable for part in question.parts)})
            codes.setdefault(place.variable, set()).update(_codes(question))
    return {
        "uids": sorted(uids),
        "variables": sorted(variables),
        "pages": sorted({page.name for version in every for page in version.pages}),
        "codes": {variable: sorted(known) for variable, known in codes.items() if known},
    }


def _codes(question: Question) -> set[str]:
    own = {one.code for one in question.choices} if "choices" in question.settings else set()
    return own | {one.code for one in question.rows} | {one.code for one in question.categories}
