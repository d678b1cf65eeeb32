"""An area is drawn around with a finger, corner by corner with a mouse, and with keys alone; what comes of it holds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from shapely.geometry import Point, Polygon

from tests.browser.at_rest import at_rest
from tests.browser.drawing_page import IPAD, LAPTOP, DrawingPage, DrawingSite


@pytest.fixture
def tablet(browser: Browser, site: DrawingSite) -> Iterator[DrawingPage]:
    page = DrawingPage(browser, site, IPAD)
    page.run("trial.drawArea(); 0")
    yield page
    page.close()


@pytest.fixture
def laptop(browser: Browser, site: DrawingSite) -> Iterator[DrawingPage]:
    page = DrawingPage(browser, site, LAPTOP)
    page.run("trial.drawArea(); 0")
    yield page
    page.close()


def circle(x: float, y: float, radius: float, turns: float = 1.0) -> list[tuple[float, float]]:
    steps = [2 * math.pi * turns * step / 24 for step in range(25)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in steps]


def drawn(page: DrawingPage) -> Polygon:
    """The one outline that came of it."""
    (ring,) = page.seen("lines")
    assert ring[0] == ring[-1]
    outline = Polygon(ring)
    assert outline.is_valid and outline.area > 0
    return outline


def inside(page: DrawingPage, x: float, y: float) -> Any:
    """The place at a pixel of the page."""
    return page.run(
        f"(() => {{ const {{lng, lat}} = trial.mapApp.map.containerPointToLatLng([{x}, {y}]); return [lng, lat]; }})()"
    )


def covers(page: DrawingPage, outline: Polygon, x: float, y: float) -> bool:
    return bool(outline.covers(Point(inside(page, x, y))))


def test_a_finger_draws_around_it_and_past_where_it_began(tablet: DrawingPage) -> None:
    tablet.drag(*circle(400, 500, 150, turns=1.05), steps=3)
    expect(tablet.page.locator(".live-outline")).to_have_count(1)
    tablet.page.get_by_role("button", name="Done").click()
    outline = drawn(tablet)
    assert covers(tablet, outline, 400, 500)
    assert not covers(tablet, outline, 400, 330)
    expect(tablet.page.locator(".live-outline")).to_have_count(0)


def test_lifting_the_finger_never_ends_it(tablet: DrawingPage) -> None:
    half = circle(400, 500, 150)
    tablet.drag(*half[:13], steps=3)
    assert tablet.seen("lines") == []
    tablet.drag(*half[12:], steps=3)
    tablet.page.get_by_role("button", name="Done").click()
    assert covers(tablet, drawn(tablet), 400, 500)


def test_corner_by_corner_and_the_first_one_ends_it(laptop: DrawingPage) -> None:
    for corner in ((300, 200), (500, 200), (500, 400), (300, 400)):
        laptop.page.mouse.click(*corner)
    assert laptop.seen("states")[-1]["canFinish"]
    laptop.page.mouse.click(303, 202)
    outline = drawn(laptop)
    assert len(outline.exterior.coords) == 5
    assert covers(laptop, outline, 400, 300)


def test_two_corners_are_no_area(laptop: DrawingPage) -> None:
    laptop.page.mouse.click(300, 200)
    laptop.page.mouse.click(500, 200)
    assert not laptop.seen("states")[-1]["canFinish"]
    laptop.run("trial.controller.finish()")
    assert laptop.seen("lines") == []
    assert laptop.seen("hints")[-1] == "too_small"


def test_an_eight_is_told_and_can_be_undone(laptop: DrawingPage) -> None:
    for corner in ((300, 200), (500, 400), (500, 200), (300, 400)):
        laptop.page.mouse.click(*corner)
    laptop.run("trial.controller.finish()")
    assert laptop.seen("lines") == []
    assert laptop.seen("hints")[-1] == laptop.seen("announced")[-1] == "crossing"
    laptop.run("trial.controller.undo(); trial.controller.finish()")
    assert covers(laptop, drawn(laptop), 450, 300)


def test_keys_alone_draw_around_it(laptop: DrawingPage) -> None:
    laptop.page.locator(".map").focus()
    laptop.page.keyboard.press("ArrowUp")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        laptop.page.keyboard.press("Enter")
        for _ in range(3):
            laptop.page.keyboard.press(key)
            at_rest(laptop.page)
    laptop.page.keyboard.press("Enter")
    laptop.page.keyboard.press("f")
    assert len(drawn(laptop).exterior.coords) == 5


def test_an_area_is_found_again_by_a_tap_inside_it(tablet: DrawingPage) -> None:
    tablet.run("""
      trial.controller.cancel();
      const {map} = trial.mapApp;
      const at = (x, y) => { const {lng, lat} = map.containerPointToLatLng([x, y]); return [lng, lat]; };
      trial.marks.set([
        {id: "field", category: "good", geometry: {type: "Polygon", coordinates: [[at(200, 300), at(600, 300), at(600, 700), at(200, 700), at(200, 300)]]}},
        {id: "bench", category: "wish", geometry: {type: "Point", coordinates: at(500, 600)}},
      ]); 0""")
    expect(tablet.page.locator(".sticker__symbol")).to_have_count(2)
    tablet.page.touchscreen.tap(300, 400)
    tablet.wait_for("() => trial.seen.selected.length === 1")
    tablet.pause_between_taps()
    tablet.page.touchscreen.tap(505, 600)
    tablet.wait_for("() => trial.seen.selected.length === 2")
    assert tablet.seen("selected") == ["field", "bench"]
    tablet.run("trial.marks.show('field')")
