"""A child presses again, or elsewhere, while the tablet or the network is slow: nothing is doubled, lost, or shown as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import func, select

from participation.class_sessions.models import Pupil
from participation.extensions import db
from tests.browser.class_site import ClassSite
from tests.browser.in_page import come_back_to, late_answers, slow_disk
from tests.browser.pupil_steps import LAPTOP, STILL, PupilPage, made_elsewhere, new_pupil
from tests.browser.test_pupil_set_aside import apart_from_afar, open_aside


@pytest.fixture
def pupil(browser: Browser, open_class: ClassSite) -> Iterator[PupilPage]:
    pupil = new_pupil(browser, open_class, LAPTOP, **STILL)
    pupil.open()
    yield pupil
    pupil.close()


def joined(site: ClassSite) -> int | None:
    with site.app.app_context():
        found = db.session.scalar(select(func.count()).select_from(Pupil))
        db.session.remove()
    return found


def test_a_child_joins_once(pupil: PupilPage, open_class: ClassSite) -> None:
    before = joined(open_class)
    # What comes after the first screen, and the disk, are as slow as the network.
    with slow_disk(pupil.page):
        for _press in range(3):
            pupil.page.get_by_role("button", name="Bli med").click(force=True, timeout=3000)
            pupil.page.wait_for_timeout(300)
    expect(pupil.page.locator(".personal-code [aria-hidden]")).to_be_visible()
    assert before is not None
    assert joined(open_class) == before + 1
    assert len(pupil.kept_on_device()["pupils"]) == 1


def test_what_is_answered_stands_there_at_once(pupil: PupilPage) -> None:
    pupil.join()
    pupil.put_sticker("Ønske", "Mer lys")
    pupil.press("Videre")
    face = pupil.page.locator(".tile__input").nth(1)
    with slow_disk(pupil.page):
        face.check(force=True)
        pupil.press("Neste")
        pupil.press("Tilbake til kartet")
        pupil.map_is_ready()
        pupil.tool("Bra")
        pupil.page.mouse.click(400, 300)
        sheet = pupil.page.get_by_role("dialog", name="Dette stedet")
        sheet.get_by_text("Trygt", exact=True).click()
        sheet.get_by_role("button", name="Ferdig").click()
        pupil.press("Videre")
        expect(face).to_be_checked()
        pupil.press("Neste")
        expect(pupil.page.locator(".numbers li").nth(1)).to_contain_text("2")
    pupil.press("Send")
    expect(pupil.page.get_by_role("heading", name="Takk!")).to_be_visible()


def test_what_is_set_aside_is_taken_along_once(browser: Browser, open_class: ClassSite) -> None:
    here = apart_from_afar(browser, open_class, LAPTOP)
    open_aside(here)
    with slow_disk(here.page):
        here.press("Ta med: Bra")
        here.press("Ta med: Bra")
    expect(here.page.locator(".marks--aside .mark")).to_have_count(1)
    here.page.wait_for_timeout(300)
    here.press("Tilbake")
    here.map_is_ready()
    here.made(5)
    here.close()


def test_a_road_goes_on_being_asked_about_where_the_child_has_gone_on(pupil: PupilPage) -> None:
    pupil.join()
    pupil.choose_school_road()
    x, y = pupil.school()
    with slow_disk(pupil.page):
        pupil.drag((x, y), (x / 2, y + 60), (24, y + 150))
        pupil.press("Ferdig")
        pupil.press("Videre")
    sheet = pupil.page.get_by_role("dialog", name="Skoleveien min")
    sheet.get_by_text("Jeg går").click()
    sheet.get_by_role("button", name="Ferdig").click()
    pupil.press("Tilbake til kartet")
    pupil.map_is_ready()
    expect(pupil.page.locator(".mark", has_text="Jeg går")).to_have_count(1)


def test_a_sticker_is_kept_where_the_child_has_gone_on(pupil: PupilPage) -> None:
    pupil.join()
    pupil.tool("Ønske")
    with slow_disk(pupil.page):
        pupil.page.mouse.click(640, 280)
        sheet = pupil.page.get_by_role("dialog", name="Dette stedet")
        sheet.get_by_text("Mer lys", exact=True).click()
        sheet.get_by_role("button", name="Ferdig").click()
        pupil.press("Videre")
    pupil.press("Tilbake til kartet")
    pupil.map_is_ready()
    pupil.made(1)


def test_nothing_is_made_while_everything_is_erased(pupil: PupilPage, open_class: ClassSite) -> None:
    pupil.join()
    pupil.put_sticker("Ønske", "Mer lys")
    pupil.saving("Sendt")
    pupil.press("Meny")
    pupil.press("Slett mitt")
    with late_answers(pupil.page, "**/api/responses/*") as late:
        pupil.press("Slett alt")
        late.wait()
        expect(pupil.page.locator(".toast")).to_have_text("Sletter …")
        expect(pupil.page.locator(".screen")).to_have_attribute("inert", "")
    expect(pupil.page.get_by_text("Alt du laget, er slettet.")).to_be_visible()
    assert open_class.stored() == []
    expect(pupil.page.get_by_role("button", name="Bli med")).to_be_enabled()


def test_a_late_answer_takes_nobody_to_the_map(pupil: PupilPage) -> None:
    pupil.join()
    pupil.put_sticker("Ønske", "Mer lys")
    pupil.send()
    pupil.saving("Sendt")
    with late_answers(pupil.page, "**/api/classes/*/pupils") as late:
        pupil.press("Rett på svaret")
        late.wait()
        pupil.press("Gi nettbrettet videre")
        pupil.press("Gi videre")
        expect(pupil.page.get_by_role("button", name="Bli med")).to_be_visible()
    pupil.page.wait_for_timeout(300)
    expect(pupil.page.get_by_role("button", name="Bli med")).to_be_visible()


def test_whoever_goes_back_from_a_code_stays_there(pupil: PupilPage, open_class: ClassSite) -> None:
    code = made_elsewhere(open_class).code
    with late_answers(pupil.page, "**/api/classes/*/pupils") as late:
        pupil.resume(code)
        late.wait()
        pupil.press("Tilbake")
        expect(pupil.page.get_by_role("button", name="Bli med")).to_be_visible()
    pupil.page.wait_for_timeout(500)
    expect(pupil.page.get_by_role("button", name="Bli med")).to_be_visible()


def test_what_the_teacher_says_meanwhile_leaves_what_can_be_undone(pupil: PupilPage, open_class: ClassSite) -> None:
    pupil.join()
    pupil.put_sticker("Ønske", "Mer lys")
    pupil.page.locator(".list-button").click()
    pupil.press("Slett: Ønske")
    pupil.made(0)
    open_class.five_minutes_left()
    come_back_to(pupil.page)
    expect(pupil.page.get_by_text("5 minutter igjen").first).to_be_visible()
    pupil.page.locator(".toast").get_by_role("button", name="Angre").click()
    pupil.made(1)
    expect(pupil.page.locator(".toast")).to_have_text("5 minutter igjen. Alt du har laget, er trygt.")
