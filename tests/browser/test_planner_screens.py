"""The planner's screens: axe-core at three sizes, the marks on map and table linked both ways, hiding undone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.class_sessions.models import ClassSession
from participation.extensions import db
from tests.browser.class_site import ClassSite
from tests.browser.planner_steps import signed_in_on
from tests.browser.pupil_steps import LAPTOP, PHONE
from tests.browser.sizes import faults
from tests.browser.teacher_steps import draw
from tests.factories.people import make_person

PAGES = (
    "",
    "/find",
    "/find?text=e",
    "/answers",
    "/zones",
    "/layers",
    "/basemap",
    "/settings",
    "/people",
    "/tokens",
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
    "/activities/1/barnetrakk",
    "/activities/1/barnetrakk/metadata",
    "/activities/1/registrations",
)


def signed_in(browser: Browser, site: ClassSite, device: dict[str, Any], role: str = "planner") -> tuple[Page, str]:
    """A planner's page, and the project's address."""
    with site.app.app_context():
        email = make_person(role=role).email
        slug = db.session.scalars(select(ClassSession)).one().activity.project.slug
        db.session.remove()
    page = signed_in_on(browser, site, device, email, reduced_motion="reduce")
    return page, f"{site.address}/projects/{slug}"


@pytest.mark.streets
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, open_class: ClassSite) -> None:
    draw(open_class, complete=True)
    page, project = signed_in(browser, open_class, LAPTOP)
    wrong = []
    for path in PAGES:
        page.goto(project + path)
        if path.endswith("/marks"):
            page.locator(".mark").first.wait_for()
        wrong += faults(page, path)
    page.context.close()
    assert wrong == []


def test_where_the_planner_is_stands_in_sight_on_a_phone(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, PHONE)
    for path, row in (("/settings", ".project-rail"), ("/activities/1/downloads", ".tabs")):
        page.goto(project + path)
        expect(page.locator(f"{row} [aria-current]")).to_be_in_viewport(ratio=0.9)
        assert page.evaluate("scrollY") == 0
    page.context.close()


def test_every_part_of_an_activity_is_in_sight_on_a_laptop(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    page.goto(f"{project}/activities/1/downloads")
    for tab in page.locator(".tabs a").all():
        expect(tab).to_be_in_viewport(ratio=0.99)
    page.context.close()


def test_loading_the_page_anew_makes_no_second_token(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    page.goto(f"{project}/tokens")
    page.get_by_label("Hva den er til").fill("QGIS hos Kari")
    page.get_by_role("button", name="Lag nøkkelen").click()
    expect(page.locator("[data-shown-once]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-shown-once]")).to_have_count(0)
    expect(page.locator(".tokens > li")).to_have_count(1)
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
