"""A large file: ordered, followed while it is made, fetched; another is given up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from participation.database import writing
from participation.downloads.jobs import at_once
from participation.export_jobs import files, services
from participation.extensions import db
from surveys.templates import template
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person

DOWNLOADS = "/projects/loddefjord/activities/1/downloads"


@pytest.fixture
def site(migrated: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SurveySite]:
    """Whatever is asked for is large."""
    monkeypatch.setattr(at_once, "LARGE", 0)
    with survey_site(migrated, template("neighbourhood")) as site:
        with site.app.app_context():
            make_person()
        yield site


class Maker:
    """Makes the ordered file by hand."""

    def __init__(self, site: SurveySite) -> None:
        self.app = site.app
        with self.app.app_context(), writing(db) as session:
            claimed = services.claim(session)
            assert claimed
            self.key = (claimed.id, claimed.run)

    def come_to(self, rows: int, of: int) -> None:
        with self.app.app_context(), writing(db) as session:
            services.beat(session, *self.key, rows, of)

    def finish(self, content: str) -> None:
        with self.app.app_context():
            files.begin(*self.key).write_text(content, encoding="utf-8")
            with writing(db) as session:
                services.finish(session, *self.key, 4000, len(content), 24)

    def fail(self, why: str) -> None:
        with self.app.app_context(), writing(db) as session:
            services.fail(session, *self.key, why)


def test_from_the_order_to_the_file(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + DOWNLOADS)
    page.get_by_role("button", name="Svar som CSV", exact=True).click()
    told = page.get_by_role("status").filter(has_text="Filen")
    expect(told).to_have_text("Filen venter på tur")
    assert faults(page, "waiting") == []
    maker = Maker(site)
    maker.come_to(1000, 4000)
    expect(told).to_have_text("Filen lages")
    expect(page).to_have_title("Filen lages · Nabolaget · Lokalkjent")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "25")
    expect(page.get_by_text("25 % av arbeidet er gjort")).to_be_visible()
    assert faults(page, "running") == []
    maker.come_to(4000, 4000)
    expect(page.get_by_text("Alle radene er lest")).to_be_visible()
    maker.finish("Nr.;Svar\r\n")
    expect(page.get_by_role("heading", name="Filen er klar")).to_be_visible()
    assert faults(page, "ready") == []
    with page.expect_download() as started:
        page.get_by_role("link", name="Last ned filen").click()
    assert started.value.path().read_text(encoding="utf-8") == "Nr.;Svar\n"
    assert started.value.suggested_filename.endswith(".csv")
    page.get_by_role("link", name="Alle nedlastinger").click()
    expect(page.get_by_role("heading", name="De store filene dine")).to_be_visible()
    assert faults(page, "downloads") == []


def test_one_is_given_up_and_one_fails(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "tablet")
    page.goto(site.address + DOWNLOADS)
    page.get_by_role("button", name="Excel-bok", exact=True).tap()
    page.get_by_role("button", name="Avbryt").tap()
    expect(page.get_by_text("Arbeidet er stanset.")).to_be_visible()
    page.get_by_role("button", name="Svar som CSV", exact=True).tap()
    expect(page.get_by_role("heading", name="Filen venter på tur")).to_be_visible()
    Maker(site).fail("Det er ikke plass til filen på tjenerens disk. Si fra til den som driver tjeneren.")
    expect(page.get_by_role("heading", name="Filen kunne ikke lages")).to_be_visible()
    expect(page.get_by_text("Det er ikke plass")).to_be_visible()
    assert faults(page, "failed") == []
    page.get_by_role("button", name="Bestill på nytt").tap()
    expect(page.get_by_role("heading", name="Filen venter på tur")).to_be_visible()


def test_what_is_no_file_is_a_page(browser: Browser, site: SurveySite) -> None:
    """Whoever has signed out, or whose file is gone, is told so; the page that says it was saved as the file."""
    page = signed_in(browser, site, "desk")
    page.goto(site.address + DOWNLOADS)
    page.get_by_role("button", name="Svar som CSV", exact=True).click()
    expect(page.get_by_role("heading", name="Filen venter på tur")).to_be_visible()
    Maker(site).finish("Nr.;Svar\r\n")
    with site.app.app_context(), writing(db) as session:
        expect(page.get_by_role("heading", name="Filen er klar")).to_be_visible()
        services.outdate(session, [1])
    page.get_by_role("link", name="Last ned filen").click()
    expect(page.get_by_role("heading", name="Filen er slettet, fordi svar er endret")).to_be_visible()


def test_who_signs_out_meanwhile_is_asked_to_sign_in(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + DOWNLOADS)
    page.get_by_role("button", name="Svar som CSV", exact=True).click()
    expect(page.get_by_role("heading", name="Filen venter på tur")).to_be_visible()
    page.context.clear_cookies()
    expect(page.get_by_role("heading", name="Logg inn")).to_be_visible()
