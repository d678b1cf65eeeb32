"""A sticker: one point on the map."""

from typing import Any

from surveys.editing.categories import BAD, GOOD, WISH
from surveys.geometry import clean_point
from surveys.question_types.map_question import MapQuestionType


class Place(MapQuestionType):
    name = "place"
    begins_as = {"categories": [GOOD, BAD, WISH]}
    symbols = ("square", "circle", "triangle", "star")

    def clean_geometry(self, geometry: object) -> dict[str, Any]:
        return clean_point(geometry)
