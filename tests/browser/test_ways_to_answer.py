"""What the planner has for those who answer otherwise: papers entered by keys alone, the survey to print, a poster."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from surveys.templates import template
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person

WAYS = "/projects/loddefjord/activities/1/ways"


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, template("neighbourhood")) as site:
        with site.app.app_context():
            make_person()
        yield site


def test_a_paper_is_entered_with_keys_and_the_next_one_waits(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + WAYS)
    assert faults(page) == []
    page.get_by_role("link", name="Legg inn fra papir").click()
    expect(page.get_by_label("Nummeret på papiret")).to_be_focused()
    assert faults(page) == []
    page.keyboard.type("41")
    page.locator("#answer-satisfied input").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Skriv denne kvitteringen på papir 41")).to_be_visible()
    expect(page.get_by_label("Nummeret på papiret")).to_have_value("42")
    page.get_by_label("Nummeret på papiret").fill("41")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Et papir med dette nummeret")
    assert faults(page) == []
    assert [(one["complete"], one["answers"]) for one in site.stored()] == [(True, {"satisfied": 2})]
    page.context.close()


def test_the_survey_and_the_poster_are_ready_to_print(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + WAYS)
    page.locator("section", has_text="Plakat og papir").get_by_role("link", name="Nynorsk").click()
    assert faults(page) == []
    page.goto(site.address + WAYS)
    page.get_by_label("English").check()
    page.get_by_role("button", name="Plakat i A4").click()
    expect(page.get_by_role("img", name="QR-kode")).to_be_visible()
    assert faults(page) == []
    pages = page.pdf(prefer_css_page_size=True)
    assert pages.count(b"/Type /Page\n") == 1
    page.context.close()
