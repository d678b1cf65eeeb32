"""The planner's screens: axe-core at three sizes, the marks on map and table linked both ways, hiding undone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.class_sessions.models import ClassSession
from participation.extensions import db
from tests.browser.axe import axe
from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import IPAD, LAPTOP, PHONE
from tests.browser.teacher_steps import draw
from tests.factories.people import PASSWORD, make_person

PAGES = (
    "",
    "/answers",
    "/zones",
    "/layers",
    "/basemap",
    "/settings",
    "/people",
    "/activities",
    "/activities/new",
    "/activities/1/classes",
    "/activities/1/classes/paste",
    "/activities/1/edit",
    "/activities/1/share",
    "/activities/1/share/codes",
    "/activities/1/share/letters",
    "/activities/1/marks",
    "/activities/1/feedback",
    "/activities/1/versions",
    "/activities/1/downloads",
)


def signed_in(browser: Browser, site: ClassSite, device: dict[str, Any], role: str = "planner") -> tuple[Page, str]:
    """A planner's page, and the project's address."""
    with site.app.app_context():
        email = make_person(role=role).email
        slug = db.session.scalars(select(ClassSession)).one().activity.project.slug
        db.session.remove()
    page = browser.new_context(**{**device, "reduced_motion": "reduce"}).new_page()
    page.goto(f"{site.address}/login")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/projects")
    return page, f"{site.address}/projects/{slug}"


@pytest.mark.parametrize("device", [LAPTOP, IPAD, PHONE], ids=["laptop", "ipad", "phone"])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, open_class: ClassSite, device: dict[str, Any]
) -> None:
    draw(open_class, complete=True)
    page, project = signed_in(browser, open_class, device)
    wrong = []
    for path in PAGES:
        page.goto(project + path)
        if path.endswith("/marks"):
            page.locator(".mark").first.wait_for()
        wrong += [f"{path}: {fault}" for fault in axe(page)]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong += [f"{path}: {wide} px wider than the screen"] if wide > 0 else []
    page.context.close()
    assert wrong == []


def test_where_the_planner_is_stands_in_sight_on_a_phone(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, PHONE)
    for path, row in (("/settings", ".project-rail"), ("/activities/1/downloads", ".tabs")):
        page.goto(project + path)
        expect(page.locator(f"{row} [aria-current]")).to_be_in_viewport(ratio=0.9)
        assert page.evaluate("scrollY") == 0
    page.context.close()


def test_a_teachers_link_is_copied(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{project}/activities/1/share")
    button = page.locator("[data-copy]").first
    button.click()
    expect(button).to_contain_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".link-field").first.input_value()
    expect(button).to_contain_text("Kopier ")
    page.context.close()


def test_a_mark_is_hidden_and_the_hiding_undone(browser: Browser, open_class: ClassSite) -> None:
    draw(open_class, complete=True)
    page, project = signed_in(browser, open_class, LAPTOP)
    page.goto(f"{project}/activities/1/marks")
    first = page.locator(".mark").first
    first.locator(".mark__show").click()
    expect(page.locator(".mark--chosen")).to_have_count(1)
    page.locator(".mark--chosen").get_by_role("button", name="Skjul").click()
    expect(page.locator(".mark--hidden")).to_have_count(1)
    page.locator(".toast__card button").click()
    expect(page.locator(".mark--hidden")).to_have_count(0)
    page.context.close()
