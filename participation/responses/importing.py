"""Registrations from elsewhere: each row of a file becomes a response of its own, unless the file tells which rows are one
respondent's; and one known from before stays out.

Reading and checking take their time, so `read` and `prepare` come before the transactions that `store` needs: one for
a thousand rows, so that nobody who hands in waits. A run that was cut off goes on where it stopped when it is run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities import publishing
from participation.activities.models import Activity
from participation.activities.queries import newest_version
from participation.errors import Refused
from participation.projects.files.georow import Row
from participation.projects.files.report import Report
from participation.responses import known_again
from participation.responses.imported_questionnaire import Homes, empty_document, find_homes
from participation.responses.imported_rows import leave_out
from participation.responses.known_again import Name
from participation.responses.registration_checks import Checks, Whole, wanted
from participation.responses.registration_rows import registrations_in
from participation.responses.registrations import Fields, Registration

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


def _new(
    session: Session, activity: Activity, registrations: Sequence[Registration], report: Report
) -> list[tuple[Name, Registration]]:
    """Those not stored before, each once, with what they are known by."""
    names = known_again.names_of(activity.id, registrations)
    seen = known_again.stored(session, names)
    apart = {name: one for name, one in zip(names, registrations, strict=True) if name in seen}
    moved = {one.number for one in known_again.elsewhere(session, apart)}
    changed = {one.number for one in known_again.otherwise(session, apart)}
    new = []
    for name, one in zip(names, registrations, strict=True):
        if name in seen:
            leave_out(one, report, moved=one.number in moved, changed=one.number in changed)
        else:
            new.append((name, one))
        seen.add(name)
    return new
