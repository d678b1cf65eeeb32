"""A photo that comes through late, when its question is closed: it is kept, and nothing that was told since is undone by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import func, select

from participation.extensions import db
from participation.responses.models import Photo
from tests.browser.in_page import late_answers
from tests.browser.map_steps import DESK, PHONE, MapSteps
from tests.browser.stored import once
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.test_photos import file
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import category, question

ABOUT = [question("photo", "seen", max_photos=2), question("short_text", "called")]
ASKED = document(page("spots", question("place", "spots", categories=[category("good")], followups=ABOUT)))


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, ASKED) as site:
        yield site


@pytest.fixture
def desk(browser: Browser, site: SurveySite) -> Iterator[MapSteps]:
    """Asked about a mark that was just put."""
    steps = MapSteps(browser, site, DESK)
    steps.turn_to("spots")
    steps.put("good")
    yield steps
    steps.close()


def test_a_photo_that_is_removed_on_its_way_is_not_left_at_the_server(desk: MapSteps, site: SurveySite) -> None:
    with late_answers(desk.page, "**/photos/*?activity*") as late:
        desk.dialog.locator("input[type=file]").set_input_files(file("benken.jpg", "red"))
        late.wait()
        assert photos(site) == 1
        desk.page.route("**/photos/*", lambda route: route.abort())
        desk.dialog.get_by_role("button", name="Fjern").click()
        desk.page.unroute("**/photos/*")
    assert once(lambda: photos(site), lambda left: not left) == 0


def photos(site: SurveySite) -> int | None:
    with site.app.app_context():
        found = db.session.scalar(select(func.count()).select_from(Photo))
        db.session.remove()
    return found


def test_a_photo_of_a_mark_comes_through_when_its_dialog_is_closed(desk: MapSteps) -> None:
    with late_answers(desk.page, "**/photos/**") as late:
        desk.dialog.locator("input[type=file]").set_input_files(file("benken.jpg", "red"))
        late.wait()
        desk.page.keyboard.press("Escape")
        desk.marks.get_by_role("button", name="Endre").click()
        desk.dialog.locator("input[type=text]").fill("Benken ved vannet")
        desk.done()
        expect(desk.marks).to_contain_text("Benken ved vannet")
    desk.page.wait_for_timeout(600)
    desk.marks.get_by_role("button", name="Endre").click()
    expect(desk.dialog.locator("input[type=text]")).to_have_value("Benken ved vannet")
    expect(desk.dialog.locator(".photos__chosen img")).to_have_count(1)
    desk.done()


def test_a_photo_on_its_way_is_not_lost_to_another_language(browser: Browser, migrated: Path) -> None:
    asked = document(page("one", question("photo", "seen", max_photos=2)), languages=["nb", "nn"])
    with survey_site(migrated, asked) as site:
        desk = MapSteps(browser, site, PHONE)
        tab, nynorsk = desk.page, desk.page.locator(".languages a[hreflang=nn]")
        with late_answers(tab, "**/photos/*?activity*") as late:
            tab.locator("input[type=file]").set_input_files(file("benken.jpg", "red"))
            late.wait()
            nynorsk.click()
            expect(tab.locator("[data-told]")).to_contain_text("Et bilde er ikke sendt ennå")
            expect(tab.locator("[data-told]")).to_be_in_viewport(ratio=1)
        expect(tab.locator(".photos__chosen img")).to_have_count(1)
        expect(tab.locator("[data-saving]")).to_contain_text("Lagret her")
        nynorsk.click()
        expect(tab.locator("html")).to_have_attribute("lang", "nn")
        expect(tab.locator(".photos__chosen img")).to_have_count(1)
        desk.close()
