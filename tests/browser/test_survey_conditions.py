"""Conditions, calculations and earlier answers in a survey's page, as they are given; and what the server alone can refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from participation.activities.models import CLOSED, Activity
from participation.database import writing
from participation.extensions import db
from tests.browser.axe import axe
from tests.browser.in_page import come_back_to
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import begin, kept_on_device, open_start, tell, turn
from tests.factories.surveys import document
from tests.factories.surveys import page as page_of
from tests.unit.surveys.documents import choices, label, question

DRIVES = {"=": [{"answer": "car"}, "yes"]}
MANY = {">": [{"answer": "cars"}, 3]}
SURVEY = document(
    page_of(
        "first",
        question("single_choice", "car", label=label("Har du bil?"), choices=choices("yes", "no")),
        question("whole_number", "cars", label=label("Hvor mange biler?"), relevant=DRIVES, required=DRIVES,
                 required_message=label("Skriv hvor mange biler du har."), constraint={"<": [{"self": True}, 10]},
                 constraint_message=label("Så mange som {cars} biler?")),
        question("calculated", "wheels", label=label("Hjul"), calculation={"*": [4, {"answer": "cars"}]}),
    ),
    page_of("parking", question("short_text", "where", label=label("Hvor står de {cars} bilene med {wheels} hjul?")), relevant=MANY),
    page_of("last", question("long_text", "more", label=label("Noe mer?"), max_length=2000)),
)  # fmt: skip


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, SURVEY) as site:
        yield site


@pytest.fixture
def page(browser: Browser, site: SurveySite) -> Iterator[Page]:
    # What a service worker sends passes by the answers that these tests give for the server.
    context = browser.new_context(locale="nb-NO", service_workers="block")
    page = context.new_page()
    begin(page, site.link)
    yield page
    context.close()


def progress(page: Page, words: str) -> None:
    expect(page.locator("[data-progress]:visible")).to_have_text(words)


def test_what_is_asked_follows_what_is_answered(page: Page, site: SurveySite) -> None:
    cars = page.get_by_label("Hvor mange biler?")
    expect(cars).to_be_hidden()
    progress(page, "Side 1 av 2")
    tell(page, "car", "yes")
    expect(cars).to_be_visible()
    tell(page, "cars", 5)
    progress(page, "Side 1 av 3")
    turn(page)
    expect(page.get_by_label("Hvor står de 5 bilene med 20 hjul?")).to_be_visible()
    tell(page, "where", "I garasjen")
    turn(page, "back")
    tell(page, "car", "no")
    progress(page, "Side 1 av 2")
    turn(page)
    page.get_by_label("Noe mer?").fill("Nei")
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_be_visible()
    [stored] = site.stored()
    assert stored["answers"] == {"car": "no", "more": "Nei"}


def test_a_question_that_an_answer_opened_is_not_jumped_over(page: Page) -> None:
    tell(page, "car", "yes")
    page.get_by_label("Hvor mange biler?").fill("2")
    tell(page, "car", "no")
    tell(page, "car", "yes")
    turn(page)
    progress(page, "Side 2 av 2")


def test_what_is_wrong_is_told_at_the_question_and_goes_when_it_is_mended(page: Page) -> None:
    tell(page, "car", "yes")
    page.locator("[data-go=next]").click()
    link = page.locator("[data-to-mend] a")
    expect(link).to_have_text("Hvor mange biler? – Skriv hvor mange biler du har.")
    expect(page).to_have_title("Rett opp: First · Skjema · Kommunen")
    assert axe(page) == []
    link.click()
    cars = page.get_by_label("Hvor mange biler?")
    expect(cars).to_be_focused()
    expect(cars).to_have_attribute("aria-invalid", "true")
    expect(cars).to_have_accessible_description("Skriv hvor mange biler du har.")
    cars.fill("tre")
    page.locator("[data-go=next]").click()
    expect(link).to_have_text("Hvor mange biler? – Skriv et helt tall med siffer, for eksempel 3.")
    cars.fill("12")
    page.locator("[data-go=next]").click()
    expect(link).to_have_text("Hvor mange biler? – Så mange som 12 biler?")
    cars.fill("3")
    expect(cars).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-to-mend]:visible")).to_have_count(0)


def test_what_only_the_server_refuses_is_told_at_the_question(page: Page, site: SurveySite) -> None:
    refuse(page, complete=True)
    tell(page, "car", "yes")
    tell(page, "cars", 3)
    turn(page)
    page.locator("[data-go=send]").click()
    expect(page.get_by_role("heading", name="Svaret ditt er ikke sendt ennå")).to_be_focused()
    expect(page.get_by_text("Ikke så mange.")).to_be_visible()
    assert axe(page) == []
    page.unroute("**/api/responses/*")
    page.get_by_role("button", name="Tilbake til svarene mine").click()
    progress(page, "Side 1 av 2")
    expect(page.locator("[data-to-mend]:visible")).to_be_focused()
    page.locator("[data-to-mend] a").click()
    expect(page.get_by_label("Hvor mange biler?")).to_be_focused()
    tell(page, "cars", 2)
    turn(page)
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_be_visible()
    assert [one["answers"]["cars"] for one in site.stored()] == [2]


def test_a_draft_that_the_server_refuses_is_told_at_once(page: Page) -> None:
    refuse(page, complete=False)
    tell(page, "car", "yes")
    tell(page, "cars", 3)
    kept_on_device(page, "cars", 3)
    come_back_to(page)
    expect(page.locator("[data-saving]")).to_have_text(
        "Lagret her, men kommunen kan ikke ta imot det ennå. Ikke så mange."
    )
    expect(page.get_by_label("Hvor mange biler?")).to_have_accessible_description("Ikke så mange.")
    page.locator("[data-go=next]").click()
    expect(page.locator("[data-to-mend]:visible a")).to_have_text("Hvor mange biler? – Ikke så mange.")


def test_a_survey_that_was_closed_meanwhile_says_so_and_gives_the_answer_back(page: Page, site: SurveySite) -> None:
    tell(page, "car", "no")
    turn(page)
    with site.app.app_context():
        with writing(db) as session:
            session.get_one(Activity, 1).status = CLOSED
        db.session.remove()
    page.get_by_label("Noe mer?").fill("Nei")
    page.locator("[data-go=send]").click()
    expect(page.get_by_role("heading", name="Svaret ditt er ikke sendt ennå")).to_be_visible()
    expect(page.locator("[data-reasons]")).to_contain_text("Dette er avsluttet.")
    expect(page.get_by_role("button", name="Tilbake til svarene mine")).to_be_hidden()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Lagre til en fil").click()
    assert '"more":"Nei"' in saved.value.path().read_text()


def refuse(page: Page, complete: bool) -> None:
    """The server takes neither drafts, or not what is sent at last."""

    def answer(route: Any) -> None:
        if route.request.post_data_json["complete"] is not complete:
            return route.continue_()
        return route.fulfill(status=422, json={"errors": [{"field": "answers.cars", "message": "Ikke så mange."}]})

    page.route("**/api/responses/*", answer)


def test_an_answer_is_seen_again_and_deleted(page: Page, site: SurveySite) -> None:
    tell(page, "car", "yes")
    tell(page, "cars", 3)
    page.get_by_role("button", name="Se svarene mine").click()
    expect(page.get_by_role("heading", name="Svarene mine")).to_be_focused()
    expect(page.locator(".answered__list dd")).to_have_text(["Yes", "3"])
    assert axe(page) == []
    page.get_by_role("button", name="Endre: First").click()
    tell(page, "cars", 2)
    turn(page)
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_be_visible()
    page.get_by_role("button", name="Se svarene mine").click()
    expect(page.locator(".answered__list dd")).to_have_text(["Yes", "2"])
    page.get_by_role("button", name="Tilbake").click()
    page.get_by_role("button", name="Slett svaret mitt").click()
    assert axe(page) == []
    page.get_by_role("button", name="Ja, slett det for godt").click()
    expect(page.get_by_role("heading", name="Svaret ditt er slettet")).to_be_focused()
    assert site.stored() == []
    page.goto(site.link)
    expect(page.get_by_role("link", name="Begynn")).to_be_visible()


def test_whoever_has_answered_is_asked_before_answering_again(page: Page, site: SurveySite) -> None:
    turn(page)
    page.locator("[data-go=send]").click()
    receipt = page.locator("[data-receipt]")
    expect(receipt).to_be_visible()
    before = receipt.inner_text()
    page.reload()
    expect(receipt).to_have_text(before)
    page.get_by_role("button", name="Noen andre vil svare").click()
    progress(page, "Side 1 av 2")
    page.get_by_role("button", name="Tilbake").click()
    page.evaluate("indexedDB.deleteDatabase('lokalkjent')")
    open_start(page, site.link)
    page.locator("[data-begin]").click()
    expect(page.get_by_role("heading", name="Undersøkelsen er besvart")).to_be_focused()
    assert axe(page) == []
    page.get_by_role("link", name="Ja, jeg har ikke svart").click()
    progress(page, "Side 1 av 2")


def test_what_an_answer_makes_required_says_so_beforehand(browser: Browser, migrated: Path) -> None:
    rows = {"rows": choices("paths", "lights"), "choices": choices("well", "badly")}
    asked = [
        question("single_choice", "car", label=label("Har du bil?"), choices=choices("yes", "no")),
        question("short_text", "where", label=label("Hvor?"), required=DRIVES),
        question("matrix", "works", label=label("Hva virker?"), required=DRIVES, **rows),
    ]
    with survey_site(migrated, document(page_of("only", *asked))) as site:
        page = browser.new_page(locale="nb-NO")
        begin(page, site.link)
        told = page.locator(".question__required:visible")
        for answer, count in (("yes", 2), ("no", 0), ("yes", 2)):
            tell(page, "car", answer)
            expect(told).to_have_count(count)
            expect(page.locator("[aria-required]")).to_have_count(3 if count else 0)
        page.locator("[data-go=next], [data-go=send]").locator("visible=true").click()
        lacks = "Dette spørsmålet må du svare på."
        rows_left = "Svar på radene som gjenstår: 2."
        expect(page.locator("[data-to-mend] a")).to_have_text([f"Hvor? – {lacks}", f"Hva virker? – {rows_left}"])
        assert axe(page) == []
        page.close()
