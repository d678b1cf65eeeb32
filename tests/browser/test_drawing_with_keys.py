"""Keyboard only: a cross in the middle, arrows move the map, a key adds a point."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.at_rest import at_rest
from tests.browser.drawing_page import LAPTOP, DrawingPage, DrawingSite


@pytest.fixture
def laptop(browser: Browser, site: DrawingSite) -> Iterator[DrawingPage]:
    page = DrawingPage(browser, site, LAPTOP)
    yield page
    page.close()


def walk(laptop: DrawingPage, *keys: str) -> None:
    for key in keys:
        laptop.page.keyboard.press(key)
        # The map takes no step while it glides.
        at_rest(laptop.page)


def test_a_road_by_keys_alone(laptop: DrawingPage) -> None:
    laptop.run("trial.draw(); 0")
    laptop.page.keyboard.press("Tab")
    expect(laptop.page.locator(".crosshair")).to_be_visible()
    walk(laptop, "Enter", "ArrowRight", "ArrowRight", " ", "ArrowUp", "Enter")
    assert laptop.seen("states")[-1]["points"] == 3
    assert laptop.seen("announced") == ["ready", "point_added", "point_added", "point_added"]
    walk(laptop, "f")
    (line,) = laptop.seen("lines")
    assert line[1][0] > line[0][0] and line[2][1] > line[1][1]
    expect(laptop.page.locator(".crosshair")).to_have_count(0)


def test_the_cross_goes_when_a_pointer_moves(laptop: DrawingPage) -> None:
    laptop.run("trial.draw(); 0")
    laptop.page.mouse.move(300, 300)
    laptop.page.keyboard.press("Tab")
    expect(laptop.page.locator(".crosshair")).to_be_visible()
    laptop.page.mouse.move(400, 300, steps=3)
    expect(laptop.page.locator(".crosshair")).to_be_hidden()


def test_keys_on_the_zoom_button_add_no_point(laptop: DrawingPage) -> None:
    laptop.run("trial.draw(); 0")
    laptop.page.get_by_role("button", name="Zoom in").focus()
    walk(laptop, "Enter")
    assert laptop.seen("states")[-1]["points"] == 0


def test_a_sticker_by_keys_alone(laptop: DrawingPage) -> None:
    laptop.run("trial.place(); 0")
    laptop.page.keyboard.press("Tab")
    walk(laptop, "ArrowLeft", "Enter")
    (place,) = laptop.seen("places")
    assert place["lng"] < 10.8
    assert place["lat"] == pytest.approx(59.93, abs=1e-4)


def test_the_cross_is_there_when_the_map_has_focus_already(laptop: DrawingPage) -> None:
    laptop.page.keyboard.press("Tab")
    laptop.run("trial.draw(); 0")
    expect(laptop.page.locator(".crosshair")).to_be_visible()
    walk(laptop, "Enter")
    assert laptop.seen("states")[-1]["points"] == 1
