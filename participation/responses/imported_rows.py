"""Writing registrations from elsewhere: responses of a channel of their own, and their marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.projects.files.report import Report
from participation.responses import known_again
from participation.responses.lookup import MARK, RESPONSE
from participation.responses.models import RECEIVED
from participation.responses.registration_checks import Whole
from participation.responses.registrations import Registration

CHANNEL = "import"


def store(session: Session, activity: Activity, version: int, part: Sequence[Whole], report: Report) -> None:
    """Write a part of the plan; what another run has written meanwhile stays out."""
    before = known_again.stored(session, [whole.name for whole in part])
    for whole in part:
        if whole.name in before:
            report.accepted -= 1
            leave_out(whole.one, report)
    fresh = [whole for whole in part if whole.name not in before]
    if not fresh:
        return
    there = _responses(session, fresh)
    moment = now()
    common = {
        "activity_id": activity.id,
        "questionnaire_version": version,
        "language": "nb",
        "channel": CHANNEL,
        "revision": 1,
        "complete": True,
        "answers": "{}",
        "body_sha256": "",
        "status": RECEIVED,
        "started_at": moment,
        "received_at": moment,
        "completed_at": moment,
    }
    people = _people(fresh)
    rows = [{**common, "uuid": uuid, "people": count} for uuid, count in people.items() if uuid not in there]
    if rows:
        session.connection().execute(insert(RESPONSE), rows)
    # Asked for by UUID: SQLite gives ids back in no known order, so inserting with RETURNING goes row by row.
    made = _responses(session, fresh)
    session.connection().execute(insert(MARK), [row for whole in fresh for row in _mark_rows(whole, made)])


def _responses(session: Session, fresh: Sequence[Whole]) -> dict[str, tuple[int, int]]:
    """Id and number of people of those that are stored, by UUID."""
    uuids = {whole.name.uuid for whole in fresh}
    stored = select(RESPONSE.c.uuid, RESPONSE.c.id, RESPONSE.c.people).where(RESPONSE.c.uuid.in_(uuids))
    return {uuid: (identity, people) for uuid, identity, people in session.connection().execute(stored)}


def _people(fresh: Sequence[Whole]) -> dict[str, int]:
    """How many stand behind each response: as many as behind any of its rows."""
    people: dict[str, int] = {}
    for whole in fresh:
        people[whole.name.uuid] = max(whole.one.people, people.get(whole.name.uuid, 1))
    return people


def _mark_rows(whole: Whole, responses: Mapping[str, tuple[int, int]]) -> Iterator[dict[str, Any]]:
    identity, people = responses[whole.name.uuid]
    own = whole.one.people if whole.one.people != people else None
    told = {"fingerprint": whole.name.fingerprint} if whole.name.fingerprint else {}
    for mark in whole.marks:
        yield {**mark, **told, "response_id": identity, "hidden_by": "", "people": own}


def leave_out(one: Registration, report: Report, *, moved: bool = False, changed: bool = False) -> None:
    """Tell of a row that is known from before. `moved`, `changed`: what is there with its id is at another place, or says
    something else."""
    report.known += 1
    if moved:
        message = _(
            "A row with this id is there already, at another place, and stays as it was. If this is something else, give it an "
            "id of its own, or choose None as the field that names each row."
        )
        report.reject(one.number, message)
        return
    if changed:
        message = _(
            "A row with this id is there already, with another comment or number of people, and stays as it was. To have this "
            "one instead, hide that one and give this one an id of its own."
        )
        report.reject(one.number, message)
        return
    # The same words whatever its id, so that a file that comes again is told of in one line.
    report.reject(one.number, _("The row is there already. It counts once."))
