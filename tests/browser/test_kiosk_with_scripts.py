"""A tablet that is handed on, where scripts run: the map and photos too, with answers in the page alone until they are sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from participation.extensions import db
from participation.responses.models import Response
from tests.browser import whole_steps
from tests.browser.axe import axe
from tests.browser.in_page import late_answers
from tests.browser.map_steps import IPAD, STILL, MapSteps
from tests.browser.survey_site import SurveySite
from tests.browser.survey_steps import begin, tell, turn
from tests.browser.test_kiosk import LEFT, NOTHING, link_of, ready
from tests.browser.test_whole_survey import as_sent, is_as_told
from tests.browser.whole_survey import WholeSite, whole_site


@pytest.fixture
def site(migrated: Path) -> Iterator[WholeSite]:
    with whole_site(migrated) as site:
        yield site


def channels(site: SurveySite) -> list[tuple[str, bool]]:
    with site.app.app_context():
        found = [(one.channel, one.complete) for one in db.session.scalars(select(Response).order_by(Response.id))]
        db.session.remove()
    return found


@pytest.fixture
def tablet(browser: Browser, site: WholeSite) -> Iterator[Page]:
    context = browser.new_context(**IPAD, **STILL, locale="nb-NO")
    page = context.new_page()
    page.goto(link_of(site))
    yield page
    context.close()


def test_every_question_is_answered_and_nothing_is_left(browser: Browser, site: WholeSite) -> None:
    on_tablet = replace(site, link=f"{site.link}/kiosk")
    steps = MapSteps(browser, on_tablet, IPAD, "nb", "&source=sms", first=link_of(site))
    page = steps.page

    def look() -> None:
        assert axe(page) == []

    whole_steps.tell_plain_pages(page)
    whole_steps.mark_everything(steps)
    look()
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).not_to_be_empty()
    look()
    stored = site.everything()
    is_as_told(stored, "nb")
    as_sent(steps, stored)
    assert channels(site) == [("interview", True)]
    assert page.evaluate(LEFT) == NOTHING
    page.get_by_role("button", name="Neste person").click()
    expect(page).to_have_url(f"{on_tablet.link}?lang=nb")
    ready(page)
    page.locator("[data-begin]").click()
    expect(page.locator("section[data-page=page1]")).to_be_visible()
    assert page.locator("input:checked").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('input[type=text], textarea')].every((one) => one.value === '')"
    )
    assert page.locator(".marks__one, .photos__chosen img").count() == 0
    assert page.evaluate(LEFT) == NOTHING
    steps.close()


def test_without_network_answers_wait_in_the_page_and_the_next_person_begins(tablet: Page, site: WholeSite) -> None:
    begin(tablet, f"{site.link}/kiosk")
    tablet.context.set_offline(True)
    for number, mode in enumerate(("walk", "bus"), start=1):
        tell(tablet, "mode", mode)
        tablet.get_by_role("button", name="Stopp her: neste person begynner").click()
        waiting = tablet.locator("[data-waiting]")
        expect(waiting).to_have_text(
            f"Svar som venter på nettet: {number}. De ligger bare på denne siden: ikke lukk den."
        )
        assert axe(tablet) == []
        tablet.locator("[data-begin]").click()
        expect(tablet.locator("section[data-page=page1]")).to_be_visible()
        assert tablet.locator("input:checked").count() == 0
    tablet.locator("[data-go=back]").click()
    expect(waiting).to_be_visible()
    tablet.context.set_offline(False)
    expect(waiting).to_be_hidden()
    assert [one["answers"]["mode"] for one in site.stored()] == ["walk", "bus"]
    assert channels(site) == [("interview", False)] * 2
    assert tablet.evaluate(LEFT) == NOTHING


def test_another_language_keeps_what_was_answered_and_the_next_person_has_the_first(
    tablet: Page, site: WholeSite
) -> None:
    begin(tablet, f"{site.link}/kiosk")
    tell(tablet, "mode", "walk")
    turn(tablet)
    tablet.get_by_role("link", name="العربية").click()
    expect(tablet.locator("html")).to_have_attribute("dir", "rtl")
    expect(tablet.locator("section[data-page=page2] h1")).to_have_text("الجزء 2")
    turn(tablet, "back")
    expect(tablet.locator("[name=mode][value=walk]")).to_be_checked()
    assert axe(tablet) == []
    tablet.locator("[data-hand-over]:visible").click()
    expect(tablet).to_have_url(f"{site.link}/kiosk?lang=nb")
    ready(tablet)
    expect(tablet.locator("html")).to_have_attribute("lang", "nb")
    [stored] = site.stored()
    assert (stored["answers"]["mode"], stored["language"]) == ("walk", "ar")
    assert tablet.evaluate(LEFT) == NOTHING


def test_a_language_pressed_twice_goes_on_with_the_answer(tablet: Page, site: WholeSite) -> None:
    begin(tablet, f"{site.link}/kiosk")
    tell(tablet, "mode", "walk")
    with late_answers(tablet, "**/kiosk?lang=ar") as late:
        tablet.get_by_role("link", name="العربية").click()
        late.wait()
        tablet.get_by_role("link", name="العربية").click()
        tell(tablet, "mode", "bus")
    expect(tablet.locator("html")).to_have_attribute("dir", "rtl")
    expect(tablet.locator("[name=mode][value=bus]")).to_be_checked()
    tablet.wait_for_timeout(500)
    expect(tablet.locator("section[data-page=page1]")).to_be_visible()
