"""Thousands of marks on the planner's map: dots from afar, symbols near by, a press finds the mark and its row."""

from __future__ import annotations

import random

import pytest
import shapely
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.planner_steps import signed_in_on
from tests.browser.pupil_steps import LAPTOP
from tests.browser.sizes import faults
from tests.factories.mapped_class import make_mark, make_response
from tests.factories.people import make_person

MANY = 900


# How much stands on the canvas in each pixel from the middle (x, y) upwards.
PAINTED = """([x, y, height]) => Array.from({ length: Math.floor(height) }, (_, up) => {
    for (const canvas of document.querySelectorAll("canvas.leaflet-tile")) {
        const { left, top, right, bottom, width } = canvas.getBoundingClientRect();
        if (x < left || x >= right || y - up < top || y - up >= bottom) continue;
        const sharp = canvas.width / width;
        return canvas.getContext("2d").getImageData((x - left) * sharp, (y - up - top) * sharp, 1, 1).data[3];
    }
    return 0;
})"""
APART = 154  # rows stand before it: the newest comes first


@pytest.fixture
def marks(browser: Browser, open_class: ClassSite) -> Page:
    """The page of an activity with `MANY` marks around the school."""
    return page_of(browser, open_class, around_the_school())


def around_the_school() -> list[tuple[float, float]]:
    chance = random.Random(900)
    return [(chance.gauss(SCHOOL[0], 0.002), chance.gauss(SCHOOL[1], 0.001)) for _ in range(MANY)]


def page_of(
    browser: Browser, open_class: ClassSite, places: list[tuple[float, float]], area: str | None = None
) -> Page:
    """The planner's page of these marks, and of one around an area (WKT)."""
    with open_class.app.app_context():
        email = make_person().email
        with writing(db) as session:
            activity = session.scalars(select(Activity)).one()
            make_response(
                session, activity, marks=[make_mark(f"POINT ({x} {y})", category="unsafe") for x, y in places]
            )
            if area:
                make_response(session, activity, marks=[make_mark(area, "area", "play_area")])
            address = f"{open_class.address}/projects/oslo/activities/{activity.id}/marks"
        db.session.remove()
    page = signed_in_on(browser, open_class, LAPTOP, email, reduced_motion="reduce")
    page.goto(address)
    page.locator(".mark").first.wait_for()
    return page


def test_dots_from_afar_and_symbols_near_by(marks: Page) -> None:
    note = marks.get_by_text("Så mange markeringer vises som prikker")
    expect(note).to_be_visible()
    expect(marks.locator("canvas.leaflet-tile").first).to_be_visible()
    expect(marks.locator(".sticker-place")).to_have_count(0)
    assert faults(marks, "many marks") == []
    for _ in range(3):
        marks.get_by_role("button", name="Zoom inn").click()
    expect(note).to_be_hidden()
    expect(marks.locator(".sticker-place").first).to_be_visible()
    expect(marks.locator("canvas.leaflet-tile")).to_have_count(0)
    marks.context.close()


def test_a_press_on_a_dot_finds_its_row_without_all_those_before_it(marks: Page) -> None:
    rows, earlier = marks.locator(".mark"), marks.get_by_role("button", name="Vis radene før")
    expect(rows).to_have_count(150)
    expect(earlier).to_be_hidden()
    marks.locator("#map").click()  # its middle is where the school is
    expect(marks.locator(".mark--chosen")).to_be_in_viewport()
    expect(marks.locator(".sticker__symbol--chosen")).to_have_count(1)
    expect(rows).to_have_count(150)
    earlier.click()
    expect(rows).to_have_count(300)
    marks.context.close()


def test_what_is_hidden_goes_from_the_dots_and_comes_back(marks: Page) -> None:
    marks.get_by_label("Alle rader").check()
    marks.locator("[data-bar]").get_by_role("button", name="Skjul").click()
    expect(marks.get_by_text("900 skjult")).to_be_visible()
    expect(marks.locator("canvas.leaflet-tile")).to_have_count(0)
    marks.get_by_role("button", name="Angre").click()
    expect(marks.locator("canvas.leaflet-tile").first).to_be_visible()
    marks.context.close()


def test_arrow_keys_go_on_where_a_part_of_the_rows_ends(marks: Page) -> None:
    rows = marks.locator(".mark")
    last = rows.nth(149).locator(".mark__show")
    last.focus()
    marks.keyboard.press("ArrowDown")
    expect(rows).to_have_count(300)
    expect(rows.nth(150).locator(".mark__show")).to_be_focused()
    marks.keyboard.press("ArrowUp")
    expect(rows.nth(149).locator(".mark__show")).to_be_focused()
    marks.context.close()


def test_a_press_finds_the_row_that_deleted_ones_have_made_room_for(browser: Browser, open_class: ClassSite) -> None:
    """Of a mark that lies apart in the east, and stood in the second part until then."""
    places = around_the_school()
    places[MANY - 1 - APART] = (SCHOOL[0] + 0.03, SCHOOL[1])
    page = page_of(browser, open_class, places)
    rows, bar = page.locator(".mark"), page.locator("[data-bar]")
    for deed, left in (("Skjul", 150), ("Slett", 140)):
        for place in range(10):
            rows.nth(place).get_by_role("checkbox").check()
        bar.get_by_role("button", name=deed).click()
        expect(bar).to_be_hidden()
        expect(rows).to_have_count(left)
    page.get_by_role("button", name="Angre").wait_for()
    frame = page.locator("#map").bounding_box()
    assert frame
    for x in range(int(frame["width"]) - 10, 0, -20):
        page.locator("#map").click(position={"x": x, "y": frame["height"] / 2}, force=True)
        if page.locator(".sticker__symbol--chosen").count():
            break
    expect(page.locator(".mark--chosen")).to_be_in_viewport()
    page.context.close()


def test_an_area_is_pale_from_afar_and_its_hole_is_not(browser: Browser, open_class: ClassSite) -> None:
    x, y = SCHOOL
    outer, hole = (
        shapely.box(x - 0.02, y - 0.01, x + 0.02, y + 0.01),
        shapely.box(x - 0.01, y - 0.005, x + 0.01, y + 0.005),
    )
    corner = [(x - 0.02, y - 0.01)] * MANY
    page = page_of(browser, open_class, corner, outer.difference(hole).wkt)
    page.locator("canvas.leaflet-tile").first.wait_for()
    frame = page.locator("#map").bounding_box()
    assert frame
    middle, above = frame["y"] + frame["height"] / 2, 0.0075 / 0.01
    # Pixels from the middle to the northern edge of the area, by where its outline is drawn.
    painted = page.evaluate(PAINTED, [frame["x"] + frame["width"] / 2, middle, frame["height"] / 2])
    edges = [number for number, alpha in enumerate(painted) if alpha > 200]
    assert len(edges) >= 2, "the outlines of the hole and of the area"
    assert painted[edges[0] // 2] == 0
    assert 0 < painted[int(edges[-1] * above)] < 100
    page.context.close()
