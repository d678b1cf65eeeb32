"""A teacher leads the lesson: from the link to the collected maps, on a phone and without JavaScript too."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.class_site import ClassSite
from tests.browser.in_page import come_back_to
from tests.browser.pupil_steps import LAPTOP, PHONE
from tests.browser.teacher_steps import TeacherPage, draw, projector_address, renew_link


def tile(page: Page, nickname: str, state: str) -> None:
    """The tile of `nickname` shows `state`."""
    found = page.locator(".tile", has=page.get_by_text(nickname, exact=True))
    expect(found.locator(".tile__state")).to_have_text(re.compile(state))


def test_the_room_follows_the_class(browser: Browser, open_class: ClassSite) -> None:
    teacher = TeacherPage(browser, open_class, LAPTOP)
    teacher.enter()
    page = teacher.page
    expect(page.locator(".board__code")).to_contain_text(open_class.code[:3])
    expect(page.get_by_role("img", name="QR-kode")).to_be_visible()
    nickname = draw(open_class)
    tile(page, nickname, "tegner")
    expect(page.locator("[data-joined]")).to_have_text("1")
    sent = draw(open_class, complete=True)
    come_back_to(page)
    tile(page, sent, "sendt")
    expect(page.locator("[data-count=sent]")).to_have_text("1")
    teacher.close()


def test_the_code_is_a_tenth_of_the_walls_width(browser: Browser, open_class: ClassSite) -> None:
    teacher = TeacherPage(browser, open_class, LAPTOP)
    teacher.enter()
    size = teacher.page.locator(".board__code").evaluate("(code) => parseFloat(getComputedStyle(code).fontSize)")
    assert size * 0.7 >= 1280 * 0.097, "letters 20 cm high where the picture is two metres wide"
    teacher.close()


def lesson(teacher: TeacherPage, nickname: str) -> None:
    """Tell that time is nearly up, pause, go on, end and collect."""
    page = teacher.page
    page.get_by_role("button", name="5 minutter igjen").click()
    expect(page.get_by_role("status").first).to_contain_text("fem minutter igjen")
    page.get_by_role("button", name="Pause", exact=True).click()
    expect(page.locator("[data-status]")).to_have_text("På pause")
    page.get_by_role("button", name="Fortsett").click()
    expect(page.locator("[data-status]")).to_have_text("Åpen")
    end = page.get_by_role("button", name="Ja, avslutt klassen")
    expect(end).to_be_hidden()
    page.get_by_text("Avslutt og samle inn").click()
    end.click()
    expect(page.locator("[data-status]")).to_have_text("Avsluttet")
    expect(page.get_by_text("Ett kart som ikke var sendt, er tatt med")).to_be_visible()
    tile(page, nickname, "ikke sendt")


def test_a_lesson_from_a_phone(browser: Browser, open_class: ClassSite) -> None:
    nickname = draw(open_class)
    teacher = TeacherPage(browser, open_class, PHONE)
    teacher.enter()
    lesson(teacher, nickname)
    teacher.close()


def test_a_lesson_without_javascript(browser: Browser, open_class: ClassSite) -> None:
    nickname = draw(open_class)
    teacher = TeacherPage(browser, open_class, LAPTOP, java_script_enabled=False)
    teacher.enter()
    lesson(teacher, nickname)
    teacher.close()


def test_a_renewed_link_is_told_in_the_old_ones_room(browser: Browser, open_class: ClassSite) -> None:
    teacher, wall = (TeacherPage(browser, open_class, LAPTOP) for _page in range(2))
    teacher.enter()
    wall.page.goto(projector_address(open_class))
    renew_link(open_class)
    expect(teacher.page.get_by_text("En eldre lenke kan være fornyet.")).to_be_visible(timeout=20_000)
    expect(wall.page.get_by_text("Ingen klasse har denne lenken.")).to_be_visible(timeout=20_000)
    teacher.enter()
    teacher.close()
    wall.close()


def test_hide_a_mark_and_pause_a_nickname(browser: Browser, open_class: ClassSite) -> None:
    nickname = draw(open_class)
    teacher = TeacherPage(browser, open_class, LAPTOP)
    teacher.enter()
    page = teacher.page
    page.locator(".tile", has_text=nickname).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(nickname)
    good = page.locator(".mark", has_text="Bua")
    good.get_by_role("button", name="Skjul").click()
    expect(good.locator(".pill")).to_have_text("skjult")
    good.get_by_role("button", name="Vis igjen").click()
    expect(good.locator(".pill")).to_have_count(0)
    page.get_by_role("button", name=f"Sett {nickname} på pause").click()
    expect(page.get_by_role("button", name=f"La {nickname} sende igjen")).to_be_visible()
    page.get_by_role("link", name="Tilbake til klasserommet").click()
    tile(page, nickname, "på pause")
    teacher.close()
