"""Residents press again, or elsewhere, while the device or the network is slow: nothing is passed over, doubled, or told to others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.in_page import come_back_to, come_to_the_network, late_answers, slow_disk
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import begin, kept_on_device, open_start, page_kept_on_device, turn
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import question

ASKED = document(
    page("one", question("short_text", "wish")),
    page("two", question("short_text", "why", required=True)),
    page("three", question("short_text", "more")),
)


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, ASKED) as site:
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nb-NO", reduced_motion="reduce", service_workers="block")
    yield context
    context.close()


@pytest.fixture
def desk(context: BrowserContext, site: SurveySite) -> Page:
    desk = context.new_page()
    begin(desk, site.link)
    return desk


def go(desk: Page, where: str) -> None:
    desk.locator(f"[data-go={where}]").click()


def test_no_page_is_passed_over_by_pressing_again(desk: Page) -> None:
    desk.locator("[name=wish]").fill("En benk")
    with slow_disk(desk):
        go(desk, "next")
        go(desk, "next")
    expect(desk.get_by_text("Side 2 av 3")).to_be_visible()
    kept_on_device(desk, "wish", "En benk")
    expect(desk.get_by_text("Side 2 av 3")).to_be_visible()
    desk.locator("[name=why]").fill("Slitne bein")
    go(desk, "next")
    desk.locator("[name=more]").fill("Nei")
    with slow_disk(desk):
        go(desk, "back")
        go(desk, "back")
    kept_on_device(desk, "more", "Nei")
    expect(desk.get_by_text("Side 2 av 3")).to_be_visible()


def test_an_answer_is_sent_once(desk: Page) -> None:
    letters: list[dict[str, Any]] = []
    desk.on("request", lambda asked: letters.append(asked.post_data_json) if asked.method == "PUT" else None)
    turn(desk)
    desk.locator("[name=why]").fill("Slitne bein")
    turn(desk)
    page_kept_on_device(desk, "three")
    expect(desk.locator("[data-saving]")).to_have_attribute("data-saving", "sent")
    before = letters[-1]["revision"]
    with slow_disk(desk):
        go(desk, "send")
        go(desk, "send")
    expect(desk.locator("[data-receipt]")).not_to_be_empty()
    assert [letter["revision"] for letter in letters if letter["complete"]] == [before + 1]


def test_a_code_is_asked_for_once(desk: Page, site: SurveySite) -> None:
    desk.locator("[name=wish]").fill("En benk")
    with late_answers(desk, "**/resume-code?*") as late:
        desk.locator("[data-ask-code]").click()
        late.wait()
        desk.locator("[data-ask-code]").click()
        desk.wait_for_timeout(500)
        assert len(late.here) == 1
    expect(desk.locator("[data-code-itself]")).not_to_be_empty()
    with late_answers(desk, "**/resume-code?*") as late:
        desk.locator("[data-ask-code]").click()
        late.wait()
        desk.go_back()
        desk.get_by_role("button", name="Begynn på nytt i stedet").click()
        expect(desk.locator("[name=wish]")).to_have_value("")
        desk.locator("[name=wish]").focus()
    desk.wait_for_timeout(500)
    expect(desk.locator("[data-code-panel]")).to_be_hidden()
    expect(desk.locator("[name=wish]")).to_be_focused()


def test_an_answer_fetched_twice_by_a_code_is_not_put_over_what_is_answered(
    browser: Browser, desk: Page, site: SurveySite
) -> None:
    desk.locator("[name=wish]").fill("En benk")
    desk.locator("[data-ask-code]").click()
    expect(desk.locator("[data-code-itself]")).not_to_be_empty()
    code = desk.locator("[data-code-itself]").inner_text()
    other = browser.new_page(locale="nb-NO")
    open_start(other, site.link)
    other.get_by_role("link", name="Fortsett med en kode").click()
    other.get_by_label("Koden din").fill(code)
    with late_answers(other, "**/resume?*") as late:
        other.get_by_label("Koden din").press("Enter")
        other.get_by_label("Koden din").press("Enter")
        late.wait()
        other.wait_for_timeout(500)
        late.let_in()
        other.locator("[name=wish]").fill("To benker")
        kept_on_device(other, "wish", "To benker")
    other.wait_for_timeout(500)
    expect(other.locator("[name=wish]")).to_have_value("To benker")
    other.close()


def test_a_code_typed_where_it_was_asked_for_goes_on_with_what_is_newest(desk: Page) -> None:
    desk.locator("[name=wish]").fill("En benk")
    desk.locator("[data-ask-code]").click()
    expect(desk.locator("[data-code-itself]")).not_to_be_empty()
    code = desk.locator("[data-code-itself]").inner_text()
    desk.route("**/api/responses/*?lang=nb", lambda route: route.abort())
    desk.locator("[name=wish]").fill("To benker")
    kept_on_device(desk, "wish", "To benker")
    desk.go_back()
    desk.get_by_role("link", name="Fortsett med en kode").click()
    desk.get_by_label("Koden din").fill(code)
    desk.get_by_label("Koden din").press("Enter")
    expect(desk.locator("[data-screen=form]")).to_be_visible()
    expect(desk.locator("[name=wish]")).to_have_value("To benker")


def send_held(desk: Page) -> list[Route]:
    """Send the answer, whose letters come no further than the network, and have it deleted."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "PUT" and not held:
            held.append(route)
        else:
            route.continue_()

    desk.route("**/api/responses/*?lang=nb", hold)
    turn(desk)
    desk.locator("[name=why]").fill("Slitne bein")
    turn(desk)
    go(desk, "send")
    desk.get_by_role("button", name="Slett svaret mitt").first.click()
    desk.get_by_role("button", name="Ja, slett").click()
    come_to_the_network(desk, held)
    return held


def test_what_is_erased_while_it_is_sent_is_erased(desk: Page, site: SurveySite) -> None:
    [route] = send_held(desk)
    route.continue_()
    expect(desk.locator("[data-sent=erased]")).to_be_visible()
    desk.wait_for_load_state("networkidle")
    assert site.stored() == []


def test_whoever_begins_while_an_answer_is_erased_goes_on(desk: Page, site: SurveySite) -> None:
    [route] = send_held(desk)
    desk.get_by_role("button", name="Noen andre vil svare").first.click()
    desk.locator("[name=wish]").fill("En benk")
    route.continue_()
    desk.wait_for_timeout(1000)
    desk.locator("[name=wish]").fill("To benker")
    kept_on_device(desk, "wish", "To benker")
    come_back_to(desk)
    expect(desk.locator("[data-saving]")).to_have_attribute("data-saving", "sent")
    assert [one["answers"] for one in site.stored()] == [{"wish": "To benker"}]
    desk.get_by_role("button", name="Se svarene mine").click()
    expect(desk.locator("[data-answered]")).to_contain_text("To benker")


def test_back_and_forth_before_the_start_is_there(desk: Page) -> None:
    desk.locator("[name=wish]").fill("En benk")
    kept_on_device(desk, "wish", "En benk")
    with slow_disk(desk):
        desk.go_back()
        desk.go_forward()
    desk.wait_for_timeout(500)
    expect(desk.locator("[data-screen=form]")).to_be_visible()
    expect(desk.locator("[name=wish]")).to_have_value("En benk")


def test_back_to_the_start_while_a_page_is_turned(desk: Page) -> None:
    desk.locator("[name=wish]").fill("En benk")
    with slow_disk(desk):
        go(desk, "next")
        desk.go_back()
    kept_on_device(desk, "wish", "En benk")
    desk.wait_for_timeout(500)
    expect(desk.locator("[data-screen=start]")).to_be_visible()
    assert "#" not in desk.url


@pytest.mark.parametrize(("wanted", "value"), [("fra den andre enheten", "Fra B"), ("som er her", "Fra A")])
def test_of_two_devices_the_answer_that_is_wanted_counts(
    browser: Browser, desk: Page, site: SurveySite, wanted: str, value: str
) -> None:
    desk.locator("[name=wish]").fill("En benk")
    desk.locator("[data-ask-code]").click()
    expect(desk.locator("[data-code-itself]")).not_to_be_empty()
    other = browser.new_page(locale="nb-NO")
    open_start(other, site.link)
    other.get_by_role("link", name="Fortsett med en kode").click()
    other.get_by_label("Koden din").fill(desk.locator("[data-code-itself]").inner_text())
    other.get_by_label("Koden din").press("Enter")
    desk.route("**/api/responses/*?lang=nb", lambda route: route.abort())
    for here, words in ((other, "Fra B"), (desk, "Fra A")):
        here.locator("[name=wish]").fill(words)
        kept_on_device(here, "wish", words)
    come_back_to(other)
    expect(other.locator("[data-saving]")).to_have_attribute("data-saving", "sent")
    desk.unroute("**/api/responses/*?lang=nb")
    come_back_to(desk)
    desk.get_by_role("button", name=wanted).click()
    expect(desk.locator("dialog[open]")).to_have_count(0)
    desk.wait_for_timeout(300)
    expect(desk.locator("[name=wish]")).to_have_value(value)
    come_back_to(desk)
    assert site.once(lambda found: found[0]["answers"] == {"wish": value})[0]["answers"] == {"wish": value}
    other.close()
