"""How many marks, where they may lie, and what is shown behind them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from surveys.answers import clean_response
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import question, questionnaire
from tests.unit.surveys.question_types.asking import problems


def square(west: float, south: float, side: float = 1) -> dict[str, Any]:
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def feature(kind: str, coordinates: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": {"question": "asked"}}


POINTS = [feature("Point", [5.5 + number / 100, 60.5]) for number in range(3)]


def sent(asked: Questionnaire, marks: list[Any], complete: bool = True, area: Any = None) -> dict[str, str]:
    project_area = None if area is None else json.dumps(area)
    response = clean_response(asked, {}, marks, complete, project_area=project_area)
    return {error["field"]: error["message"] for error in response.errors}


def test_fewer_marks_than_asked_for_are_a_draft() -> None:
    asked = questionnaire(question("place", min_marks=2, max_marks=2))

    assert "Put 2 at least" in sent(asked, POINTS[:1])["marks"]
    assert sent(asked, POINTS[:1], complete=False) == {}
    assert sent(asked, POINTS[:2]) == sent(asked, []) == {}
    assert "At most 2" in sent(asked, POINTS)["marks"]


def test_marks_are_kept_inside_an_area() -> None:
    asked = questionnaire(question("place", boundary={"keep": "inside", "area": square(5, 60)}))

    assert sent(asked, POINTS) == {}
    assert "outside the area" in sent(asked, [feature("Point", [6.5, 60.5])])["marks[0].geometry"]


def test_marks_are_kept_outside_an_area() -> None:
    asked = questionnaire(question("route", boundary={"keep": "outside", "area": square(5, 60)}))

    assert sent(asked, [feature("LineString", [[6.2, 60.5], [6.8, 60.5]])]) == {}
    crossing = [feature("LineString", [[4.5, 60.5], [6.5, 60.5]])]
    assert "leaves out" in sent(asked, crossing)["marks[0].geometry"]


@pytest.mark.parametrize(("keep", "inside_is_right"), [("inside", True), ("outside", False)])
def test_the_area_may_be_the_projects(keep: str, inside_is_right: bool) -> None:
    asked = questionnaire(question("place", boundary={"keep": keep, "area": "project"}))

    assert (sent(asked, POINTS, area=square(5, 60)) == {}) == inside_is_right
    assert (sent(asked, POINTS, area=square(8, 60)) == {}) != inside_is_right
    assert sent(asked, POINTS) == {}


def test_an_area_with_a_corner_outside_is_outside() -> None:
    asked = questionnaire(question("area", boundary={"keep": "inside", "area": square(5, 60)}))

    assert sent(asked, [feature("Polygon", square(5.2, 60.2, 0.5)["coordinates"])]) == {}
    assert sent(asked, [feature("Polygon", square(5.8, 60.2, 0.5)["coordinates"])])


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"min_marks": 3, "max_marks": 2}, "min"),
        ({"min_marks": 0}, "min_marks"),
        ({"layers": ["a", "a"]}, "layers"),
        ({"layers": [7]}, "layers[0]"),
        ({"layers": [" "]}, "layers[0]"),
        ({"layers": ["a\x00"]}, "layers[0]"),
        ({"layers": ["a" * 81]}, "layers[0]"),
        ({"layers": "a"}, "layers"),
        ({"boundary": "project"}, "boundary"),
        ({"boundary": {"keep": "near", "area": "project"}}, "boundary.keep"),
        ({"boundary": {"keep": "inside"}}, "boundary.area"),
        ({"boundary": {"keep": "inside", "area": {"type": "Point", "coordinates": [5, 60]}}}, "boundary.area"),
        ({"boundary": {"keep": "inside", "area": "project", "colour": "red"}}, "boundary"),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("place", **settings)


def test_layers_shown_behind_are_kept() -> None:
    assert questionnaire(question("place", layers=["School area", "levekårssone"])).question("asked").setting(
        "layers"
    ) == [
        "School area",
        "levekårssone",
    ]
