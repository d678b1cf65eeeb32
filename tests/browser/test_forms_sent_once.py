"""Whoever presses twice while a form is on its way has sent it once; with something else in it, it is another."""

from __future__ import annotations

from collections.abc import Sized
from pathlib import Path

from playwright.sync_api import APIResponse, Browser, Locator, Page, Route, expect

from tests.browser.class_site import ClassSite
from tests.browser.in_page import come_to_the_network
from tests.browser.pupil_steps import LAPTOP
from tests.browser.survey_site import survey_site
from tests.browser.test_planner_screens import signed_in
from tests.factories.surveys import document
from tests.factories.surveys import page as plain
from tests.unit.surveys.documents import question


def middle(place: Locator) -> tuple[float, float]:
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def press_again(page: Page, place: tuple[float, float], held: Sized) -> None:
    """Twice, the first on its way when the second comes, without waiting for the page that comes."""
    page.mouse.click(*place)
    come_to_the_network(page, held)
    page.mouse.click(*place)
    page.wait_for_timeout(500)
    assert len(held) == 1


def test_a_token_is_made_once(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    page.goto(f"{project}/tokens")
    field = page.get_by_label("Hva den er til")
    field.fill("QGIS")
    late: list[tuple[Route, APIResponse]] = []

    def take(route: Route) -> None:
        if route.request.method == "POST":
            late.append((route, route.fetch(max_redirects=0)))
        else:
            route.continue_()

    page.route("**/tokens", take)
    button = middle(page.get_by_role("button", name="Lag nøkkelen"))
    field.focus()
    press_again(page, button, late)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowUp")
    page.mouse.click(*button)
    come_to_the_network(page, late, 2)
    page.context.close()


def test_a_page_of_a_survey_is_sent_once(browser: Browser, migrated: Path) -> None:
    with survey_site(migrated, document(plain("one", question("short_text", "wish")))) as site:
        page = browser.new_page(locale="nb-NO")
        page.goto(site.link)
        page.goto(page.get_by_role("link", name="Begynn").evaluate("link => link.href"))
        page.locator("[name=wish]").fill("En benk")
        late: list[tuple[Route, APIResponse]] = []
        page.route("**/page/1*", lambda route: late.append((route, route.fetch())))
        button = middle(page.get_by_role("button", name="Send"))
        press_again(page, button, late)
        route, answer = late[0]
        route.fulfill(response=answer)
        expect(page.get_by_role("heading", name="Takk")).to_be_visible()
        assert [one["complete"] for one in site.stored()] == [True]
        page.close()
