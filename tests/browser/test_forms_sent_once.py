"""Whoever presses twice while a form is on its way has sent it once; with something else in it, it is another."""

from __future__ import annotations

from playwright.sync_api import APIResponse, Browser, Locator, Page, Route

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP
from tests.browser.test_planner_screens import signed_in


def middle(place: Locator) -> tuple[float, float]:
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def press(page: Page, place: tuple[float, float]) -> None:
    """Without waiting for the page that comes."""
    page.mouse.click(*place)
    page.wait_for_timeout(500)


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
    press(page, button)
    press(page, button)
    assert len(late) == 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowUp")
    press(page, button)
    assert len(late) == 2
    page.context.close()
