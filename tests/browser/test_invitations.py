"""A planner invites with personal codes, and residents answer with them, with and without scripts."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.extensions import db
from participation.responses.models import Response
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import SIZES, faults, too_wide
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person
from tests.factories.surveys import document

LIST = "Id\tSone\n" + "\n".join(f"{number}\t{'Vadmyra' if number < 1025 else 'Olsvik'}" for number in range(1001, 1050))


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document(*document()["pages"][:2])) as site:
        with site.app.app_context():
            make_person()
        yield site


def check(page: Page, scripted: bool = True) -> None:
    """At every size; without scripts, which axe is, at the page's own."""
    assert (faults(page) if scripted else too_wide(page)) in ([], 0)


def invited(page: Page, site: SurveySite) -> list[dict[str, str]]:
    """Paste the list, look at it, and get the letters' rows out of the file."""
    page.goto(f"{site.address}/projects/loddefjord/activities/1/invitations")
    check(page)
    page.get_by_role("link", name="Ta inn en liste").click()
    page.get_by_label("Listen", exact=True).fill(LIST.replace("Olsvik", "Olsvik 1", 1))
    page.get_by_role("button", name="Kontroller listen").click()
    expect(page.get_by_role("alert")).to_contain_text("Rad 26")
    check(page)
    page.get_by_label("Listen", exact=True).fill(LIST)
    page.get_by_role("button", name="Kontroller listen").click()
    expect(page.get_by_role("heading", name="49 mottakere")).to_be_visible()
    check(page)
    with page.expect_download() as made:
        page.get_by_role("button", name="Lag 49 koder").click()
    archive = zipfile.ZipFile(made.value.path())
    rows = csv.DictReader(io.StringIO(archive.read("brev.csv").decode("utf-8-sig")), delimiter=";")
    return list(rows)


def answered(page: Page) -> None:
    page.get_by_role("link", name="Begynn").click()
    expect(page.locator("#answer-lives_here")).to_be_visible()
    page.locator("#answer-lives_here input").first.check(force=True)
    main = page.locator("main")
    main.get_by_role("button", name="Neste", exact=True).click()
    main.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Takk! Svaret ditt er kommet inn.")).to_be_visible()


def test_codes_go_out_and_answers_come_in(browser: Browser, site: SurveySite) -> None:
    planner = signed_in(browser, site, "desk")
    letters = invited(planner, site)
    planner.get_by_role("link", name="Tilbake til Invitasjoner").click()
    planner.get_by_role("button", name="La bare de med kode svare").click()

    two_answer(browser.new_context(**SIZES["desk"], locale="nb-NO").new_page(), site, letters[:2])
    plain = browser.new_context(**SIZES["phone"], locale="nb-NO", java_script_enabled=False)
    two_answer(plain.new_page(), site, letters[2:4], scripted=False)

    planner.reload()
    expect(planner.get_by_role("cell", name=":").first).to_be_visible()
    planner.get_by_role("button", name="Lag nye koder og last dem ned").click()
    expect(planner.get_by_text("Færre enn fem har svart")).to_be_visible()
    check(planner)
    told = [(one["complete"], one["answers"]) for one in site.stored()]
    assert told == [(True, {"lives_here": "yes"})] * 4
    with site.app.app_context():
        assert set(db.session.scalars(select(Response.channel))) == {"personal_link"}
        db.session.remove()


def two_answer(page: Page, site: SurveySite, letters: list[dict[str, str]], scripted: bool = True) -> None:
    """One by the code and somebody else at home by the link, in the same browser."""
    page.goto(site.link)
    expect(page.get_by_text("Bare de som er invitert")).to_be_visible()
    check(page, scripted)
    page.get_by_label("Koden din").fill("2222 2222")
    page.get_by_role("button", name="Videre").click()
    expect(page.get_by_role("alert")).to_contain_text("Ingen invitasjon har denne koden")
    check(page, scripted)
    page.get_by_label("Koden din").fill(letters[0]["Kode"].lower())
    page.get_by_role("button", name="Videre").click()
    assert letters[0]["Kode"].replace(" ", "") not in page.url
    check(page, scripted)
    answered(page)
    page.goto(letters[1]["Lenke"])
    expect(page).to_have_url(f"{site.link}?lang=nb")
    answered(page)
    page.goto(letters[1]["Lenke"])
    expect(page.get_by_text("Denne koden er brukt")).to_be_visible()
