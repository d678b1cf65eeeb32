"""A road or a way: a line on the map, whose home end may be cut on the device."""

from typing import Any

from surveys.document_check import DocumentCheck
from surveys.editing.categories import ROUTE
from surveys.editing.settings import CUT_HOME
from surveys.geometry import clean_line
from surveys.question_types.map_question import MapQuestionType


class Route(MapQuestionType):
    name = "route"
    settings = MapQuestionType.settings | {"cut_home"}
    configured_by = (*MapQuestionType.configured_by, CUT_HOME)
    begins_as = {"categories": [ROUTE]}
    symbols = ("line",)

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        check.flag(document, "cut_home", place)

    def clean_geometry(self, geometry: object) -> dict[str, Any]:
        return clean_line(geometry)
