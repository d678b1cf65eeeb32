"""The marks of a map question: put, told about, changed, deleted and brought back; what is lacking is told where it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.at_rest import at_rest
from tests.browser.axe import axe
from tests.browser.map_steps import DESK, MapSteps
from tests.browser.map_survey import map_survey
from tests.browser.survey_site import SurveySite, survey_site


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, map_survey()) as site:
        yield site


@pytest.fixture
def desk(browser: Browser, site: SurveySite) -> Iterator[MapSteps]:
    steps = MapSteps(browser, site, DESK)
    yield steps
    steps.close()


def test_keys_alone_put_change_delete_and_bring_back_a_mark(desk: MapSteps) -> None:
    keys = desk.page.keyboard
    desk.turn_to("spots")
    desk.tool("bad").focus()
    keys.press("Enter")
    expect(desk.ground).to_be_focused()
    keys.press("ArrowRight")
    expect(desk.question.locator(".crosshair")).to_be_visible()
    keys.press("Enter")
    expect(desk.question.locator(".map-notice")).to_contain_text("Vi gikk nærmere")
    at_rest(desk.page)
    keys.press("Enter")
    expect(desk.dialog.get_by_role("heading", name="Et utrygt sted")).to_be_focused()
    keys.press("Tab")
    keys.type("Krysset")
    keys.press("Tab")
    keys.press("Space")
    desk.dialog.get_by_role("button", name="Ferdig").press("Enter")
    expect(desk.tool("bad")).to_be_focused()
    expect(desk.marks).to_have_count(1)
    desk.marks.get_by_role("button", name="Endre: 1. Et utrygt sted").press("Enter")
    expect(desk.dialog.get_by_label("Mørkt")).to_be_checked()
    keys.press("Escape")
    expect(desk.marks.locator(".marks__show")).to_be_focused()
    desk.marks.get_by_role("button", name="Slett: 1. Et utrygt sted").press("Enter")
    expect(desk.marks).to_have_count(0)
    expect(desk.question.get_by_role("button", name="Angre")).to_be_focused()
    keys.press("Enter")
    expect(desk.marks).to_have_count(1)
    expect(desk.question.locator(".sticker__symbol")).to_have_count(1)


# Somebody quick is elsewhere before the answers are kept, which takes a moment.
GO_ON = "(dialog, next) => dialog.addEventListener('close', () => document.querySelector(next).focus())"


def test_whoever_goes_on_while_answers_about_a_mark_are_kept_is_not_taken_back(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.go_near("good")
    desk.press()
    desk.dialog.get_by_label("Hva kaller du stedet?").fill("Benken ved vannet")
    desk.dialog.evaluate(GO_ON, "[data-page=spots] [data-tool=bad]")
    desk.page.keyboard.press("Escape")
    expect(desk.marks).to_contain_text("Benken ved vannet")
    expect(desk.tool("bad")).to_be_focused()
    desk.marks.get_by_role("button", name="Endre").press("Enter")
    desk.dialog.get_by_label("Hva kaller du stedet?").fill("Benken under treet")
    desk.dialog.evaluate(GO_ON, "[data-page=spots] [data-mark] button:last-child")
    desk.page.keyboard.press("Escape")
    expect(desk.marks).to_contain_text("Benken under treet")
    expect(desk.marks.get_by_role("button", name="Slett")).to_be_focused()


def test_questions_about_a_mark_follow_their_conditions_and_must_be_answered(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.go_near("bad")
    desk.press()
    expect(desk.dialog.get_by_label("Fortell mer om bilene")).to_be_hidden()
    desk.done()
    expect(desk.dialog.get_by_text("må besvares")).to_be_visible()
    expect(desk.dialog.locator(".ds-validation-message")).to_be_visible()
    assert axe(desk.page) == []
    desk.dialog.get_by_label("Biler").check(force=True)
    desk.dialog.get_by_label("Fortell mer om bilene").fill("De kjører for fort")
    desk.dialog.get_by_label("Biler").uncheck(force=True)
    expect(desk.dialog.get_by_label("Fortell mer om bilene")).to_be_hidden()
    desk.page.keyboard.press("Escape")
    desk.next()
    expect(desk.page.locator("[data-to-mend]:visible")).to_contain_text("Noe om merke 1 er ikke besvart ennå.")
    assert axe(desk.page) == []
    desk.marks.get_by_role("button", name="Endre").click()
    desk.dialog.get_by_label("Mørkt").check(force=True)
    desk.done()
    desk.next()
    expect(desk.page).to_have_url(re.compile("#page:road$"))


def test_a_map_that_must_be_answered_says_so_in_place(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.next()
    expect(desk.page.locator("[data-to-mend]:visible")).to_be_focused()
    expect(desk.question.locator(".question__errors")).to_have_text("Dette spørsmålet må du svare på.")
    assert axe(desk.page) == []
    desk.page.locator("[data-to-mend]:visible a").click()
    expect(desk.tool("good")).to_be_focused()
    desk.go_near("good")
    desk.press()
    desk.done()
    expect(desk.question.locator(".question__errors")).to_have_count(0)


def test_no_more_than_there_is_room_for(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.go_near("good")
    for number in range(4):
        if number:
            desk.tool("good").click()
        desk.press(40 * number - 60, 0)
        desk.done()
        expect(desk.marks).to_have_count(number + 1)
    expect(desk.tool("good")).to_be_disabled()
    expect(desk.question.get_by_text("Det er ikke plass til flere her.")).to_be_visible()
    desk.marks.first.get_by_role("button", name="Slett").click()
    expect(desk.tool("good")).to_be_enabled()


def test_a_mark_is_moved_and_what_was_told_stays(desk: MapSteps) -> None:
    desk.turn_to("spots")
    desk.go_near("good")
    desk.press()
    desk.dialog.get_by_label("Hva kaller du stedet?").fill("Benken ved vannet")
    desk.dialog.get_by_role("button", name="Flytt det").click()
    desk.press(120, 80)
    expect(desk.marks.locator(".marks__show")).to_be_focused()
    expect(desk.marks).to_contain_text("Benken ved vannet")
    expect(desk.marks).to_have_count(1)


def test_marks_come_back_after_a_reload(desk: MapSteps) -> None:
    desk.turn_to("green")
    desk.go_near("park")
    desk.draw_around(100)
    desk.finish()
    expect(desk.marks).to_have_count(1)
    desk.page.reload()
    expect(desk.page.locator("#answer-green .marks__one")).to_have_count(1)
    expect(desk.page.locator("#answer-green .sticker__symbol")).to_have_count(1)


def test_the_map_opens_and_takes_marks_without_network(desk: MapSteps, site: SurveySite) -> None:
    desk.context.set_offline(True)
    desk.turn_to("spots")
    desk.go_near("good")
    desk.press()
    desk.done()
    expect(desk.marks).to_have_count(1)
    expect(desk.page.locator("[data-saving]")).to_contain_text("Lagret her")
    assert not any(one["marks"] for one in site.stored())
    desk.context.set_offline(False)
    desk.turn_to("road")
    [stored] = site.once(lambda found: any(one["marks"] for one in found))
    assert stored["categories"] == ["good"]
