"""The projector: hexagons and numbers, live, filtered, and nothing of fewer than three."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.class_site import ClassSite
from tests.browser.in_page import come_back_to
from tests.browser.pupil_steps import LAPTOP, PHONE
from tests.browser.teacher_steps import TeacherPage, draw, projector_address


@pytest.mark.streets
def test_the_map_shows_what_three_have_drawn(browser: Browser, open_class: ClassSite) -> None:
    for _pupil in range(2):
        draw(open_class)
    wall = TeacherPage(browser, open_class, LAPTOP)
    page = wall.page
    page.goto(projector_address(open_class))
    expect(page.get_by_text("Ingenting å vise ennå")).to_be_visible()
    expect(page.locator(".cell-number")).to_have_count(0)
    nickname = draw(open_class)
    expect(page.locator(".cell-number")).to_have_text("3")
    expect(page.locator("[data-total=good]")).to_have_text("3")
    assert nickname not in page.content()
    assert "Bua" not in page.content()

    page.get_by_role("radio", name="Veier").check()
    expect(page.locator(".cell-number")).not_to_have_count(1)
    page.get_by_role("radio", name="Utrygt").check()
    expect(page.locator(".cell-number")).to_have_count(1)
    page.get_by_role("radio", name="Om sommeren").check()
    expect(page.locator(".cell-number")).to_have_count(0)
    page.get_by_role("radio", name="Om vinteren").check()
    expect(page.locator(".cell-number")).to_have_text("3")
    wall.close()


def test_the_filters_work_with_keys(browser: Browser, open_class: ClassSite) -> None:
    for _pupil in range(3):
        draw(open_class)
    wall = TeacherPage(browser, open_class, LAPTOP)
    page = wall.page
    page.goto(projector_address(open_class))
    expect(page.locator(".cell-number")).to_have_text("3")
    page.get_by_role("radio", name="Bra").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Utrygt")).to_be_checked()
    expect(page.locator(".legend__title")).to_have_text("Utrygt")
    wall.close()


def box(part: Locator) -> dict[str, float]:
    """Where a part of the page is, in pixels."""
    found = part.bounding_box()
    assert found is not None
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def test_on_a_phone_nothing_covers_the_map(browser: Browser, open_class: ClassSite) -> None:
    for _pupil in range(3):
        draw(open_class)
    wall = TeacherPage(browser, open_class, PHONE)
    for width, height in ((320, 568), (320, 640), (568, 320)):
        wall.page.set_viewport_size({"width": width, "height": height})
        wall.page.goto(projector_address(open_class))
        nothing_is_covered(wall.page, width, height)
    wall.close()


def nothing_is_covered(page: Page, width: int, height: int) -> None:
    """Not the map, nor the number on it; and every choice is whole and big enough."""
    expect(page.locator(".cell-number")).to_have_text("3")
    seen = box(page.locator("#map"))
    assert seen["width"] * seen["height"] >= width * height * 0.45
    for part in ("[data-filters]", ".legend"):
        other = box(page.locator(part))
        assert other["y"] >= seen["bottom"] or other["x"] >= seen["right"], part
    for chip in page.locator(".chip").all():
        place = box(chip)
        assert place["height"] >= 44
        assert 0 <= place["x"] <= place["right"] <= width
        assert place["bottom"] <= height
    number = box(page.locator(".cell-number"))
    assert seen["x"] <= number["x"] <= number["right"] <= seen["right"]
    assert seen["y"] <= number["y"] <= number["bottom"] <= seen["bottom"]


def test_a_fourth_child_changes_nothing_until_two_more_have_drawn(browser: Browser, open_class: ClassSite) -> None:
    for _pupil in range(3):
        draw(open_class)
    wall = TeacherPage(browser, open_class, LAPTOP)
    page = wall.page
    page.goto(projector_address(open_class))
    expect(page.locator(".cell-number")).to_have_text("3")
    expect(page.get_by_text("De blir nye når tre barn til har tegnet.")).to_be_visible()
    draw(open_class)
    with page.expect_response(lambda answer: "/cells" in answer.url and answer.status == 304):
        pass
    expect(page.locator(".cell-number")).to_have_text("3")
    for _pupil in range(2):
        draw(open_class)
    come_back_to(page)
    expect(page.locator(".cell-number")).to_have_text("6")
    wall.close()


def test_a_lost_network_is_told_and_found_again(browser: Browser, open_class: ClassSite) -> None:
    wall = TeacherPage(browser, open_class, LAPTOP)
    page = wall.page
    page.goto(projector_address(open_class))
    expect(page.get_by_text("Ingenting å vise ennå")).to_be_visible()
    wall.context.set_offline(True)
    expect(page.get_by_text("Ingen kontakt med serveren")).to_be_visible(timeout=20_000)
    wall.context.set_offline(False)
    expect(page.get_by_text("Ingen kontakt med serveren")).to_be_hidden()
    expect(page.get_by_text("Ingenting å vise ennå")).to_be_visible()
    wall.close()
