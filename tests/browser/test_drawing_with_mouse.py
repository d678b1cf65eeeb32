"""A Chromebook with a trackpad: click, move, click; the map follows at the edge; a double click ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser

from tests.browser.drawing_page import LAPTOP, DrawingPage, DrawingSite


@pytest.fixture
def laptop(browser: Browser, site: DrawingSite) -> Iterator[DrawingPage]:
    page = DrawingPage(browser, site, LAPTOP)
    page.run("trial.draw(); 0")
    yield page
    page.close()


def test_click_move_click_double_click(laptop: DrawingPage) -> None:
    mouse = laptop.page.mouse
    mouse.click(300, 300)
    mouse.move(400, 300, steps=4)
    laptop.settle()
    assert laptop.run("document.querySelector('.live-line__band').getAttribute('d')").startswith("M300 300L400 300")
    mouse.click(500, 300)
    mouse.move(500, 400, steps=4)
    mouse.dblclick(500, 400)
    (line,) = laptop.seen("lines")
    assert len(line) == 3


def test_enter_ends_where_no_cross_shows(laptop: DrawingPage) -> None:
    laptop.page.mouse.click(300, 300)
    laptop.page.mouse.click(500, 300)
    laptop.page.keyboard.press("Enter")
    assert len(laptop.seen("lines")) == 1


def test_a_held_button_draws_freehand(laptop: DrawingPage) -> None:
    mouse = laptop.page.mouse
    mouse.move(300, 300)
    mouse.down()
    mouse.move(400, 350, steps=15)
    mouse.move(500, 300, steps=15)
    mouse.up()
    assert laptop.seen("states")[-1]["points"] >= 3
    assert 230 < laptop.length < 290


def test_the_map_follows_a_pointer_that_rests_at_the_edge(laptop: DrawingPage) -> None:
    mouse = laptop.page.mouse
    mouse.click(1000, 300)
    before = laptop.centre
    mouse.move(1276, 300, steps=10)
    laptop.wait_for("(before) => trial.centre()[0] > before + 0.001", before[0])
    mouse.move(700, 300)
    laptop.settle()
    where = laptop.centre
    laptop.settle(10)
    assert laptop.centre == where


def test_a_pointer_passing_the_edge_leaves_the_map_alone(laptop: DrawingPage) -> None:
    laptop.page.mouse.click(600, 300)
    before = laptop.centre
    # However busy the machine is, the pointer does not rest on the way.
    laptop.page.clock.install()
    laptop.page.clock.pause_at(datetime.now() + timedelta(minutes=1))
    laptop.page.mouse.move(600, 700, steps=5)
    laptop.page.mouse.move(600, 790, steps=3)
    laptop.page.clock.run_for(400)
    assert laptop.centre == before
    laptop.page.mouse.move(600, 720)
    laptop.page.clock.run_for(400)
    assert laptop.centre != before


def test_undo_redo_and_a_kind_escape(laptop: DrawingPage) -> None:
    keyboard = laptop.page.keyboard
    for x in (300, 400, 500):
        laptop.page.mouse.click(x, 300)
    keyboard.press("Backspace")
    keyboard.press("Control+z")
    assert laptop.seen("states")[-1]["points"] == 1
    keyboard.press("Control+y")
    keyboard.press("Control+Shift+Z")
    assert laptop.seen("states")[-1]["points"] == 3
    keyboard.press("Escape")
    assert laptop.seen("states")[-1]["points"] == 0
    assert laptop.seen("hints") == ["cleared"]
    keyboard.press("Control+z")
    assert laptop.seen("states")[-1]["points"] == 3


def test_a_click_on_a_zoom_button_is_no_point(laptop: DrawingPage) -> None:
    laptop.page.get_by_role("button", name="Zoom in").click()
    laptop.wait_for("() => trial.zoom() === 17")
    assert laptop.seen("states")[-1]["points"] == 0


def test_cancel_leaves_nothing_behind(laptop: DrawingPage) -> None:
    laptop.page.mouse.click(300, 300)
    laptop.page.mouse.click(500, 300)
    laptop.run("trial.controller.cancel()")
    assert laptop.page.locator(".live-line").count() == 0
    before = laptop.centre
    laptop.page.mouse.move(600, 400)
    laptop.page.mouse.down()
    laptop.page.mouse.move(500, 400, steps=5)
    laptop.page.mouse.up()
    assert laptop.centre != before, "a held button moves the map again"
    assert laptop.seen("lines") == []
