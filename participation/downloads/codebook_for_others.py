"""The codebook of what others get: of the categories that a file of registrations brought, those that enough have marked.

They are called whatever stood in the field that was chosen for them, which may be what somebody wrote.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from participation.downloads import queries
from participation.downloads.codebook import Codebook
from participation.downloads.mark_kinds import Kind
from participation.downloads.selected import of_marks
from participation.downloads.selection import Selection
from participation.responses.imported_questionnaire import is_made
from participation.responses.models import Mark
from surveys.questionnaire import Questionnaire


def codebook_for_others(session: Session, activity_id: int, fewest: int) -> Codebook:
    """Without the names of those that fewer than `fewest` different respondents have marked."""
    whole = queries.codebook(session, activity_id)
    of_files = {kind for kind in whole.categories if is_made(kind[0])}
    if not of_files:
        return whole
    marked = of_marks(select(Mark.question, Mark.category).select_from(Mark), Selection(activity_id))
    enough = func.count(distinct(Mark.response_id)) >= fewest
    told = session.execute(marked.group_by(Mark.question, Mark.category).having(enough))
    rare = of_files - {(question, category) for question, category in told}
    return Codebook({number: _without(version, rare) for number, version in whole.versions.items()}) if rare else whole


def _without(version: Questionnaire, rare: Container[Kind]) -> Questionnaire:
    pages = [
        {**page, "questions": [_told(one, rare) for one in page["questions"]]} for page in version.document["pages"]
    ]
    return Questionnaire.checked_before({**version.document, "pages": pages})


def _told(question: dict[str, Any], rare: Container[Kind]) -> dict[str, Any]:
    if "categories" not in question:
        return question
    kept = [one for one in question["categories"] if (question["variable"], one["code"]) not in rare]
    return {**question, "categories": kept}
