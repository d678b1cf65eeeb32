"""Registrations from elsewhere: each row of a file becomes a response of its own, unless the file tells which rows are one
respondent's; and one known from before stays out.

Reading and checking take their time, so `read` and `prepare` come before the transactions that `store` needs: one for
a thousand rows, so that nobody who hands in waits. A run that was cut off goes on where it stopped when it is run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from participation.activities import publishing
from participation.activities.models import Activity
from participation.activities.queries import newest_version
from participation.clock import now
from participation.errors import Refused
from participation.projects.files.georow import Row
from participation.projects.files.report import Report
from participation.responses import known_again
from participation.responses.imported_questionnaire import Homes, empty_document, find_homes
from participation.responses.known_again import Name
from participation.responses.lookup import MARK, RESPONSE
from participation.responses.models import RECEIVED
from participation.responses.registration_checks import Checks, Whole, wanted
from participation.responses.registrations import Fields, Registration, registrations_in

CHANNEL = "import"
AT_A_TIME = 1000


@dataclass
class Plan:
    """What `store` writes, the questionnaire it follows and the version that grew out of, and how reading went."""

    homes: Homes
    based_on: int
    report: Report
    whole: list[Whole] = field(default_factory=list)

    def parts(self) -> Iterator[list[Whole]]:
        """What is written in one transaction."""
        for start in range(0, len(self.whole), AT_A_TIME):
            yield self.whole[start : start + AT_A_TIME]


def read(rows: Iterable[Row], fields: Fields) -> tuple[list[Registration], Report]:
    """Those of the rows that can be taken in, and how reading went. Refused when they lack a field."""
    report = Report()
    return list(registrations_in(rows, fields, report)), report


def prepare(session: Session, activity: Activity, registrations: Sequence[Registration], report: Report) -> Plan:
    """Find what is new and a category for it, and check its places. Refused when there are too many categories."""
    new = _new(session, activity, registrations, report)
    version = newest_version(session, activity)
    document = orjson.loads(version.document) if version else empty_document(activity.title)
    categories = dict.fromkeys(wanted(part, one) for _name, one in new for part in one.parts)
    commented = {wanted(part, one) for _name, one in new if one.comment for part in one.parts}
    plan = Plan(find_homes(document, categories, commented), version.number if version else 0, report)
    if new:
        checks = Checks(session, activity, plan.homes)
        for start in range(0, len(new), AT_A_TIME):
            plan.whole += checks.whole(new[start : start + AT_A_TIME], report)
    report.problems.sort(key=lambda problem: problem["row"])
    return plan


def publish(session: Session, activity: Activity, plan: Plan) -> int:
    """Publish the questionnaire if it grew; the version that the responses follow."""
    version = newest_version(session, activity)
    if (version.number if version else 0) != plan.based_on:
        raise Refused(_("Somebody has changed the questionnaire meanwhile. Nothing was taken in. Try again."))
    if version is None or plan.homes.changed:
        version = publishing.publish(session, activity, plan.homes.document)
    return version.number


def store(session: Session, activity: Activity, version: int, part: Sequence[Whole], report: Report) -> None:
    """Write a part of the plan; what another run has written meanwhile stays out."""
    before = known_again.stored(session, [whole.name for whole in part])
    for whole in part:
        if whole.name in before:
            report.accepted -= 1
            _leave_out(whole.one, report)
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


def _new(
    session: Session, activity: Activity, registrations: Sequence[Registration], report: Report
) -> list[tuple[Name, Registration]]:
    """Those not stored before, each once, with what they are known by."""
    names = known_again.names_of(activity.id, registrations)
    seen = known_again.stored(session, names)
    new = []
    for name, one in zip(names, registrations, strict=True):
        if name in seen:
            _leave_out(one, report)
        else:
            new.append((name, one))
        seen.add(name)
    return new


def _leave_out(one: Registration, report: Report) -> None:
    report.known += 1
    if one.source_id is None:
        report.reject(one.number, _("The row is there already. It counts once."))
    else:
        report.reject(one.number, _("The row with id %(id)s is there already. It counts once.", id=one.source_id[:80]))
