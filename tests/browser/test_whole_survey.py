"""One survey with a question of every type is answered to the end; what the server has is compared with what was told, value by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from shapely.geometry import Point, shape

from tests.browser import survey_keys, whole_steps
from tests.browser.map_steps import DESK, PHONE, STILL, MapSteps
from tests.browser.sizes import faults, faults_now, too_wide
from tests.browser.survey_steps import open_start, turn
from tests.browser.whole_survey import MARKS, STORED_HERE, Stored, WholeSite, whole_site
from tests.factories.classes import SCHOOL

RECEIPT = re.compile(r"^\w{4}( \w{4})*$")
KINDS = {"spots": "Point", "road": "LineString", "green": "Polygon"}


@pytest.fixture
def site(migrated: Path) -> Iterator[WholeSite]:
    with whole_site(migrated) as site:
        yield site


def is_as_told(stored: Stored, language: str, **otherwise: Any) -> None:
    assert stored.answers == STORED_HERE | otherwise
    assert stored.marks == MARKS
    assert {asked: geometry["type"] for asked, geometry in stored.geometries.items()} == KINDS
    assert all(shape(geometry).is_valid for geometry in stored.geometries.values())
    red, green, blue = stored.photo
    assert red > 240 and green < 20 and blue < 20
    assert (stored.complete, stored.language) == (True, language)


def as_sent(steps: MapSteps, stored: Stored) -> None:
    """The server has just the coordinates that left the device."""
    sent = {mark["properties"]["question"]: mark["geometry"] for mark in steps.last_sent["marks"]}
    assert sent == stored.geometries


@pytest.mark.parametrize(
    ("device", "language"),
    [(DESK, "nb"), (PHONE, "ar")],
    ids=["mouse", "arabic by touch"],
)
def test_by_sight_and_pointer(browser: Browser, site: WholeSite, device: dict[str, Any], language: str) -> None:
    steps = MapSteps(browser, site, device, language, "&source=sms")
    page = steps.page

    def look() -> None:
        assert (faults(page) if device is DESK else faults_now(page)) == []

    whole_steps.tell_plain_pages(page, look)
    whole_steps.mark_everything(steps, look)
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_have_text(RECEIPT)
    look()
    stored = site.everything()
    is_as_told(stored, language)
    as_sent(steps, stored)
    steps.close()


def test_without_scripts(browser: Browser, site: WholeSite) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nb-NO")
    page = context.new_page()

    def look() -> None:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert too_wide(page) <= 0

    page.goto(f"{site.link}?source=sms")
    page.get_by_role("link", name="Begynn").click()
    whole_steps.tell_without_scripts(page, look)
    page.locator("main button[value=send]").click()
    expect(page.get_by_role("heading", name="Takk!")).to_be_visible()
    look()
    stored = site.everything()
    is_as_told(stored, "nb")
    assert stored.geometries["spots"]["coordinates"] == list(SCHOOL)
    assert shape(stored.geometries["green"]).contains(Point(stored.geometries["road"]["coordinates"][1]))
    context.close()


def test_by_keys_alone(browser: Browser, site: WholeSite) -> None:
    context = browser.new_context(**DESK, **STILL, locale="nb-NO")
    page = context.new_page()
    open_start(page, f"{site.link}?source=sms")
    survey_keys.go_to(page, "[data-begin]")
    page.keyboard.press("Enter")
    whole_steps.answer_by_keys(page)
    expect(page.locator("[data-receipt]")).to_have_text(RECEIPT)
    typed = {variable: kept for variable, (_typed, kept) in survey_keys.TYPED.items()}
    is_as_told(site.everything(), "nb", **typed)
    context.close()


def test_begun_on_a_phone_and_sent_from_a_desk(browser: Browser, site: WholeSite) -> None:
    phone = MapSteps(browser, site, PHONE, "nb", "&source=sms")
    whole_steps.tell_plain_pages(phone.page)
    whole_steps.mark_a_bad_place(phone)
    turn(phone.page)
    phone.page.get_by_role("button", name="Fortsett senere: få en kode").click()
    code = phone.page.locator(".code-given__code")
    expect(code).to_have_text(RECEIPT)

    desk = MapSteps(browser, site, DESK)
    other = desk.page
    open_start(other, site.link)
    other.get_by_role("link", name="Fortsett med en kode").click()
    other.get_by_label("Koden din").fill(code.inner_text())
    other.get_by_role("button", name="Videre").click()
    expect(other.locator("section[data-page=road]")).to_be_visible()
    whole_steps.draw_a_road(desk)
    turn(other)
    whole_steps.draw_a_park(desk)
    other.locator("[data-go=send]").click()
    expect(other.locator("[data-receipt]")).to_have_text(RECEIPT)
    stored = site.everything()
    is_as_told(stored, "nb")
    as_sent(desk, stored)
    other.get_by_role("button", name="Se svarene mine").click()
    told = "Et utrygt sted Hva kaller du stedet? Krysset Hva gjør det slik? Biler Fortell mer om bilene: De kjører for fort"
    expect(other.locator(".answered__list dd").filter(has_text="Et utrygt sted")).to_have_text(told)
    expect(other.locator(".answered__list dd").filter(has_text="Bilde 1")).to_be_visible()
    phone.close()
    desk.close()
