"""Are registrations from elsewhere right for the activity: their places, their texts, their roads?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.projects.files.report import Report
from participation.projects.queries import schools
from participation.responses import geography, home
from participation.responses.home import Position
from participation.responses.imported_questionnaire import Homes, Wanted
from participation.responses.registrations import TYPES, Registration, Rejected
from participation.responses.rows import mark_rows
from participation.safeguards.local_metres import distance_m
from surveys.checking import Checking
from surveys.error_list import ErrorList
from surveys.marks import clean_mark
from surveys.questionnaire import Questionnaire


@dataclass(slots=True)
class Whole:
    """A registration that can be stored: its response's UUID and its marks as rows."""

    uuid: str
    one: Registration
    marks: list[dict[str, Any]]


def wanted(part: BaseGeometry, one: Registration) -> Wanted:
    """The category that a part of the registration needs."""
    return Wanted(TYPES[part.geom_type], one.category or _("Without category"))


class Checks:
    """The checks of one activity's registrations."""

    def __init__(self, session: Session, activity: Activity, homes: Homes) -> None:
        self.homes = homes
        self.questionnaire = Questionnaire.from_document(homes.document)
        self.area = activity.project.area
        self.at_school = [(school.longitude, school.latitude) for school in schools(session, activity.project)]

    def whole(self, new: Sequence[tuple[str, Registration]], report: Report) -> list[Whole]:
        """Those that can be stored; the others are told of in `report`."""
        found = []
        for uuid, one in new:
            try:
                found.append(Whole(uuid, one, [self.mark(one, part) for part in one.parts]))
            except Rejected as rejected:
                report.reject(one.number, str(rejected))
        return self.inside(found, report)

    def inside(self, found: list[Whole], report: Report) -> list[Whole]:
        """Those of which every mark is where the project is, looked at all at once."""
        places = [(number, mark["geometry"]) for number, whole in enumerate(found) for mark in whole.marks]
        strays = geography.strays([geometry for _number, geometry in places], self.area)
        astray = {places[index][0] for index in strays}
        for number in sorted(astray):
            report.reject(found[number].one.number, _("The place is outside the area of the project."))
        report.accepted += len(found) - len(astray)
        return [whole for number, whole in enumerate(found) if number not in astray]

    def mark(self, one: Registration, part: BaseGeometry) -> dict[str, Any]:
        """The columns of a mark; a child's road is cut where its home may be."""
        question, category = self.homes.places[wanted(part, one)]
        answers = {"comment": one.comment} if one.comment else {}
        properties = {"question": question, "category": category, "answers": answers}
        geometry = orjson.loads(shapely.to_geojson(shapely.force_2d(part)))
        feature = {"type": "Feature", "geometry": geometry, "properties": properties}
        left, _dropped = home.cut_uncut_routes(self.questionnaire, [feature], self.nearest_school(geometry))
        if not left:
            raise Rejected(_("Too little of the road is left when the part nearest home is cut off."))
        errors = ErrorList(_)
        mark = clean_mark(left[0], "", Checking(self.questionnaire, errors, project_area=self.area))
        if mark is None:
            raise Rejected("; ".join(error["message"] for error in errors.finished()))
        return mark_rows([mark], self.questionnaire)[0]

    def nearest_school(self, geometry: dict[str, Any]) -> Position | None:
        """The school that one of a line's ends is nearest to."""
        if geometry["type"] != "LineString" or not self.at_school:
            return None
        ends = (geometry["coordinates"][0], geometry["coordinates"][-1])
        return min(self.at_school, key=lambda school: min(distance_m(end, school) for end in ends))
