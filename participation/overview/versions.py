"""The versions of a questionnaire as a planner sees them: what each changed, and what the draft would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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
from surveys.document_structure import check_document
from surveys.editing.places_named import in_words
from surveys.questionnaire import Questionnaire

MOST_PROBLEMS = 50

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
    """The draft as it is `proposed`. `problems`: what it lacks to be whole, nothing is proposed then; `in_the_way`: what keeps
    it from being published; `told`: the rest of what it changes.

    `unused`: what it takes away that nobody had chosen when it was looked at; `edited`: whether somebody builds on it now.
    """

    based_on: int | None
    edition: str
    edited: bool
    changed_at: datetime
    changed_by: str
    notices: list[str]
    proposed: Questionnaire | None = None
    problems: list[str] = field(default_factory=list)
    unused: frozenset[Lost] = frozenset()
    weight: LazyString | None = None
    in_the_way: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


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
    return Version(number, published_at, WEIGHTS[weight_of(found)], told(found))


def next_version(session: Session, activity: Activity) -> Next | None:
    """The draft beside what is published; None where there is no draft."""
    draft = drafts.draft_of(session, activity)
    if draft is None:
        return None
    document = orjson.loads(draft.document)
    shown = Next(
        based_on=queries.newest_number(session, activity),
        edition=draft.edition,
        edited=drafts.is_edited(draft),
        changed_at=draft.changed_at,
        changed_by=draft.changed_by,
        notices=orjson.loads(draft.notices),
        problems=[in_words(document, one).render(_) for one in check_document(document)][:MOST_PROBLEMS],
    )
    return shown if shown.problems else _compared(session, activity, shown, document)


def _compared(session: Session, activity: Activity, shown: Next, document: dict[str, object]) -> Next:
    proposed = Questionnaire.checked_before(document)
    found = publishing.proposed_changes(session, activity, proposed)
    lost = losses(found)
    used = used_codes(session, activity)(lost)
    stop = refusals(found, used)
    return replace(
        shown,
        proposed=proposed,
        unused=frozenset(lost).difference(used),
        weight=WEIGHTS[weight_of(found)],
        in_the_way=told(stop),
        told=told([change for change in found if change not in stop]),
    )


def told(found: Sequence[Change]) -> list[str]:
    """Each change in the reader's language."""
    return [change.message.render(_) for change in found]
