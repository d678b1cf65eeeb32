"""Geometry from strangers checked: WGS84 lon/lat, at most 6 decimals, heights dropped."""

from typing import Any

from surveys.errors import AnswerError
from surveys.messages import _

MAX_VERTICES = 5000
DECIMALS = 6

Position = list[float]


def clean_point(geometry: object) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _position(_coordinates(geometry, "Point"))}


def clean_line(geometry: object) -> dict[str, Any]:
    line = _positions(_coordinates(geometry, "LineString"), MAX_VERTICES)
    if len(line) < 2 or all(position == line[0] for position in line):
        raise AnswerError(_("The line is only one point. Draw it to at least one more place."))
    return {"type": "LineString", "coordinates": line}


def clean_polygon(geometry: object) -> dict[str, Any]:
    """Closed rings that neither cross nor touch themselves; the first is the outer one."""
    rings = _coordinates(geometry, "Polygon")
    if not isinstance(rings, list) or not rings:
        raise AnswerError(_("The area has no outline. Draw it with at least three corners."))
    left, cleaned = MAX_VERTICES, []
    for ring in rings:
        cleaned.append(_ring(ring, left))
        left -= len(cleaned[-1])
    _refuse_crossing(cleaned)
    return {"type": "Polygon", "coordinates": cleaned}


def _coordinates(geometry: object, expected: str) -> object:
    if not isinstance(geometry, dict):
        raise AnswerError(_("The place on the map is missing. Send a GeoJSON %(expected)s."), expected=expected)
    if geometry.get("type") != expected:
        raise AnswerError(_("This question takes a GeoJSON %(expected)s and nothing else."), expected=expected)
    return geometry.get("coordinates")


def _positions(coordinates: object, most: int) -> list[Position]:
    if not isinstance(coordinates, list):
        raise AnswerError(_("The coordinates are missing. Send a list of [longitude, latitude]."))
    if len(coordinates) > most:
        raise AnswerError(
            _("The line has %(count)s points. Simplify it to at most %(most)s."),
            count=len(coordinates),
            most=MAX_VERTICES,
        )
    return [_position(position) for position in coordinates]


def _position(position: object) -> Position:
    if not isinstance(position, list) or not 2 <= len(position) <= 3:
        raise AnswerError(_("A point must be two numbers: [longitude, latitude]."))
    lon, lat = position[0], position[1]
    if type(lon) not in (float, int) or type(lat) not in (float, int):
        raise AnswerError(_("A point must be two numbers: [longitude, latitude]."))
    # NaN and infinity fail these too.
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise AnswerError(
            _("A point lies outside the world. Send longitude (-180 to 180) and then latitude (-90 to 90) in degrees.")
        )
    return [round(lon, DECIMALS), round(lat, DECIMALS)]


def _ring(coordinates: object, most: int) -> list[Position]:
    ring = _positions(coordinates, most)
    if len({tuple(position) for position in ring}) < 3:
        raise AnswerError(_("The area has fewer than three corners. Draw around it with at least three."))
    if ring[0] != ring[-1]:
        raise AnswerError(_("The outline of the area is open. End it at the point where it began."))
    return ring


def _refuse_crossing(rings: list[list[Position]]) -> None:
    from shapely import Polygon  # slow to load, and few questionnaires ask for areas

    polygon = Polygon(rings[0], rings[1:])
    if not polygon.is_valid or polygon.area == 0:
        raise AnswerError(_("The outline of the area crosses itself. Draw around it without crossing your own line."))
