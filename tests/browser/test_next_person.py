"""Two who answer one after the other in a browser: nothing that is half done or on its way of the one comes to the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.in_page import late_answers
from tests.browser.map_steps import DESK, MapSteps
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import turn
from tests.browser.test_photos import choose, file
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import category, question

ASKED = document(
    page("seen", question("photo", "seen", max_photos=3), question("short_text", "wish")),
    page("spots", question("place", "spots", categories=[category("good")])),
)


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, ASKED) as site:
        yield site


@pytest.fixture
def desk(browser: Browser, site: SurveySite) -> Iterator[MapSteps]:
    steps = MapSteps(browser, site, DESK)
    yield steps
    steps.close()


def begin_anew(page: Page) -> None:
    anew = page.get_by_role("button", name="Begynn på nytt i stedet")
    while not anew.is_visible():
        turn(page, "back")
    anew.click()
    expect(page.locator("[data-screen=form]")).to_be_visible()


def test_photos_that_wait_or_are_on_their_way_stay_with_whoever_chose_them(desk: MapSteps, site: SurveySite) -> None:
    page = desk.page
    page.locator("[name=wish]").fill("En benk")
    page.route("**/photos/**", lambda route: route.abort())
    choose(page, file("min.jpg", "red"))
    expect(page.get_by_role("button", name="Prøv igjen")).to_be_visible()
    begin_anew(page)
    expect(page.get_by_text("min.jpg")).to_have_count(0)
    page.unroute("**/photos/**")
    page.evaluate("dispatchEvent(new Event('online'))")
    with late_answers(page, "**/photos/**") as late:
        choose(page, file("min.jpg", "red"))
        late.wait()
        page.locator("[name=wish]").fill("Et tre")
        begin_anew(page)
    page.locator("[name=wish]").fill("En sti")
    expect(page.locator("[data-saving]")).to_contain_text("hos kommunen")
    expect(page.locator(".photos__chosen li")).to_have_count(0)
    answers = [one["answers"] for one in site.once(lambda found: len(found) == 3)]
    assert sorted(one.pop("wish") for one in answers) == ["En benk", "En sti", "Et tre"]
    assert answers == [{}, {}, {}]


def test_a_map_begins_anew(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.question.get_by_label("Søk").fill("Storgata")
    desk.put("good")
    desk.marks.get_by_role("button", name="Slett").click()
    expect(desk.question.get_by_role("button", name="Angre")).to_be_visible()
    begin_anew(desk.page)
    desk.turn_to("spots")
    expect(desk.question.get_by_role("button", name="Angre")).to_have_count(0)
    expect(desk.question.locator("input[type=search]")).to_have_value("")
    desk.put("good")
    expect(desk.marks).to_have_count(1)
