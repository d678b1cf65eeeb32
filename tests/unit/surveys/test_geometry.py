from typing import Any

import pytest

from surveys.errors import AnswerError
from surveys.geometry import clean_line, clean_point, clean_polygon

SQUARE = [[5.0, 60.0], [5.1, 60.0], [5.1, 60.1], [5.0, 60.1], [5.0, 60.0]]
HOLE = [[5.04, 60.04], [5.06, 60.04], [5.06, 60.06], [5.04, 60.04]]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def line(*positions: Any) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": list(positions)}


def test_coordinates_are_rounded_and_heights_dropped() -> None:
    point = {"type": "Point", "coordinates": [5.123456789, 60, 12.5], "crs": "no matter"}

    assert clean_point(point) == {"type": "Point", "coordinates": [5.123457, 60]}


def test_an_area_may_have_a_hole() -> None:
    assert clean_polygon(polygon(SQUARE, HOLE)) == polygon(SQUARE, HOLE)


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        [],
        {"type": "Point"},
        {"type": "Point", "coordinates": []},
        {"type": "Point", "coordinates": [5]},
        {"type": "Point", "coordinates": [[5, 60]]},
        {"type": "Point", "coordinates": ["5", "60"]},
        {"type": "Point", "coordinates": [True, False]},
        {"type": "Point", "coordinates": [5, 91]},
        {"type": "Point", "coordinates": [10**400, 60]},
        {"type": "Point", "coordinates": [float("nan"), 60]},
        {"type": "Point", "coordinates": [-32117, 6734202]},
        line([5, 60], [5, 60]),
    ],
)
def test_a_point_is_refused(geometry: object) -> None:
    with pytest.raises(AnswerError):
        clean_point(geometry)


@pytest.mark.parametrize(
    "geometry",
    [
        line(),
        line([5, 60]),
        line([5, 60], [5.0000001, 60]),
        line([5, 60], None),
        line(*([5 + n / 1e4, 60] for n in range(5001))),
        {"type": "LineString", "coordinates": {}},
        polygon(SQUARE),
    ],
)
def test_a_line_is_refused(geometry: object) -> None:
    with pytest.raises(AnswerError):
        clean_line(geometry)


@pytest.mark.parametrize(
    "geometry",
    [
        polygon(),
        polygon([]),
        polygon(SQUARE[:-1]),
        polygon([[5, 60], [5.1, 60], [5, 60]]),
        polygon([[5, 60], [5.1, 60.1], [5.1, 60], [5, 60.1], [5, 60]]),
        polygon([[5, 60], [5.1, 60], [5.2, 60], [5, 60]]),
        polygon(SQUARE, [[6, 60], [6.1, 60], [6.1, 60.1], [6, 60]]),
        polygon(SQUARE, *([HOLE] * 2000)),
    ],
)
def test_an_area_is_refused(geometry: object) -> None:
    with pytest.raises(AnswerError):
        clean_polygon(geometry)


def test_five_thousand_vertices_are_enough_and_allowed() -> None:
    assert len(clean_line(line(*([5 + n / 1e4, 60] for n in range(5000))))["coordinates"]) == 5000
