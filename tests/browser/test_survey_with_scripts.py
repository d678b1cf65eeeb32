"""A resident answers a survey with JavaScript: every type of question but those of the map, which have tests of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import survey_keys
from tests.browser.sizes import SIZES, faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import STORED, begin, every_plain_question, open_start, tell_all, tell_page, turn

RECEIPT = re.compile(r"^\w{4}( \w{4})*$")


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, every_plain_question()) as site:
        yield site


@pytest.mark.parametrize(("size", "language"), [("desk", "nb"), ("phone", "ar")])
def test_every_question_is_answered_on_every_screen(
    browser: Browser, site: SurveySite, size: str, language: str
) -> None:
    context = browser.new_context(**SIZES[size], locale="nb-NO")
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    begin(page, f"{site.link}?lang={language}&source=sms")
    page.locator("[data-go=next]").click()
    expect(page.locator("[data-to-mend]:visible")).to_be_focused()
    assert faults(page) == []
    tell_all(page)
    assert faults(page) == []
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_have_text(RECEIPT)
    expect(page.locator("[data-sent=received] h1")).to_be_focused()
    assert faults(page) == []
    [stored] = site.stored()
    assert stored["complete"] and stored["answers"] == STORED and stored["language"] == language
    assert all(address.startswith((site.address, "blob:", "data:")) for address in asked)
    context.close()


def test_every_question_is_answered_with_keys_alone(browser: Browser, site: SurveySite) -> None:
    page = browser.new_page(locale="nb-NO")
    open_start(page, f"{site.link}?source=sms")
    survey_keys.go_to(page, "[data-begin]")
    page.keyboard.press("Enter")
    for number in range(5):
        expect(page.get_by_text(f"Side {number + 1} av 5")).to_be_visible()
        expect(page.get_by_role("heading", name=f"Del {number + 1}")).to_be_focused()
        survey_keys.answer_page(page)
        survey_keys.go_to(page, "[data-go=next]" if number < 4 else "[data-go=send]")
        page.keyboard.press("Enter")
    expect(page.locator("[data-receipt]")).to_have_text(RECEIPT)
    [stored] = site.stored()
    typed = {variable: kept for variable, (_typed, kept) in survey_keys.TYPED.items()}
    assert stored["answers"] == STORED | typed
    page.close()


def test_enter_in_a_field_goes_on(browser: Browser, site: SurveySite) -> None:
    page = browser.new_page(locale="nb-NO")
    begin(page, site.link)
    tell_page(page)
    turn(page)
    tell_page(page)
    turn(page)
    page.locator("[name=called]").press("Enter")
    expect(page.get_by_text("Side 4 av 5")).to_be_visible()
    page.close()


def test_paper_has_every_page_with_room_to_write(browser: Browser, site: SurveySite) -> None:
    page = browser.new_page(locale="nb-NO")
    open_start(page, site.link)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for label in ("Hvilken bydel bor du i?", "Hva kaller dere stedet?", "Når flyttet du hit?"):
        expect(page.get_by_label(label)).to_be_visible()
    expect(page.get_by_label("Annet – skriv hva:")).to_be_visible()
    assert page.locator("[name=district]").evaluate("list => list.size") == 3
    for pressed in ("Begynn", "Neste", "Send"):
        expect(page.get_by_text(pressed, exact=True)).to_be_hidden()
    page.close()
