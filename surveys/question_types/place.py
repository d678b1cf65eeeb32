"""A sticker: one point on the map."""

from typing import Any

from surveys.geometry import clean_point
from surveys.question_types.map_question import MapQuestionType


class Place(MapQuestionType):
    name = "place"
    symbols = ("square", "circle", "triangle", "star")

    def clean_geometry(self, geometry: object) -> dict[str, Any]:
        return clean_point(geometry)
