"""The projector: hexagons and numbers, live, filtered, and nothing of fewer than three."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP
from tests.browser.teacher_steps import TeacherPage, draw, projector_address


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
