"""On a device whose disk is slow, whoever goes on while something is being kept works on with what was told, not with what was before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.class_site import ClassSite
from tests.browser.in_page import slow_disk
from tests.browser.map_steps import DESK, MapSteps
from tests.browser.map_survey import map_survey
from tests.browser.pupil_steps import LAPTOP, STILL, PupilPage, new_pupil
from tests.browser.survey_site import SurveySite, survey_site


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, map_survey()) as site:
        yield site


@pytest.fixture
def desk(browser: Browser, site: SurveySite) -> Iterator[MapSteps]:
    steps = MapSteps(browser, site, DESK)
    steps.turn_to("spots")
    yield steps
    steps.close()


@pytest.fixture
def pupil(browser: Browser, open_class: ClassSite) -> Iterator[PupilPage]:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    pupil.join()
    pupil.put_sticker("Ønske", "Mer lys")
    pupil.page.get_by_role("button", name="Min liste").click()
    yield pupil
    pupil.close()


def test_a_mark_is_changed_again_before_the_first_change_is_kept(desk: MapSteps) -> None:
    desk.put("bad")
    desk.dialog.get_by_label("Mørkt").check(force=True)
    with slow_disk(desk.page):
        desk.done()
        desk.marks.get_by_role("button", name="Endre").click()
        desk.marks.get_by_role("button", name="Endre").click()
    expect(desk.dialog.get_by_label("Mørkt")).to_be_checked()
    desk.done()
    expect(desk.dialog).to_have_count(0)
    desk.marks.get_by_role("button", name="Endre").click()
    expect(desk.dialog.get_by_label("Mørkt")).to_be_checked()


def test_a_mark_is_deleted_before_what_was_told_of_it_is_kept(desk: MapSteps) -> None:
    desk.put("good")
    desk.dialog.get_by_label("Hva kaller du stedet?").fill("Benken ved vannet")
    with slow_disk(desk.page):
        desk.done()
        desk.marks.get_by_role("button", name="Slett").click()
    desk.question.get_by_role("button", name="Angre").click()
    expect(desk.marks).to_contain_text("Benken ved vannet")


def test_a_mark_is_moved_before_what_was_told_of_it_is_kept(desk: MapSteps) -> None:
    desk.put("good")
    desk.dialog.get_by_label("Hva kaller du stedet?").fill("Benken ved vannet")
    with slow_disk(desk.page):
        desk.dialog.get_by_role("button", name="Flytt det").click()
        desk.press(120, 80)
        expect(desk.question.get_by_role("button", name="Avbryt")).to_have_count(0)
    expect(desk.marks.locator(".marks__show")).to_be_focused()
    expect(desk.marks).to_contain_text("Benken ved vannet")
    expect(desk.marks).to_have_count(1)


def test_a_child_changes_a_sticker_again_before_the_first_change_is_kept(pupil: PupilPage) -> None:
    sheet = pupil.page.get_by_role("dialog")
    pupil.press("Endre: Ønske")
    sheet.get_by_text("Ballbane").click()
    with slow_disk(pupil.page):
        sheet.get_by_role("button", name="Ferdig").click()
        pupil.press("Endre: Ønske")
        pupil.press("Endre: Ønske")
    expect(sheet.get_by_label("Ballbane")).to_be_checked()
    sheet.get_by_role("button", name="Ferdig").click()
    expect(sheet).to_have_count(0)
    expect(pupil.page.locator(".mark__words")).to_contain_text("Ballbane")
    assert pupil.made() == 1


def test_a_child_deletes_a_sticker_before_a_change_of_it_is_kept(pupil: PupilPage) -> None:
    sheet = pupil.page.get_by_role("dialog")
    pupil.press("Endre: Ønske")
    sheet.get_by_text("Ballbane").click()
    with slow_disk(pupil.page):
        sheet.get_by_role("button", name="Ferdig").click()
        pupil.press("Slett: Ønske")
    pupil.made(0)
    pupil.page.locator(".toast").get_by_role("button", name="Angre").click()
    expect(pupil.page.locator(".mark__words")).to_contain_text("Ballbane")
    assert pupil.made() == 1


def test_an_answer_taken_back_before_it_is_kept_is_taken_back(desk: MapSteps) -> None:
    desk.put("bad")
    desk.dialog.get_by_label("Mørkt").check(force=True)
    desk.done()
    desk.marks.get_by_role("button", name="Endre").click()
    with slow_disk(desk.page):
        desk.dialog.get_by_label("Biler").check(force=True)
        desk.page.wait_for_timeout(600)
        desk.dialog.get_by_label("Biler").uncheck(force=True)
        desk.done()
    desk.marks.get_by_role("button", name="Endre").click()
    expect(desk.dialog.get_by_label("Mørkt")).to_be_checked()
    expect(desk.dialog.get_by_label("Biler")).not_to_be_checked()
    desk.done()


def test_no_more_marks_are_put_than_there_is_room_for(desk: MapSteps) -> None:
    desk.go_near("good")
    for x in (-90, -30, 30):
        desk.press(x, 0)
        desk.done()
        desk.tool("good").click()
    with slow_disk(desk.page):
        desk.press(90, 0)
        expect(desk.tool("good")).to_be_disabled()
    desk.done()
    expect(desk.marks).to_have_count(4)


def test_what_is_told_of_a_mark_is_kept_where_the_browser_goes_back(desk: MapSteps) -> None:
    desk.put("good")
    desk.dialog.get_by_label("Hva kaller du stedet?").fill("Benken ved vannet")
    desk.page.go_back()
    expect(desk.dialog).to_have_count(0)
    desk.page.go_forward()
    expect(desk.marks).to_contain_text("Benken ved vannet")
