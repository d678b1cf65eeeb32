"""A tablet that is handed on, at the size of an iPad and with touch: the next one finds nothing of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.kiosks import services, tickets
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import SIZES, faults, faults_now
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person
from tests.factories.surveys import document


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document(*document()["pages"][:2])) as site:
        with site.app.app_context():
            make_person()
        yield site


def link_made(browser: Browser, site: SurveySite) -> str:
    """The planner makes a tablet's link."""
    page = signed_in(browser, site, "desk")
    page.goto(f"{site.address}/projects/loddefjord/activities/1/ways")
    assert faults(page) == []
    page.get_by_role("link", name="Nytt nettbrett").click()
    page.get_by_label("Hva du kaller det").fill("Biblioteket")
    assert faults(page) == []
    page.get_by_role("button", name="Lag lenken").click()
    link = page.get_by_label("Lenke til å åpne på Biblioteket", exact=True).input_value()
    assert faults(page) == []
    page.context.close()
    return link


def link_of(site: SurveySite) -> str:
    """A tablet's link that is there already."""
    with site.app.app_context():
        with writing(db) as session:
            kiosk = services.add_kiosk(session, session.scalars(select(Activity)).one(), "Biblioteket", "interview", 1)
        link = f"{site.link}/kiosk/{tickets.token(kiosk)}"
        db.session.remove()
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


def test_one_person_after_the_other(browser: Browser, site: SurveySite) -> None:
    link = link_made(browser, site)
    page = browser.new_context(**SIZES["tablet"], locale="nb-NO").new_page()
    page.goto(link)
    expect(page).to_have_url(f"{site.link}/kiosk")
    ready(page)
    assert faults(page) == []
    answered(page)
    assert faults(page) == []
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
    link = link_of(site)
    page = browser.new_context(**SIZES["tablet"], locale="nb-NO").new_page()
    page.clock.install()
    page.goto(link)
    ready(page)
    page.get_by_role("link", name="Begynn").click()
    page.locator("#answer-lives_here input").first.check(force=True)
    warning = page.get_by_role("dialog", name="Er du her ennå?")
    page.clock.run_for(91_000)
    expect(warning).to_be_visible()
    assert faults_now(page) == []
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
    link = link_of(site)
    page = browser.new_context(**SIZES["tablet"], locale="nb-NO", java_script_enabled=False).new_page()
    page.goto(link)
    answered(page)
    page.get_by_role("link", name="Neste person").click()
    page.get_by_role("link", name="Begynn").click()
    page.get_by_role("link", name="Stopp her: neste person begynner").click()
    expect(page.get_by_role("link", name="Begynn")).to_be_visible()
    page.context.close()
