"""A new planner's first ten minutes, with only the screen: from nothing to an answer that has been looked at, and a colleague.

The presses are counted by the page itself and held to a budget, so that none creeps in unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.builder_steps import add, choices, pane, saved
from tests.browser.map_steps import PHONE, MapSteps
from tests.browser.pupil_steps import LAPTOP
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import PASSWORD, make_person
from tests.factories.surveys import document

MAPS = Path(__file__).parents[1] / "data" / "maps"
# Signing in, choosing two files in the system's own window, and what respondents and colleagues press, are not among them.
MOST_PRESSES = 45
KINDS = {
    "Skala": "Hvor fin er den?",
    "Ansikter": "Hvordan er stemningen?",
    "Kort tekst": "Hva heter benken?",
    "Lang tekst": "Hva savner du?",
    "Helt tall": "Hvor ofte er du der?",
    "Dag": "Når var du der sist?",
    "Steder": "Hvor er det fint?",
    "Ruter": "Hvor går du?",
}
COUNTED = """addEventListener("click", (event) => {
  if (event.isTrusted && event.detail) sessionStorage.presses = Number(sessionStorage.presses ?? 0) + 1;
}, true)"""


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document()) as site:
        with site.app.app_context():
            make_person()
        yield site


def test_from_nothing_to_an_answer_and_a_colleague(browser: Browser, site: SurveySite) -> None:
    page = planner(browser.new_context(**LAPTOP), site)
    make_project(page)
    take_in(page, "zones", "bergen_grunnkretser_2013.geojson", 363)
    take_in(page, "schools", "bergen_skoler_2014.geojson", 84)
    build(page)
    publish_and_open(page)
    answer_on_a_phone(browser, site)
    moderate(page)
    link = invite(page)
    presses = int(page.evaluate("sessionStorage.presses"))
    colleague_sees_and_changes_nothing(browser, link)
    assert presses <= MOST_PRESSES


def planner(context: BrowserContext, site: SurveySite) -> Page:
    page = context.new_page()
    page.goto(f"{site.address}/login")
    page.get_by_label("E-post").fill("planner@example.no")
    page.get_by_label("Passord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Prosjekter")).to_be_visible()
    context.add_init_script(COUNTED)
    page.reload()
    return page


def make_project(page: Page) -> None:
    page.get_by_role("link", name="Nytt prosjekt").click()
    page.get_by_label("Navn").fill("Solheim")
    page.get_by_role("button", name="Lag prosjektet").click()
    expect(page.get_by_role("status")).to_contain_text("Prosjektet er laget")


def take_in(page: Page, what: str, name: str, count: int) -> None:
    places(page).get_by_role("link", name="Soner og skoler").click()
    # The page that the link was pressed on may be the same one, with its message.
    expect(page.get_by_role("status")).to_have_count(0)
    form = page.locator(f"form[action$='/{what}']")
    form.locator("input[type=file]").set_input_files(MAPS / name)
    form.get_by_role("button", name="Se på filen").last.click()
    if what == "zones":
        page.get_by_label("Type soner").fill("grunnkrets")
    page.get_by_role("button", name=re.compile("^Ta inn|^Importer")).click()
    expect(page.get_by_role("status").first).to_contain_text(str(count))


def places(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Prosjekt", exact=True)


def build(page: Page) -> None:
    places(page).get_by_role("link", name="Oversikt").click()
    page.get_by_role("link", name="Ny aktivitet").click()
    page.get_by_label("Tittel").fill("Parken")
    page.get_by_label("Undersøkelse: start med et tomt skjema").check()
    page.get_by_role("button", name="Lag aktiviteten").click()
    add(page, "Ett valg", "Bruker du parken?")
    choices(page, "Ja", "Nei", "Vet ikke")
    add(page, "Flere valg", "Hva gjør du der?")
    choices(page, "Leker", "Går tur", "Trener")
    properties = pane(page, "Egenskaper")
    properties.get_by_label("Vis spørsmålet").select_option("rule")
    expect(properties.get_by_label("Sammenligning")).to_have_value("is")
    for kind, words in KINDS.items():
        add(page, kind, words)
    pane(page, "Oversikt").get_by_role("button", name="Tittel og innledning").click()
    properties.get_by_label("Legg til et språk").select_option(label="English")
    page.get_by_label("Oversettelser").get_by_label("Bruker du parken?").fill("Do you use the park?")
    saved(page)


def publish_and_open(page: Page) -> None:
    page.get_by_role("link", name="Til publisering").click()
    page.get_by_role("button", name="Publiser denne versjonen").click()
    expect(page.get_by_text("Versjon 1 er publisert")).to_be_visible()
    page.get_by_role("link", name="Endre Parken").click()
    page.get_by_role("button", name="Åpne aktiviteten").click()
    expect(page.get_by_role("status").first).to_contain_text("Aktiviteten tar imot svar")


def answer_on_a_phone(browser: Browser, site: SurveySite) -> None:
    phone = MapSteps(browser, SurveySite(site.address, f"{site.address}/a/2", site.app), PHONE)
    form = phone.page
    form.get_by_text("Ja", exact=True).click()
    form.get_by_text("Går tur").click()
    form.get_by_label("Hva savner du?").fill("En benk. Ring meg på 47 12 34 56.")
    phone.question = form.locator("#answer-hvor_er_det_fint")
    phone.go_near(phone.question.locator("[data-tool]").first.get_attribute("data-tool") or "")
    phone.press()
    expect(phone.question.get_by_role("listitem").filter(has=form.get_by_role("button", name="Endre"))).to_have_count(1)
    phone.next()
    expect(form.get_by_role("heading", name="Takk! Svaret ditt er kommet inn.")).to_be_visible()
    phone.context.close()


def moderate(page: Page) -> None:
    places(page).get_by_role("link", name="Moderering").click()
    waiting = page.locator("[data-item]")
    expect(waiting).to_contain_text("47 12 34 56")
    waiting.locator("summary", has_text="Slør ord").click()
    waiting.get_by_role("button", name="Slør").click()
    expect(page.locator(".queue-done")).to_contain_text("Ord er slørt i én tekst.")


def invite(page: Page) -> str:
    places(page).get_by_role("link", name="Folk").click()
    page.get_by_label("Analytiker").check()
    page.get_by_role("button", name="Lag lenken").click()
    return page.locator("#made-link").input_value()


def colleague_sees_and_changes_nothing(browser: Browser, link: str) -> None:
    page = browser.new_context(**LAPTOP).new_page()
    page.goto(link)
    page.get_by_label("E-post").fill("kari@example.no")
    page.get_by_label("Velg et passord").fill("seks lange ord for meg")
    page.get_by_role("button", name="Bli med").click()
    expect(page.get_by_role("status")).to_contain_text("Rollen din: Analytiker")
    places(page).get_by_role("link", name="Aktiviteter").click()
    page.get_by_role("link", name="Parken").click()
    expect(page.locator(".follow__number")).to_have_text("1")
    expect(page.get_by_role("link", name="Endre")).to_have_count(0)
    page.get_by_role("navigation", name="Aktivitet", exact=True).get_by_role("link", name="Svar og kart").click()
    expect(page.locator("table tbody tr")).to_have_count(1)
    for closed in ("Innstillinger", "Folk", "Prosjektside"):
        expect(places(page).get_by_role("link", name=closed)).to_have_count(0)
