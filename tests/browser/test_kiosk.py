"""A tablet that is handed on, at the size of an iPad and with touch: the next one finds nothing of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import axe
from tests.browser.planner_steps import signed_in
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.test_survey import SIZES
from tests.factories.people import make_person
from tests.factories.surveys import document

WIDTHS = ("desk", "tablet", "phone")


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document(*document()["pages"][:2])) as site:
        with site.app.app_context():
            make_person()
        yield site


def check(page: Page, size: str) -> None:
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size]["viewport"]["width"]


def link_made(browser: Browser, site: SurveySite, size: str) -> str:
    """The planner makes a tablet's link."""
    page = signed_in(browser, site, size)
    page.goto(f"{site.address}/projects/loddefjord/activities/1/ways")
    check(page, size)
    page.get_by_role("link", name="Nytt nettbrett").click()
    page.get_by_label("Hva du kaller det").fill("Biblioteket")
    check(page, size)
    page.get_by_role("button", name="Lag lenken").click()
    link = page.get_by_label("Lenke til å åpne på Biblioteket", exact=True).input_value()
    check(page, size)
    page.context.close()
    return link


def answered(page: Page) -> None:
    main = page.locator("main")
    main.get_by_role("link", name="Begynn").click()
    page.locator("#answer-lives_here input").first.check(force=True)
    main.get_by_role("button", name="Neste", exact=True).click()
    main.locator("textarea").fill("En benk ved sjøen")
    main.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Takk! Svaret ditt er kommet inn.")).to_be_visible()


LEFT = """async () => ({stores: (await indexedDB.databases()).length, local: localStorage.length, session: sessionStorage.length,
  caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length, cookies: document.cookie})"""
NOTHING = {"stores": 0, "local": 0, "session": 0, "caches": 0, "workers": 0, "cookies": ""}


def ready(page: Page) -> None:
    """Its scripts run."""
    expect(page.locator("[data-ready]")).to_be_attached()


@pytest.mark.parametrize("size", WIDTHS)
def test_one_person_after_the_other(browser: Browser, site: SurveySite, size: str) -> None:
    link = link_made(browser, site, size)
    page = browser.new_context(**SIZES[size], locale="nb-NO").new_page()
    page.goto(link)
    expect(page).to_have_url(f"{site.link}/kiosk")
    ready(page)
    check(page, size)
    answered(page)
    check(page, size)
    page.get_by_role("button", name="Neste person").click()
    expect(page).to_have_url(f"{site.link}/kiosk?lang=nb")
    expect(page.get_by_role("link", name="Begynn")).to_be_visible()
    for _step in range(4):
        page.go_back()
        if not page.url.startswith(site.address):
            break
        ready(page)
        assert page.evaluate("document.querySelector('textarea').value") == ""
        assert page.locator("input:checked").count() == 0
    page.goto(f"{site.link}/kiosk")
    ready(page)
    answered(page)
    assert page.evaluate(LEFT) == NOTHING
    assert [one["complete"] for one in site.stored()] == [True, True]
    page.context.close()


def test_a_tablet_that_nobody_touches_is_emptied_after_a_warning(browser: Browser, site: SurveySite) -> None:
    link = link_made(browser, site, "tablet")
    page = browser.new_context(**SIZES["tablet"], locale="nb-NO").new_page()
    page.clock.install()
    page.goto(link)
    ready(page)
    page.get_by_role("link", name="Begynn").click()
    page.locator("#answer-lives_here input").first.check(force=True)
    warning = page.get_by_role("dialog", name="Er du her ennå?")
    page.clock.run_for(91_000)
    expect(warning).to_be_visible()
    check(page, "tablet")
    page.get_by_role("button", name="Jeg fortsetter").click()
    expect(warning).to_be_hidden()
    assert page.locator("input:checked").count() == 1
    page.clock.run_for(91_000)
    expect(warning).to_be_visible()
    page.clock.run_for(31_000)
    expect(page).to_have_url(f"{site.link}/kiosk?lang=nb")
    ready(page)
    page.get_by_role("link", name="Begynn").click()
    expect(page.locator("#answer-lives_here")).to_be_visible()
    assert page.locator("input:checked").count() == 0
    page.context.close()


def test_without_javascript_there_is_a_plain_way_to_the_next_person(browser: Browser, site: SurveySite) -> None:
    link = link_made(browser, site, "tablet")
    page = browser.new_context(**SIZES["tablet"], locale="nb-NO", java_script_enabled=False).new_page()
    page.goto(link)
    answered(page)
    page.get_by_role("link", name="Neste person").click()
    page.get_by_role("link", name="Begynn").click()
    page.get_by_role("link", name="Stopp her: neste person begynner").click()
    expect(page.get_by_role("link", name="Begynn")).to_be_visible()
    page.context.close()
