"""Registrations from elsewhere, taken in as the marks of one response: nobody knows how many people made them.

Reading and checking take their time, so `prepare` comes before the transaction that `store` needs.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson
import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.activities.queries import newest_version
from participation.clock import now
from participation.errors import Refused
from participation.projects.queries import schools
from participation.projects.report import Report
from participation.responses import geography, home
from participation.responses.imported_questionnaire import Homes, Wanted, empty_document, find_homes
from participation.responses.models import RECEIVED, Mark, Response
from participation.responses.registrations import TYPES, Fields, Registration, Rejected, registrations_in
from participation.responses.rows import mark_row
from participation.safeguards.local_metres import distance_m
from surveys.error_list import ErrorList
from surveys.marks import clean_mark
from surveys.questionnaire import Questionnaire

CHANNEL = "import"


@dataclass
class Plan:
    """What `store` writes: marks as rows, the questionnaire they follow, and how reading went."""

    fingerprint: str
    homes: Homes
    marks: list[dict[str, Any]] = field(default_factory=list)
    report: Report = field(default_factory=Report)


def prepare(session: Session, activity: Activity, path: Path, fields: Fields) -> Plan:
    """Read and check a file. Refused when it cannot be read, lacks a field, or was taken in before."""
    report = Report()
    registrations = list(registrations_in(path, fields, report))
    fingerprint = _fingerprint(path, fields)
    _refuse_again(session, activity, fingerprint)
    version = newest_version(session, activity)
    document = orjson.loads(version.document) if version else empty_document(activity.title)
    wanted = dict.fromkeys(_wanted(part, one) for one in registrations for part in one.parts)
    plan = Plan(fingerprint, find_homes(document, wanted), report=report)
    if registrations:
        at_school = [(school.longitude, school.latitude) for school in schools(session, activity.project)]
        _check(plan, registrations, activity, at_school)
    report.problems.sort(key=lambda problem: problem["row"])
    return plan


def store(session: Session, activity: Activity, plan: Plan) -> None:
    """Publish the questionnaire if it grew, and write the response with its marks."""
    if not plan.marks:
        return
    _refuse_again(session, activity, plan.fingerprint)
    version = newest_version(session, activity)
    if version is None or plan.homes.changed:
        version = activities.publish(session, activity, plan.homes.document)
    moment = now()
    response = Response(
        uuid=str(uuid4()),
        activity_id=activity.id,
        questionnaire_version=version.number,
        language="nb",
        channel=CHANNEL,
        revision=1,
        complete=True,
        answers="{}",
        body_sha256=plan.fingerprint,
        status=RECEIVED,
        started_at=moment,
        received_at=moment,
        completed_at=moment,
    )
    session.add(response)
    session.flush()
    session.execute(insert(Mark), [{**mark, "response_id": response.id} for mark in plan.marks])


def _wanted(part: BaseGeometry, registration: Registration) -> Wanted:
    return Wanted(TYPES[part.geom_type], registration.category)


def _check(
    plan: Plan, registrations: list[Registration], activity: Activity, at_school: list[tuple[float, float]]
) -> None:
    questionnaire = Questionnaire.from_document(plan.homes.document)
    for one in registrations:
        try:
            marks = [_mark(plan, questionnaire, one, part, activity, at_school) for part in one.parts]
        except Rejected as rejected:
            plan.report.reject(one.number, str(rejected))
            continue
        plan.marks += marks
        plan.report.accepted += 1


def _mark(
    plan: Plan,
    questionnaire: Questionnaire,
    one: Registration,
    part: BaseGeometry,
    activity: Activity,
    at_school: list[tuple[float, float]],
) -> dict[str, Any]:
    question, category = plan.homes.places[_wanted(part, one)]
    answers = {"comment": one.comment} if one.comment else {}
    properties = {"question": question, "category": category, "answers": answers}
    geometry = orjson.loads(shapely.to_geojson(shapely.force_2d(part)))
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    left, _dropped = home.cut_uncut_routes(questionnaire, [feature], _nearest(at_school, geometry))
    if not left:
        raise Rejected(_("Too little of the road is left when the part nearest home is cut off."))
    errors = ErrorList(_)
    mark = clean_mark(questionnaire, left[0], "", False, errors)
    if mark is None:
        raise Rejected("; ".join(error["message"] for error in errors.finished()))
    row = mark_row(mark, questionnaire)
    if not geography.belongs(row["geometry"], activity.project.area):
        raise Rejected(_("The place is outside the area of the project."))
    return {**row, "people": one.people, "hidden_by": ""}


def _nearest(at_school: list[tuple[float, float]], geometry: dict[str, Any]) -> tuple[float, float] | None:
    if geometry["type"] != "LineString" or not at_school:
        return None
    ends = (geometry["coordinates"][0], geometry["coordinates"][-1])
    return min(at_school, key=lambda school: min(distance_m(end, school) for end in ends))


def _fingerprint(path: Path, fields: Fields) -> str:
    digest = hashlib.sha256(repr(fields).encode())
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()


def _refuse_again(session: Session, activity: Activity, fingerprint: str) -> None:
    same = select(Response.id).where(Response.activity_id == activity.id, Response.body_sha256 == fingerprint)
    if session.scalar(same.where(Response.channel == CHANNEL)) is not None:
        raise Refused(_("This file was taken in before, with the same fields. Nothing was added."))
