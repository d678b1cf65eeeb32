"""What a resident answers is never lost: without network, after a reload, in two tabs, on another device, in another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.in_page import come_back_to, comes_true
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import (
    STORED,
    begin,
    every_plain_question,
    kept_on_device,
    open_start,
    page_kept_on_device,
    tell,
    tell_all,
    tell_page,
    turn,
)

NO_NETWORK_YET = "Lagret her. Sendes når nettet er tilbake."


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, every_plain_question()) as site:
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nb-NO")
    yield context
    context.close()


def saved(page: Page, words: str) -> None:
    expect(page.locator("[data-saving]")).to_have_text(words)


def code_from(page: Page) -> str:
    """The code to go on elsewhere with."""
    page.get_by_role("button", name="Fortsett senere: få en kode").click()
    shown = page.locator(".code-given__code")
    expect(shown).not_to_be_empty()
    return shown.inner_text()


def worker_is_ready(page: Page) -> None:
    """The service worker keeps the page for when the network is gone."""
    page.evaluate("navigator.serviceWorker.ready")
    comes_true(page, "async () => Boolean(await caches.match(location.href.split('#')[0], { ignoreVary: true }))")


def test_a_survey_is_answered_without_network_and_sent_when_it_is_back(
    site: SurveySite, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{site.link}?source=sms")
    worker_is_ready(page)
    page.reload()
    expect(page.locator("[data-ready]")).to_be_attached()
    context.set_offline(True)
    page.locator("[data-begin]").click()
    expect(page.locator("section[data-page=page1]")).to_be_visible()
    tell_page(page)
    saved(page, NO_NETWORK_YET)
    page.reload()
    expect(page.locator("[name=mode][value=other]")).to_be_checked()
    tell_all(page)
    page.locator("[data-go=send]").click()
    expect(page.get_by_role("heading", name="Takk! Svaret ditt er på vei.")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Takk! Svaret ditt er på vei.")).to_be_visible()
    assert site.stored() == []
    context.set_offline(False)
    expect(page.get_by_role("heading", name="Takk! Svaret ditt er kommet inn.")).to_be_visible()
    [stored] = site.stored()
    assert stored["complete"] and stored["answers"] == STORED


def test_a_reload_keeps_the_answers_and_the_page(site: SurveySite, context: BrowserContext) -> None:
    page = context.new_page()
    begin(page, site.link)
    tell_page(page)
    turn(page)
    tell(page, "recommend", 7)
    kept_on_device(page, "recommend", 7)
    page.reload()
    expect(page.get_by_text("Side 2 av 5")).to_be_visible()
    expect(page.locator("[name=recommend][value='7']")).to_be_checked()
    turn(page, "back")
    expect(page.locator("[name=mode_other]")).to_have_value("Sparkesykkel")


def test_a_page_that_is_left_is_come_back_to(site: SurveySite, context: BrowserContext) -> None:
    page = context.new_page()
    begin(page, site.link)
    tell_page(page)
    turn(page)
    page_kept_on_device(page, "page2")
    page.close()
    page = context.new_page()
    open_start(page, site.link)
    page.get_by_role("button", name="Fortsett med svaret ditt").click()
    expect(page.get_by_text("Side 2 av 5")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Alle spørsmål")).to_be_visible()
    page.go_forward()
    expect(page.get_by_text("Side 2 av 5")).to_be_visible()


def test_two_tabs_are_one_answer(site: SurveySite, context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    begin(page, site.link)
    other.goto(page.url)
    expect(other.get_by_text("Side 1 av 5")).to_be_visible()
    tell(page, "mode", "walk")
    expect(other.locator("[name=mode][value=walk]")).to_be_checked()
    tell(other, "district", "bus")
    expect(page.locator("[name=district]")).to_have_value("bus")
    come_back_to(page)
    both = {"mode": "walk", "district": "bus", "score": 2}
    [stored] = site.once(lambda found: [one["answers"] for one in found] == [both])
    assert stored["answers"] == both


def test_two_who_begin_on_one_device_are_not_mixed(site: SurveySite, context: BrowserContext) -> None:
    page = context.new_page()
    begin(page, site.link)
    tell(page, "mode", "walk")
    kept_on_device(page, "mode", "walk")
    open_start(page, site.link)
    page.get_by_role("button", name="Begynn på nytt i stedet").click()
    expect(page.locator("[data-screen=form]")).to_be_visible()
    expect(page.locator("[name=mode]:checked")).to_have_count(0)
    tell(page, "mode", "bus")
    expect(page.locator("[data-saving]")).to_contain_text("Lagret her")
    come_back_to(page)
    stored = site.once(lambda found: [one["answers"].get("mode") for one in found] == ["walk", "bus"])
    assert [one["answers"]["mode"] for one in stored] == ["walk", "bus"]


def test_an_answer_goes_on_on_another_device_with_a_code(
    site: SurveySite, context: BrowserContext, browser: Browser
) -> None:
    page = context.new_page()
    begin(page, f"{site.link}?source=sms")
    tell_page(page)
    turn(page)
    code = code_from(page)
    second = browser.new_context(locale="nb-NO")
    other = second.new_page()
    open_start(other, site.link)
    other.get_by_role("link", name="Fortsett med en kode").click()
    other.get_by_label("Koden din").fill("FEIL KODE")
    other.get_by_role("button", name="Videre").click()
    expect(other.locator("#code-wrong")).to_contain_text("Ingen uferdige svar har denne koden")
    other.get_by_label("Koden din").fill(code.lower())
    other.get_by_role("button", name="Videre").click()
    expect(other.get_by_text("Side 2 av 5")).to_be_visible()
    tell_all(other)
    other.locator("[data-go=send]").click()
    expect(other.locator("[data-receipt]")).to_be_visible()
    tell(page, "recommend", 3)
    kept_on_device(page, "recommend", 3)
    come_back_to(page)
    expect(page.get_by_role("heading", name="Dette svaret er sendt")).to_be_visible()
    [stored] = site.stored()
    assert stored["complete"] and stored["answers"] == STORED
    second.close()


@pytest.mark.parametrize("counts", ["here", "there"])
def test_who_went_on_on_two_devices_says_which_answer_counts(
    site: SurveySite, context: BrowserContext, browser: Browser, counts: str
) -> None:
    page = context.new_page()
    begin(page, site.link)
    tell(page, "mode", "walk")
    code = code_from(page)
    second = browser.new_context(locale="nb-NO", java_script_enabled=False)
    other = second.new_page()
    other.goto(f"{site.link}/resume")
    other.get_by_label("Koden din").fill(code)
    other.get_by_role("button", name="Videre").click()
    other.locator("[name=district]").select_option("bus")
    for _time in range(4):
        other.locator("main button[value=next]").click()
        other.locator("main button[value=back]").first.click()
    tell(page, "district", "walk")
    expect(page.locator("[data-saving]")).to_contain_text("Lagret her")
    come_back_to(page)
    page.locator(f"dialog button[value={counts}]").click()
    expected = "walk" if counts == "here" else "bus"
    expect(page.locator("[name=district]")).to_have_value(expected)
    come_back_to(page)
    saved(page, "Lagret her og hos kommunen. Ikke sendt inn ennå.")
    chosen = {"mode": "walk", "district": expected, "score": 2}
    [stored] = site.once(lambda found: [one["answers"] for one in found] == [chosen])
    assert stored["answers"] == chosen
    second.close()


def test_another_language_keeps_every_answer(site: SurveySite, context: BrowserContext) -> None:
    page = context.new_page()
    begin(page, f"{site.link}?source=sms")
    tell_page(page)
    turn(page)
    tell(page, "recommend", 7)
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("section[data-page=page2]")).to_be_visible()
    expect(page.locator(".unread-note")).to_be_visible()
    expect(page.locator("[name=recommend][value='7']")).to_be_checked()
    page.locator(".unread-note a").click()
    expect(page.locator("html")).to_have_attribute("lang", "nb")
    expect(page.locator("section[data-page=page2]")).to_be_visible()
    expect(page.locator(".unread-note")).to_have_count(0)
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("section[data-page=page2]")).to_be_visible()
    turn(page, "back")
    expect(page.locator("[name=mode_other]")).to_have_value("Sparkesykkel")
    tell_all(page)
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_be_visible()
    [stored] = site.stored()
    assert stored["answers"] == STORED and stored["language"] == "ar"
