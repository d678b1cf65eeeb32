"""A tablet: one finger draws, lifting never ends the line, two fingers only move the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.at_rest import at_rest
from tests.browser.drawing_page import IPAD, DrawingPage, DrawingSite


@pytest.fixture
def tablet(browser: Browser, site: DrawingSite) -> Iterator[DrawingPage]:
    page = DrawingPage(browser, site, IPAD)
    page.run("trial.draw(); 0")
    yield page
    page.close()


def test_lifting_the_finger_never_ends_the_line(tablet: DrawingPage) -> None:
    tablet.drag((200, 300), (300, 320), (400, 300), steps=20)
    after_first = tablet.length
    assert 200 < after_first < 300
    assert tablet.seen("lines") == []
    assert tablet.comes("hints", 1) == ["continue"]

    tablet.drag((405, 310), (500, 400), steps=20)
    assert tablet.length > after_first + 100

    tablet.page.get_by_role("button", name="Done").click()
    (line,) = tablet.seen("lines")
    assert 3 <= len(line) < 25
    assert all(round(number, 5) == number for place in line for number in place)
    assert tablet.run("trial.mapApp.mode") == "look"


def test_a_tap_right_after_a_flick_counts(tablet: DrawingPage) -> None:
    """Chromium takes the first tap after a fling as its end, so no drawn line may become one."""
    done = tablet.page.get_by_role("button", name="Done").bounding_box()
    assert done
    for lines in range(1, 7):
        tablet.drag((300, 300), (500, 420), (200, 600), steps=6)
        tablet.tap((done["x"] + done["width"] / 2, done["y"] + done["height"] / 2))
        tablet.wait_for("(lines) => trial.seen.lines.length === lines", lines)
        tablet.run("trial.draw(); 0")


def test_a_stroke_elsewhere_is_joined_by_a_straight_piece(tablet: DrawingPage) -> None:
    tablet.drag((200, 300), (300, 300))
    tablet.drag((300, 500), (300, 600))
    pixel = tablet.length / 400
    assert 1.1 < pixel < 1.3, "100 + 200 + 100 pixels at about 1.2 m"


def test_two_fingers_move_the_map_and_never_draw(tablet: DrawingPage) -> None:
    before = tablet.centre
    tablet.touch("Start", (300, 500))
    tablet.touch("Move", (306, 500))
    tablet.touch("Move", (318, 500))
    tablet.touch("Start", (318, 500), (500, 500))
    for step in range(1, 11):
        tablet.touch("Move", (318, 500 + step * 15), (500, 500 + step * 15))
    tablet.touch("End", (318, 650))
    tablet.touch("Move", (400, 600))
    tablet.touch("End")
    tablet.wait_for("(before) => trial.centre()[1] > before + 0.0005", before[1])
    tablet.settle()
    assert tablet.seen("states")[-1]["points"] == 0
    assert tablet.run("trial.controller.canUndo") is False


def test_a_pinch_zooms_and_never_draws(tablet: DrawingPage) -> None:
    tablet.touch("Start", (380, 500), (430, 500))
    for step in range(1, 16):
        tablet.touch("Move", (380 - step * 12, 500), (430 + step * 12, 500))
    tablet.touch("End")
    tablet.wait_for("() => trial.zoom() > 16")
    assert tablet.seen("states")[-1]["points"] == 0


def test_the_map_follows_a_finger_held_at_the_edge(tablet: DrawingPage) -> None:
    before = tablet.centre
    tablet.move_finger((600, 500), (795, 500), steps=20)
    tablet.wait_for("(before) => trial.centre()[0] > before + 0.0025", before[0])
    tablet.touch("End")
    assert tablet.length > 350, "the line grew with the map"
    where = tablet.centre
    tablet.settle(10)
    assert tablet.centre == where


def test_a_tap_adds_a_straight_piece(tablet: DrawingPage) -> None:
    tablet.tap((300, 300))
    tablet.tap((400, 300))
    tablet.tap((400, 400))
    tablet.has_points(3)


def test_one_finger_moves_the_map_when_asked_to(tablet: DrawingPage) -> None:
    tablet.run("trial.controller.moveMap(true)")
    before = tablet.centre
    tablet.drag((300, 600), (300, 400), steps=10, rest=200)
    tablet.wait_for("(before) => trial.centre()[1] < before - 0.0005", before[1])
    at_rest(tablet.page)
    assert tablet.seen("states")[-1]["points"] == 0
    tablet.run("trial.controller.moveMap(false)")
    tablet.drag((300, 600), (300, 500))
    tablet.wait_for("() => trial.seen.states.at(-1)?.points >= 2")


def test_too_far_out_nothing_is_drawn_and_a_kind_word_comes(tablet: DrawingPage) -> None:
    tablet.run("trial.mapApp.map.setZoom(13, {animate: false}); 0")
    before = tablet.centre
    tablet.drag((300, 600), (400, 600), rest=200)
    assert set(tablet.comes("hints", 1)) == {"zoom_in"}
    assert tablet.seen("states")[-1]["points"] == 0
    # One finger moves the map there.
    tablet.wait_for("(before) => trial.centre().join() !== before.join()", before)


def test_marks_under_the_finger_do_not_stop_it(tablet: DrawingPage) -> None:
    tablet.run("""
      const {map} = trial.mapApp;
      const at = (x, y) => { const {lng, lat} = map.containerPointToLatLng([x, y]); return [lng, lat]; };
      trial.marks.set([
        {id: "a", category: "good", geometry: {type: "Point", coordinates: at(300, 300)}},
        {id: "b", category: "school_road", geometry: {type: "LineString", coordinates: [at(250, 250), at(350, 350)]}, answers: {mode: "bus"}},
      ]); 0""")
    tablet.drag((300, 300), (400, 300))
    assert tablet.length > 100
    assert tablet.seen("selected") == []


def test_a_line_of_nothing_is_not_finished(tablet: DrawingPage) -> None:
    tablet.tap((300, 300))
    tablet.run("trial.controller.finish()")
    assert tablet.seen("lines") == []
    assert tablet.seen("hints") == ["too_short"]
