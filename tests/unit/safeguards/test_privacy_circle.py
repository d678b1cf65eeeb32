from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pyproj import Geod

from participation.safeguards.privacy_circle import PrivacyCircle, cut_by_circles, hidden_sticker, privacy_circle
from tests.unit.safeguards.cases import CASES, named

EARTH = Geod(ellps="WGS84")
HOME = (5.23751, 60.36208)


def circles(case: dict[str, Any]) -> list[PrivacyCircle]:
    return [PrivacyCircle(tuple(circle["centre"]), circle["radius"]) for circle in case["circles"]]


def nearest_m(line: list[list[float]], circle: PrivacyCircle) -> float:
    """How near the line comes to the circle's centre, found without the code under test."""
    positions = np.array(line)
    shares = np.linspace(0, 1, 200)[:, None]
    along = np.concatenate([a + (b - a) * shares for a, b in pairwise(positions)])
    lon, lat = (np.full(len(along), number) for number in circle.centre)
    return float(EARTH.inv(along[:, 0], along[:, 1], lon, lat)[2].min())


@pytest.mark.parametrize("case", **named("circle_cuts"))
def test_a_route_is_cut(case: dict[str, Any]) -> None:
    kept = cut_by_circles(case["route"], circles(case))

    assert (kept is None) == (case["kept"] is None)
    assert kept is None or [n for p in kept for n in p] == pytest.approx(
        [n for p in case["kept"] for n in p], abs=1.1e-5
    )


@pytest.mark.parametrize("case", **named("circle_cuts"))
def test_nothing_kept_lies_inside_a_circle(case: dict[str, Any]) -> None:
    kept = cut_by_circles(case["route"], circles(case))

    for circle in circles(case) if kept else ():
        assert nearest_m(kept, circle) > circle.radius - 0.1
        assert cut_by_circles(kept, circles(case)) == kept


@pytest.mark.parametrize("case", CASES["privacy_circles"])
def test_a_circle_is_laid_as_its_seed_says(case: dict[str, Any]) -> None:
    circle = privacy_circle(case["home"], case["density"], case["seed"])

    assert circle.centre == pytest.approx(case["circle"]["centre"], abs=1e-9)
    assert circle.radius == pytest.approx(case["circle"]["radius"])


@pytest.mark.parametrize(
    ("density", "radius"), [(None, 200), (0, 200), (1e-6, 400), (0.0005, 225.7), (0.001, 159.6), (0.1, 100)]
)
def test_the_radius_follows_how_dense_people_live(density: float | None, radius: float) -> None:
    assert privacy_circle(HOME, density, (0.5, 0.5)).radius == pytest.approx(radius, abs=0.1)


def test_the_middle_is_spread_evenly_over_half_the_circle() -> None:
    random = np.random.default_rng(1)
    middles = [privacy_circle(HOME, None, (u, v)).centre for u, v in random.random((4000, 2))]
    away = np.array([EARTH.inv(*HOME, *middle)[2] for middle in middles])

    assert away.max() <= 100.1
    assert np.mean(away < 50) == pytest.approx(0.25, abs=0.03)
    assert np.mean([middle[0] > HOME[0] for middle in middles]) == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("case", CASES["stickers"])
def test_a_sticker_inside_a_circle_moves_to_the_middle_of_its_cell(case: dict[str, Any]) -> None:
    assert hidden_sticker(case["position"], circles(case)) == case["kept"]
