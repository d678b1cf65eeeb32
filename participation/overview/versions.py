"""The versions of a questionnaire as a planner sees them: what each changed, and what the draft would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import drafts, publishing, queries
from participation.activities.models import Activity, QuestionnaireVersion
from participation.responses.used_codes import used_codes
from surveys.changes.change import Change, Lost, Weight, losses, refusals, weight_of
from surveys.changes.comparing import changes
from surveys.questionnaire import Questionnaire

WEIGHTS: dict[Weight, LazyString] = {
    Weight.WORDING: _l("Other words, the same questions"),
    Weight.ADDITION: _l("More is asked or accepted"),
    Weight.REMOVAL: _l("Something is no longer asked"),
    Weight.BREACH: _l("Answers would lose their meaning"),
}


@dataclass(frozen=True)
class Version:
    """`told`: what it changed of the one before, in words; nothing for the first."""

    number: int
    published_at: datetime
    weight: LazyString | None
    told: list[str]


@dataclass(frozen=True)
class Next:
    """The draft as it is `proposed`. `in_the_way`: what keeps it from being published; `told`: the rest of what it changes.

    `unused`: what it takes away that nobody had chosen when it was looked at.
    """

    proposed: Questionnaire
    based_on: int | None
    changed_at: datetime
    changed_by: str
    notices: list[str]
    unused: frozenset[Lost]
    weight: LazyString
    in_the_way: list[str]
    told: list[str]


def versions(session: Session, activity: Activity) -> list[Version]:
    """All that were published, the newest first."""
    wanted = select(QuestionnaireVersion.number, QuestionnaireVersion.published_at)
    its = wanted.where(QuestionnaireVersion.activity_id == activity.id).order_by(QuestionnaireVersion.number.desc())
    dates = dict(session.execute(its).all())
    every = list(queries.every_version(session, activity).items())
    return [
        _version(number, dates[number], one, [v for _n, v in every[at + 1 :]]) for at, (number, one) in enumerate(every)
    ]


def _version(number: int, published_at: datetime, one: Questionnaire, before: list[Questionnaire]) -> Version:
    if not before:
        return Version(number, published_at, None, [])
    found = changes(before, one)
    return Version(number, published_at, WEIGHTS[weight_of(found)], in_words(found))


def next_version(session: Session, activity: Activity) -> Next | None:
    """The draft beside what is published; None where there is no draft."""
    draft = drafts.draft_of(session, activity)
    if draft is None:
        return None
    proposed = Questionnaire.checked_before(orjson.loads(draft.document))
    found = publishing.proposed_changes(session, activity, proposed)
    lost = losses(found)
    used = used_codes(session, activity)(lost)
    stop = refusals(found, used)
    return Next(
        proposed=proposed,
        based_on=queries.newest_number(session, activity),
        changed_at=draft.changed_at,
        changed_by=draft.changed_by,
        notices=orjson.loads(draft.notices),
        unused=frozenset(lost).difference(used),
        weight=WEIGHTS[weight_of(found)],
        in_the_way=in_words(stop),
        told=in_words([change for change in found if change not in stop]),
    )


def in_words(found: Sequence[Change]) -> list[str]:
    """Each change in the reader's language."""
    return [change.message.render(_) for change in found]
