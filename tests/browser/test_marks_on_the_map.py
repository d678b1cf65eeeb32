"""Stickers are put by tap or click; marks are found again by a tap near them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.at_rest import at_rest
from tests.browser.drawing_page import IPAD, DrawingPage, DrawingSite

MARKS = """
  const {map} = trial.mapApp;
  const at = (x, y) => { const {lng, lat} = map.containerPointToLatLng([x, y]); return [lng, lat]; };
  const point = (id, category, x, y, answers = {}) => ({id, category, answers, geometry: {type: "Point", coordinates: at(x, y)}});
  trial.marks.set([
    point("play", "activity", 200, 300), point("nice", "good", 400, 300, {together: 1}), point("dull", "unsafe", 400, 300, {together: 1}),
    {id: "road", category: "school_road", answers: {mode: "walk"}, geometry: {type: "LineString", coordinates: [at(150, 600), at(600, 650)]}},
  ]); 0"""


@pytest.fixture
def tablet(browser: Browser, site: DrawingSite) -> Iterator[DrawingPage]:
    page = DrawingPage(browser, site, IPAD)
    yield page
    page.close()


def test_a_tap_puts_a_sticker_and_ends(tablet: DrawingPage) -> None:
    tablet.run("trial.place(); 0")
    tablet.drag((300, 500), (300, 400), rest=100)
    at_rest(tablet.page)
    assert tablet.seen("places") == [], "a finger that moves moves the map"
    tablet.page.touchscreen.tap(405, 500)
    (place,) = tablet.comes("places", 1)
    assert round(place["lat"], 5) == place["lat"]
    tablet.page.touchscreen.tap(200, 200)
    assert len(tablet.seen("places")) == 1


def test_too_far_out_no_sticker_is_put(tablet: DrawingPage) -> None:
    tablet.run("trial.mapApp.map.setZoom(13, {animate: false}); trial.place(); 0")
    tablet.page.touchscreen.tap(405, 500)
    assert tablet.comes("hints", 1) == ["zoom_in"]
    assert tablet.seen("places") == []


def test_a_tap_near_a_mark_selects_it(tablet: DrawingPage) -> None:
    tablet.run(MARKS)
    taps = [(388, 300, "nice"), (218, 300, "play"), (418, 305, "dull"), (375, 606, "road")]
    for number, (x, y, found) in enumerate(taps, 1):
        tablet.page.touchscreen.tap(x, y)
        tablet.wait_for("(number) => trial.seen.selected.length === number", number)
        assert tablet.seen("selected")[-1] == found
        tablet.pause_between_taps()
    tablet.page.touchscreen.tap(600, 900)
    assert len(tablet.seen("selected")) == 4
    expect(tablet.page.locator(".sticker-place")).to_have_count(2)


def test_marks_are_changed_and_taken_away_one_by_one(tablet: DrawingPage) -> None:
    tablet.run(MARKS)
    tablet.run("trial.marks.remove('dull')")
    expect(tablet.page.locator(".sticker-place img")).to_have_count(2)
    tablet.run("""trial.marks.update({id: "nice", category: "wish", answers: {together: 1},
      geometry: {type: "Point", coordinates: [10.8, 59.93]}})""")
    expect(tablet.page.locator(".sticker-place img")).to_have_count(2)
    tablet.run("trial.marks.remove('road')")
    expect(tablet.page.locator("path.leaflet-interactive")).to_have_count(0)


def test_the_map_moves_to_a_mark_chosen_in_a_list(tablet: DrawingPage) -> None:
    tablet.run(MARKS)
    tablet.run("trial.marks.show('play')")
    at_rest(tablet.page)
    expect(tablet.page.locator(".sticker__symbol--chosen")).to_be_in_viewport()
    tablet.run("trial.marks.fit()")
    at_rest(tablet.page)
    for symbol in tablet.page.locator(".sticker-place").all():
        expect(symbol).to_be_in_viewport()
