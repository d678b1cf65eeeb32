from typing import Any

import pytest
from pyproj import Geod

from participation.safeguards.home_cut import cut_home_end
from tests.unit.safeguards.cases import named

EARTH = Geod(ellps="WGS84")


def metres(line: list[list[float]]) -> float:
    return float(EARTH.line_length([lon for lon, _ in line], [lat for _, lat in line]))


@pytest.mark.parametrize("case", **named("server_cuts"))
def test_a_route_is_cut(case: dict[str, Any]) -> None:
    kept = cut_home_end(case["route"], case["school"])

    assert (kept is None) == (case["kept"] is None)
    assert kept is None or [n for p in kept for n in p] == pytest.approx(
        [n for p in case["kept"] for n in p], abs=1.1e-5
    )


@pytest.mark.parametrize("case", **named("server_cuts"))
def test_what_goes_is_200_metres_at_each_home_end(case: dict[str, Any]) -> None:
    kept, whole = cut_home_end(case["route"], case["school"]), metres(case["route"])
    cut = 200 if case["school"] else 400

    if kept is None:
        assert whole - cut < 101
    else:
        assert metres(kept) == pytest.approx(whole - cut, abs=3)


def test_home_is_the_end_away_from_the_school_whichever_way_it_was_drawn() -> None:
    home, school = [5.20, 60.36], [5.25, 60.36]
    route = [home, [5.22, 60.361], school]

    assert cut_home_end(route, school)[-1] == school
    assert cut_home_end(route[::-1], school)[0] == school
    assert home not in cut_home_end(route, school)


def test_coordinates_have_five_decimals() -> None:
    kept = cut_home_end([[5.2000001, 60.3600001], [5.2499999, 60.3599999]], [5.25, 60.36])

    assert kept is not None
    assert all(number == round(number, 5) for position in kept for number in position)


def test_heights_are_dropped() -> None:
    kept = cut_home_end([[5.20, 60.36, 12.5], [5.25, 60.36, 40]], [5.25, 60.36])

    assert kept is not None
    assert {len(position) for position in kept} == {2}
