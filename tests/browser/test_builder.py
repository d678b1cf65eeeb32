"""A planner builds a questionnaire from nothing, alone and beside a colleague, with the mouse and without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from participation.activities.models import QuestionnaireDraft, QuestionnaireVersion
from participation.extensions import db
from tests.browser.axe import axe
from tests.browser.builder_steps import add, choices, pane, paste, saved, shown
from tests.browser.in_page import come_back_to
from tests.browser.planner_steps import signed_in, signed_in_on
from tests.browser.sizes import SIZES, faults
from tests.browser.stored import once
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person
from tests.factories.surveys import document
from tests.integration.commands.test_pictures import picture

BUILDER = "/projects/loddefjord/activities/1/builder"


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document()) as site:
        with site.app.app_context():
            make_person()
            make_person("kari@example.no")
        yield site


def stored(site: SurveySite, table: Any = QuestionnaireDraft, activity: int = 1) -> dict[str, Any]:
    """The document that was stored last; nothing of it where there is none."""
    with site.app.app_context():
        wanted = db.session.query(table).filter_by(activity_id=activity)
        found = wanted.order_by(table.number.desc()).first() if table is QuestionnaireVersion else wanted.first()
        db.session.remove()
    return dict(json.loads(found.document)) if found else {"title": {}, "pages": []}


def variables(content: dict[str, Any]) -> list[list[str]]:
    return [[one["variable"] for one in page["questions"]] for page in content["pages"]]


def open_builder(page: Page, site: SurveySite) -> None:
    page.goto(site.address + BUILDER)
    expect(shown(page).get_by_role("heading", name="Home")).to_be_visible()


def test_ten_questions_from_nothing_to_published(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(f"{site.address}/projects/loddefjord/activities/new")
    page.get_by_label("Tittel").fill("Parken")
    page.get_by_label("Undersøkelse: start med et tomt skjema").check()
    page.get_by_role("button", name="Lag aktiviteten").click()
    expect(pane(page, "Oversikt")).to_be_visible()
    add(page, "Ett valg", "Bruker du parken?")
    choices(page, "Ja", "Nei", "Vet ikke")
    add(page, "Flere valg", "Hva gjør du der?")
    properties = pane(page, "Egenskaper")
    paste(properties.get_by_label("Valg, nummer 1", exact=True), "Leker\nGår tur\nTrener")
    expect(properties.get_by_label("Valg, nummer 3", exact=True)).to_have_value("Trener")
    properties.get_by_role("button", name="Fjern").last.click()
    properties.get_by_label("Vis spørsmålet").select_option("rule")
    expect(properties.get_by_label("Sammenligning")).to_have_value("is")
    for kind, words in {"Skala": "Hvor fin er den?", "Ansikter": "Hvordan er stemningen?", "Kort tekst": "Hva heter benken?", "Lang tekst": "Hva savner du?", "Helt tall": "Hvor ofte?", "Dag": "Når sist?", "Steder": "Hvor er det fint?", "Ruter": "Hvor går du?"}.items():  # fmt: skip
        add(page, kind, words)
    expect(shown(page).get_by_role("heading", name="Hvor går du?")).to_be_visible()
    pane(page, "Oversikt").get_by_role("button", name="Tittel og innledning").click()
    properties.get_by_label("Legg til et språk").select_option(label="English")
    translations = page.get_by_label("Oversettelser")
    translations.get_by_label("Bruker du parken?").fill("Do you use the park?")
    expect(translations.get_by_role("status")).to_contain_text("1 av")
    saved(page)
    page.get_by_role("link", name="Til publisering").click()
    page.get_by_role("button", name="Publiser denne versjonen").click()
    expect(page.get_by_text("Versjon 1 er publisert")).to_be_visible()
    made = stored(site, QuestionnaireVersion, 2)
    [asked] = variables(made)
    assert asked[:2] == ["bruker_du_parken", "hva_gjor_du_der"] and len(asked) == 10
    assert made["pages"][0]["questions"][1]["relevant"] == {"=": [{"answer": "bruker_du_parken"}, "1"]}
    assert made["pages"][0]["questions"][0]["label"] == {"nb": "Bruker du parken?", "en": "Do you use the park?"}
    page.context.close()


def test_two_who_build_hear_of_each_other(browser: Browser, site: SurveySite) -> None:
    mine = signed_in(browser, site, "desk")
    hers = signed_in_on(browser, site, SIZES["desk"], "kari@example.no", locale="nb-NO")
    # She has not heard of it yet when she writes.
    hers.route("**/builder/hold", lambda route: route.abort())
    for page in (mine, hers):
        open_builder(page, site)
    pane(mine, "Egenskaper").get_by_label("Spørsmål", exact=True).fill("Bor du her?")
    saved(mine)
    pane(hers, "Egenskaper").get_by_label("Spørsmål", exact=True).fill("Bor du der?")
    expect(hers.get_by_role("alert")).to_contain_text("planner@example.no bygger")
    expect(pane(hers, "Egenskaper").get_by_label("Spørsmål", exact=True)).to_be_disabled()
    assert stored(site)["pages"][0]["questions"][0]["label"] == {"nb": "Bor du her?"}
    hers.unroute("**/builder/hold")
    hers.reload()
    expect(hers.get_by_role("alert")).to_contain_text("planner@example.no bygger nå")
    expect(pane(hers, "Egenskaper").get_by_label("Spørsmål", exact=True)).to_have_value("Bor du her?")
    hers.get_by_role("button", name="Ta over").click()
    expect(hers.get_by_role("button", name="Ta over")).to_have_count(0)
    pane(hers, "Egenskaper").get_by_label("Spørsmål", exact=True).fill("Bor du i nabolaget?")
    saved(hers)
    come_back_to(mine)
    expect(mine.get_by_role("alert")).to_contain_text("kari@example.no bygger")
    assert axe(mine) == []
    assert stored(site)["pages"][0]["questions"][0]["label"] == {"nb": "Bor du i nabolaget?"}
    for page in (mine, hers):
        page.context.close()


def test_it_is_built_without_a_mouse(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    outline, properties = pane(page, "Oversikt"), pane(page, "Egenskaper")
    chosen = outline.get_by_role("button", name="Spørsmål Flere valg")
    chosen.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_text("«Spørsmål» er nummer 2 av 2 på side 2")).to_be_attached()
    expect(chosen).to_be_focused()
    assert once(lambda: variables(stored(site)), bool) == [["lives_here"], ["wish", "misses"], ["spots"]]
    page.keyboard.press("Tab")
    expect(outline.get_by_role("button", name="Opp", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("«Spørsmål» er nummer 1 av 2 på side 2")).to_be_attached()
    expect(outline.get_by_role("button", name="Opp", exact=True)).to_be_focused()
    page.keyboard.press("ControlOrMeta+Z")
    saved(page)
    assert variables(stored(site))[1] == ["wish", "misses"]
    page.keyboard.press("ControlOrMeta+Shift+Z")
    saved(page)
    assert variables(stored(site))[1] == ["misses", "wish"]
    first = properties.get_by_label("Valg, nummer 1", exact=True)
    first.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Lekeplass")
    page.keyboard.press("Alt+ArrowUp")
    expect(first).to_have_value("Lekeplass")
    expect(first).to_be_focused()
    saved(page)
    codes = [one["code"] for one in stored(site)["pages"][1]["questions"][0]["choices"]]
    assert codes == ["1", "bench", "light", "tree"]
    # What was published is offered no longer, and keeps its place.
    properties.get_by_role("button", name="Fjern «Bench»").focus()
    page.keyboard.press("Enter")
    expect(properties.get_by_text("Tilbys ikke lenger.")).to_be_visible()
    page.context.close()


def test_every_part_is_used_on_a_phone_and_fits_every_screen(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "phone")
    page.goto(site.address + BUILDER)
    assert faults(page) == []
    outline, properties = pane(page, "Oversikt"), pane(page, "Egenskaper")
    outline.get_by_role("button", name="Spørsmål Steder").click()
    turn(page, "Egenskaper")
    properties.get_by_role("button", name="Legg til en kategori").click()
    properties.get_by_label("Navn", exact=True).last.fill("Farlig sted")
    properties.get_by_text("Utseende og spørsmål").last.click()
    properties.get_by_label("Symbol").last.select_option("star")
    properties.get_by_role("button", name="Lilla").last.click()
    properties.get_by_label("Det handler om").last.select_option("negative")
    assert faults(page) == []
    about = properties.get_by_label("Det spørres bare om disse").last
    about.get_by_role("button", name="Legg til et spørsmål").click()
    properties.get_by_role("button", name="Kort tekst").click()
    expect(properties.get_by_label("Type spørsmål")).to_have_accessible_description("Det spørres om hvert merke")
    properties.get_by_label("Spørsmål", exact=True).fill("Hva er farlig?")
    properties.get_by_label("Vis spørsmålet").select_option("rule")
    assert faults(page) == []
    turn(page, "Siden")
    expect(shown(page).get_by_text("Hva er farlig?").first).to_be_visible()
    assert page.locator("iframe").bounding_box()["width"] > 250  # type: ignore[index]
    expect(shown(page).locator("[data-symbol=star] svg")).to_be_visible()
    saved(page)
    category = stored(site)["pages"][2]["questions"][0]["categories"][2]
    assert (category["symbol"], category["colour"], category["sentiment"]) == ("star", "#7b3fa0", "negative")
    assert category["followups"][0]["label"] == {"nb": "Hva er farlig?"}
    assert category["followups"][0]["relevant"] == {"answered": [{"answer": "wish"}]}
    page.get_by_role("button", name="Oversett").click()
    page.get_by_label("Oversett til").select_option("so")
    expect(page.get_by_role("status").filter(has_text="0 av")).to_be_visible()
    assert faults(page) == []
    page.context.close()


def test_what_is_unfolded_stays_so_whatever_is_changed_at_once(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    pane(page, "Oversikt").get_by_role("button", name="Spørsmål Steder").click()
    properties = pane(page, "Egenskaper")
    look = properties.get_by_role("group").filter(has=page.get_by_text("Utseende og spørsmål")).last
    # In one go, before the browser tells that it has been unfolded.
    look.evaluate("""(card) => {
        card.querySelector("summary").click();
        const symbol = card.querySelector("select");
        symbol.value = "star";
        for (const name of ["input", "change"]) symbol.dispatchEvent(new Event(name, { bubbles: true }));
    }""")
    expect(properties.get_by_role("button", name="Lilla")).to_be_visible()
    page.context.close()


def turn(page: Page, name: str) -> None:
    """To another pane, as there is no room for all."""
    page.get_by_role("button", name=name, exact=True).click()


def test_a_question_is_dragged_to_another_page(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    outline = pane(page, "Oversikt")
    grip = outline.locator("[data-question=wish] [data-grip]")
    target = outline.locator("[data-question=lives_here]")
    box = target.bounding_box()
    assert box
    grip.hover()
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + 6, steps=8)
    expect(target).to_have_class("drop-before")
    page.mouse.up()
    assert once(lambda: variables(stored(site)), bool) == [["wish", "lives_here"], ["misses"], ["spots"]]
    page.context.close()


def test_what_it_lacks_is_told_at_the_field(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    outline, properties = pane(page, "Oversikt"), pane(page, "Egenskaper")
    add(page, "Ett valg", "Hva nå?")
    choices(page, "Ja", "Nei")
    properties.get_by_label("Valg, nummer 2", exact=True).fill("")
    outline.get_by_role("button", name="Tittel og innledning").click()
    saved(page)
    lacking = outline.get_by_role("button", name="Hva nå?")
    expect(lacking).to_contain_text("én ting å rette")
    lacking.click()
    field = properties.get_by_label("Valg, nummer 2", exact=True)
    expect(field).to_have_accessible_description("Teksten mangler på nb. Skriv den.")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert axe(page) == []
    page.get_by_role("link", name="Til publisering").click()
    expect(page.get_by_text("Side 1, «Hva nå?»: Teksten mangler på nb.")).to_be_visible()
    expect(page.get_by_role("button", name="Publiser denne versjonen")).to_have_count(0)
    page.context.close()


def test_a_server_that_is_away_loses_nothing(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    page.context.set_offline(True)
    pane(page, "Egenskaper").get_by_label("Spørsmål", exact=True).fill("Uten nett")
    expect(page.get_by_role("alert")).to_contain_text("Siden prøver igjen av seg selv")
    expect(page.locator("[data-saving]")).to_have_text("Ikke lagret ennå")
    page.context.set_offline(False)
    saved(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert stored(site)["pages"][0]["questions"][0]["label"] == {"nb": "Uten nett"}
    page.context.close()


def test_a_picture_and_a_sum(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    outline, properties = pane(page, "Oversikt"), pane(page, "Egenskaper")
    add(page, "Helt tall", "Hvor mange barn?")
    add(page, "Helt tall", "Hvor mange voksne?")
    outline.get_by_role("button", name="Legg til et spørsmål").first.click()
    outline.get_by_role("button", name="Regnes ut", exact=True).click()
    for words in ("Hvor mange barn?", "Hvor mange voksne?"):
        properties.get_by_label(words).check()
    outline.get_by_role("button", name="Legg til et spørsmål").first.click()
    outline.get_by_role("button", name="Informasjon", exact=True).click()
    properties.get_by_label("Overskrift", exact=True).fill("Parken")
    file: FilePayload = {"name": "IMG_7.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", "green")}
    properties.get_by_label("Bilde", exact=True).set_input_files(file)
    expect(properties.locator("img")).to_be_visible()
    expect(shown(page).locator("img.information__image")).to_be_visible()
    saved(page)
    asked = stored(site)["pages"][0]["questions"]
    assert asked[3]["calculation"] == {"+": [{"answer": "hvor_mange_barn"}, {"answer": "hvor_mange_voksne"}]}
    properties.get_by_label("Bilde", exact=True).set_input_files({**file, "buffer": b"no picture"})
    expect(page.get_by_role("alert")).to_contain_text("Velg et som er lagret som JPEG")
    page.context.close()
