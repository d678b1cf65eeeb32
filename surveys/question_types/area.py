"""An outline on the map: one polygon."""

from typing import Any

from surveys.editing.categories import AREA
from surveys.geometry import clean_polygon
from surveys.question_types.map_question import MapQuestionType


class Area(MapQuestionType):
    name = "area"
    begins_as = {"categories": [AREA]}
    symbols = ("square", "circle", "triangle", "star", "line")

    def clean_geometry(self, geometry: object) -> dict[str, Any]:
        return clean_polygon(geometry)
