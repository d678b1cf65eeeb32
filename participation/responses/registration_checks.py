"""Are registrations from elsewhere right for the activity: their places, their texts, their roads?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.projects.files.degrees import turned
from participation.projects.files.report import Report
from participation.projects.queries import schools
from participation.responses import geography, home
from participation.responses.home import Position
from participation.responses.imported_questionnaire import Homes, Wanted
from participation.responses.known_again import Name
from participation.responses.registrations import TYPES, Registration, Rejected
from participation.responses.rows import mark_rows
from participation.safeguards.local_metres import distance_m
from surveys.checking import Checking
from surveys.error_list import ErrorList
from surveys.errors import AnswerError
from surveys.marks import clean_mark
from surveys.questionnaire import Question, Questionnaire


@dataclass(slots=True)
class Whole:
    """A registration that can be stored: what it is known by, and its marks as rows."""

    name: Name
    one: Registration
    marks: list[dict[str, Any]]


def wanted(part: BaseGeometry, one: Registration) -> Wanted:
    """The category that a part of the registration needs."""
    return Wanted(TYPES[part.geom_type], one.category, one.question)


def fitting(asked: Mapping[str, Question], one: Registration, report: Report) -> dict[str, Any]:
    """The row's answers to the follow-up questions that are `asked`; one that does not fit is told of and left out."""
    found = {}
    for variable, given in one.answers.items():
        question = asked.get(variable)
        if question is None:
            report.cut(one.number, _("The category has no question “%(name)s”. Its answer is left out.", name=variable))
            continue
        try:
            cells = [given.get(column.name) for column in question.behaviour.columns(question, "")]
            # What was worked out stands: it may rest on answers that the file does not have.
            value = question.behaviour.clean_again(question, question.behaviour.from_cells(question, cells))
        except AnswerError as error:
            told = _("The answer to “%(name)s” is left out. %(why)s", name=variable, why=error.render(_))
            report.cut(one.number, told)
            continue
        if value is None:  # such as photos, of which a file has only the names
            told = _("The answer to “%(name)s” is left out: the file tells of it, and does not hold it.", name=variable)
            report.cut(one.number, told)
        else:
            found[variable] = value
    return found


class Checks:
    """The checks of one activity's registrations."""

    def __init__(self, session: Session, activity: Activity, homes: Homes) -> None:
        self.homes = homes
        self.questionnaire = Questionnaire.from_document(homes.document)
        self.area = activity.project.area
        self.at_school = [(school.longitude, school.latitude) for school in schools(session, activity.project)]

    def whole(self, new: Sequence[tuple[Name, Registration]], report: Report) -> list[Whole]:
        """Those that can be stored; the others are told of in `report`."""
        found = []
        for name, one in new:
            try:
                found.append(Whole(name, one, [self.mark(one, part, report) for part in one.parts]))
            except Rejected as rejected:
                report.reject(one.number, str(rejected))
        return self.inside(found, report)

    def inside(self, found: list[Whole], report: Report) -> list[Whole]:
        """Those of which every mark is where the project is, looked at all at once."""
        places = [(number, mark["geometry"]) for number, whole in enumerate(found) for mark in whole.marks]
        strays = geography.strays([geometry for _number, geometry in places], self.area)
        astray = {places[index][0] for index in strays}
        in_wrong_order = self._in_wrong_order([places[index] for index in strays])
        for number in sorted(astray):
            outside = _("The place is outside the area of the project.")
            if number in in_wrong_order:
                outside += " " + _("With longitude and latitude in each other's place it is inside. Swap the two.")
            report.reject(found[number].one.number, outside)
        report.accepted += len(found) - len(astray)
        return [whole for number, whole in enumerate(found) if number not in astray]

    def _in_wrong_order(self, astray: Sequence[tuple[int, str]]) -> set[int]:
        """Of those outside of the area, by number, those that would be inside with their coordinates turned."""
        shapes = shapely.transform(shapely.from_geojson([geometry for _number, geometry in astray]), turned)
        still = set(geography.strays(shapely.to_geojson(shapes).tolist(), self.area))
        return {number for index, (number, _geometry) in enumerate(astray) if index not in still}

    def mark(self, one: Registration, part: BaseGeometry, report: Report) -> dict[str, Any]:
        """The columns of a mark; a child's road is cut where its home may be."""
        question, category = self.homes.places[wanted(part, one)]
        asked = self.questionnaire.question(question).followups_by_category.get(category or None, {})
        answers = ({"comment": one.comment} if one.comment else {}) | fitting(asked, one, report)
        properties: dict[str, Any] = {"question": question, "category": category or None, "answers": answers}
        if one.cut:
            properties["home_cut"] = True
        geometry = orjson.loads(shapely.to_geojson(shapely.force_2d(part)))
        feature = {"type": "Feature", "geometry": geometry, "properties": properties}
        left, _dropped = home.cut_uncut_routes(self.questionnaire, [feature], self.nearest_school(geometry))
        if not left:
            raise Rejected(_("Too little of the road is left when the part nearest home is cut off."))
        errors = ErrorList(_)
        mark = clean_mark(left[0], "", Checking(self.questionnaire, errors, project_area=self.area))
        if mark is None:
            raise Rejected("; ".join(error["message"] for error in errors.finished()))
        for variable, followup in asked.items():
            if followup.behaviour.worked_out and variable in answers:
                mark.answers[variable] = answers[variable]
        return mark_rows([mark], self.questionnaire)[0]

    def nearest_school(self, geometry: dict[str, Any]) -> Position | None:
        """The school that one of a line's ends is nearest to."""
        if geometry["type"] != "LineString" or not self.at_school:
            return None
        ends = (geometry["coordinates"][0], geometry["coordinates"][-1])
        return min(self.at_school, key=lambda school: min(distance_m(end, school) for end in ends))
