"""A resident answers on the map: by finger, mouse and keys, on a small screen, in Arabic; what was drawn is what is stored."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyogrio.raw
import pytest
import shapely
from playwright.sync_api import Browser, expect
from shapely.geometry import shape
from sqlalchemy import select

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from participation.responses.models import Mark
from tests.browser.at_rest import at_rest
from tests.browser.axe import axe
from tests.browser.map_steps import DESK, GLIDING, IPAD, PHONE, MapSteps
from tests.browser.map_survey import map_survey
from tests.browser.sizes import too_wide
from tests.browser.survey_site import SurveySite, survey_site


@pytest.fixture
def site(migrated: Path, streets: bool) -> Iterator[SurveySite]:
    with survey_site(migrated, map_survey(), streets=streets) as site:
        yield site


@pytest.fixture
def desk(browser: Browser, site: SurveySite) -> Iterator[MapSteps]:
    steps = MapSteps(browser, site, DESK)
    yield steps
    steps.close()


@pytest.fixture
def phone(browser: Browser, site: SurveySite) -> Iterator[MapSteps]:
    steps = MapSteps(browser, site, PHONE)
    yield steps
    steps.close()


def stored(site: SurveySite) -> list[dict[str, Any]]:
    with site.app.app_context():
        rows = db.session.scalars(select(Mark).order_by(Mark.id)).all()
        found = [
            {"question": row.question, "category": row.category, "geometry": json.loads(row.geometry)} for row in rows
        ]
        db.session.remove()
    return found


@pytest.mark.streets
@pytest.mark.parametrize("device", [DESK, IPAD, PHONE], ids=["desk", "ipad", "phone"])
def test_what_was_drawn_is_what_is_stored_and_exported(
    browser: Browser, site: SurveySite, device: dict[str, Any], tmp_path: Path
) -> None:
    steps = MapSteps(browser, site, device | GLIDING)
    steps.turn_to("spots")
    steps.go_near("good")
    steps.press(30, 20)
    steps.dialog.get_by_label("Hva kaller du stedet?").fill("Benken ved vannet")
    steps.done()
    expect(steps.marks).to_have_count(1)
    expect(steps.marks).to_contain_text("Benken ved vannet")
    steps.turn_to("road")
    steps.go_near()
    steps.draw((-100, 60), (-40, -60), (60, -30), (110, 70))
    steps.finish()
    steps.dialog.get_by_role("button", name="Nei").click()
    expect(steps.marks).to_have_count(1)
    steps.turn_to("green")
    steps.go_near("park")
    steps.draw_around(70)
    steps.finish()
    expect(steps.marks).to_have_count(1)
    steps.send()
    steps.close()
    drawn = [mark["geometry"] for mark in steps.last_sent["marks"]]
    assert [geometry["type"] for geometry in drawn] == ["Point", "LineString", "Polygon"]
    assert [mark["geometry"] for mark in stored(site)] == drawn
    assert shape(drawn[2]).is_valid and len(drawn[1]["coordinates"]) >= 4
    assert exported(site, tmp_path) == [shape(geometry).normalize() for geometry in drawn]


def exported(site: SurveySite, folder: Path) -> list[shapely.Geometry]:
    """The marks as GDAL reads them from the GeoJSON file."""
    path = folder / "fil.geojson"
    with site.app.app_context(), reading(db) as session:
        activity = session.scalars(select(Activity)).one()
        wanted = Request(activity, FORMATS["geojson"], selection=Selection(activity.id), language="nb", headings=False)
        write_file(session, wanted, path)
    return [geometry.normalize() for geometry in shapely.from_wkb(pyogrio.raw.read(path)[2])]


def test_keys_alone_draw_an_area(desk: MapSteps) -> None:
    keys = desk.page.keyboard
    desk.turn_to("green")
    desk.go_near("park")
    desk.ground.focus()
    keys.press("ArrowUp")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        keys.press("Enter")
        for _ in range(2):
            keys.press(key)
            at_rest(desk.page)
    keys.press("Enter")
    keys.press("f")
    expect(desk.marks).to_have_count(1)
    expect(desk.tool("park")).to_be_focused()


def test_an_area_outside_the_boundary_is_told_at_once_and_can_be_mended(desk: MapSteps) -> None:
    desk.turn_to("green")
    desk.tool("park").click()
    west = desk.page.locator("#answer-green .map-boundary").bounding_box()
    ground = desk.ground.bounding_box()
    assert west and ground
    desk.press(west["x"] - ground["x"] - ground["width"] / 2, 0)
    at_rest(desk.page)
    desk.draw_around(80)
    desk.finish()
    expect(desk.question.locator(".map-notice")).to_contain_text("Det ligger utenfor området som spørsmålet gjelder.")
    expect(desk.marks).to_have_count(0)
    desk.question.get_by_role("button", name="Angre").click()
    for corner in ((40, -60), (140, -60), (90, 60)):
        desk.press(*corner)
    desk.finish()
    expect(desk.marks).to_have_count(1)


def test_what_is_not_done_is_not_left_without_a_word(desk: MapSteps) -> None:
    desk.turn_to("green")
    desk.go_near("park")
    desk.draw_around(70)
    desk.page.keyboard.press("Tab")
    desk.page.locator("[data-go=send]:visible").click()
    expect(desk.page.locator("[data-to-mend]:visible")).to_contain_text("Trykk Ferdig eller Avbryt først.")
    assert axe(desk.page) == []
    desk.page.locator("[data-go=back]:visible").click()
    expect(desk.question).to_be_hidden()
    desk.page.keyboard.press("Backspace")
    desk.page.locator("[data-go=next]:visible").click()
    desk.finish()
    expect(desk.marks).to_have_count(1)
    expect(desk.question.locator(".question__errors")).to_have_count(0)


def test_a_road_loses_its_home_end_on_the_device(desk: MapSteps, site: SurveySite) -> None:
    desk.turn_to("road")
    desk.go_near()
    desk.draw((-300, 100), (-100, -150), (100, 150), (300, -100))
    desk.finish()
    expect(desk.question.locator(".line-end")).to_have_count(2)
    assert axe(desk.page) == []
    desk.dialog.get_by_role("button", name="Ja, ved A").click()
    expect(desk.marks).to_have_count(1)
    desk.turn_to("spots")
    site.once(lambda found: any(one["marks"] for one in found))
    (mark,) = desk.last_sent["marks"]
    assert mark["properties"]["home_cut"] is True
    assert mark["properties"]["category"] is None


def test_a_place_is_found_by_its_name(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.question.get_by_label("Søk etter navn").fill("lodd")
    desk.page.keyboard.press("Enter")
    expect(desk.ground).to_be_focused()
    desk.tool("good").click()
    at_rest(desk.page)
    desk.question.get_by_role("button", name="Sett det midt i kartet").click()
    desk.done()
    expect(desk.marks).to_contain_text(re.compile("ved \\W?Loddefjord skole"))


def test_a_small_screen_has_room_for_it(phone: MapSteps) -> None:
    phone.turn_to("spots")
    phone.go_near("bad")
    phone.press()
    expect(phone.dialog).to_be_visible()
    at_rest(phone.page)
    assert axe(phone.page) == []
    small = phone.page.evaluate(
        """[...document.querySelectorAll('dialog button, .map-tool, .marks__one button')].filter((each) => each.offsetParent)
        .map((each) => each.getBoundingClientRect()).filter(({width, height}) => width < 44 || height < 44).length"""
    )
    assert small == 0
    assert too_wide(phone.page) <= 0
    phone.dialog.get_by_label("Mørkt").check(force=True)
    phone.done()
    expect(phone.marks).to_have_count(1)


def test_it_runs_from_the_right_in_arabic(browser: Browser, site: SurveySite) -> None:
    steps = MapSteps(browser, site, PHONE, "ar")
    steps.turn_to("spots")
    expect(steps.page.locator("html")).to_have_attribute("dir", "rtl")
    steps.tool("bad").click()
    steps.press()
    at_rest(steps.page)
    steps.press()
    expect(steps.dialog).to_contain_text("لماذا؟")
    assert axe(steps.page) == []
    assert too_wide(steps.page) <= 0
    steps.dialog.get_by_label("ظلام").check(force=True)
    steps.dialog.get_by_role("button", name="تم").click()
    expect(steps.marks).to_have_count(1)
    assert axe(steps.page) == []
    steps.close()
