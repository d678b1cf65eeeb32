"""Where the marks of a question may lie: inside or outside an area of the question's own, or the project's.

`{"keep": "inside" or "outside", "area": "project" or a GeoJSON Polygon in WGS84}`.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from surveys.document_check import DocumentCheck
from surveys.errors import AnswerError
from surveys.geometry import clean_polygon
from surveys.messages import _

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from surveys.question import Question

INSIDE, OUTSIDE = "inside", "outside"
PROJECT = "project"


def check_boundary_setting(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    if "boundary" not in document:
        return
    place = f"{place}.boundary"
    boundary = check.mapping(document["boundary"], place)
    if boundary is None:
        return
    check.known_members(boundary, ("keep", "area"), place)
    check.one_of(boundary.get("keep"), (INSIDE, OUTSIDE), f"{place}.keep")
    if boundary.get("area") != PROJECT:
        try:
            clean_polygon(boundary.get("area"))
        except AnswerError as error:
            check.report(f"{place}.area", error.message.template, **error.message.params)


def check_boundary(question: Question, geometry: dict[str, Any], project_area: str | None) -> None:
    """AnswerError where the cleaned `geometry` lies on the wrong side. `project_area`: GeoJSON text; None = anywhere."""
    boundary = question.setting("boundary")
    if boundary is None:
        return
    area = project_area if boundary["area"] == PROJECT else json.dumps(boundary["area"])
    if area is None:
        return
    from shapely import from_geojson  # slow to load, and few questionnaires have boundaries

    shape = from_geojson(json.dumps(geometry))
    if boundary["keep"] == INSIDE and not _shape(area).covers(shape):
        raise AnswerError(_("This lies outside the area that the question is about. Move it inside, or delete it."))
    if boundary["keep"] == OUTSIDE and _shape(area).intersects(shape):
        raise AnswerError(_("This lies in an area that the question leaves out. Move it out of there, or delete it."))


@lru_cache(maxsize=64)
def _shape(area: str) -> BaseGeometry:
    from shapely import from_geojson, make_valid

    return make_valid(from_geojson(area))
