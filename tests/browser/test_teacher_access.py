"""Everyone reaches everything: axe-core on each of the teacher's pages at three sizes; sheets are a page of A4."""

from __future__ import annotations

import re
from itertools import product

from playwright.sync_api import Browser

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP, PHONE, STILL
from tests.browser.sizes import faults
from tests.browser.teacher_steps import TeacherPage, draw, fill_class, make_real, projector_address

PAGES = ("", "/marks", "/preparation", "/preparation/lesson-plan", "/preparation/letter", "/preparation/slips")
PDF_PAGE = re.compile(rb"/Type\s*/Page\b")


def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, open_class: ClassSite) -> None:
    for pupil in range(3):
        draw(open_class, complete=pupil == 0)
    teacher = TeacherPage(browser, open_class, LAPTOP, **STILL)
    page = teacher.page
    room = teacher.enter()
    wrong = []
    for path in PAGES:
        page.goto(room + path)
        wrong += faults(page, path or "room")
    page.goto(room)
    page.locator(".confirm summary").click()
    wrong += faults(page, "ending")
    page.goto(projector_address(open_class))
    page.locator(".cell-number").first.wait_for()
    wrong += faults(page, "projector")
    for text in ("personvern", "tilgjengelighet"):
        page.goto(f"{open_class.address}/{text}")
        wrong += faults(page, text)
    make_real(open_class)
    page.goto(room)
    wrong += faults(page, "waiting")
    assert wrong == []
    teacher.close()


def test_each_sheet_is_one_page_of_a4(browser: Browser, open_class: ClassSite) -> None:
    fill_class(open_class, 30)
    teacher = TeacherPage(browser, open_class, LAPTOP)
    room = teacher.enter()
    open_class.app.config["BASE_URL"] = "https://lokalkjent.bergen.kommune.no"
    for sheet, language in product(("letter", "lesson-plan", "slips"), ("nb", "nn", "en")):
        teacher.page.goto(f"{room}/preparation/{sheet}?lang={language}")
        printed = teacher.page.pdf(prefer_css_page_size=True)
        assert len(PDF_PAGE.findall(printed)) == 1, (sheet, language)
    teacher.close()


def test_every_target_is_big_enough_for_a_thumb(browser: Browser, open_class: ClassSite) -> None:
    draw(open_class)
    teacher = TeacherPage(browser, open_class, PHONE)
    room = teacher.enter()
    small = []
    for path in ("", "/marks", "/preparation"):
        teacher.page.goto(room + path)
        for target in teacher.page.locator("main a:visible, main button:visible, main summary:visible").all():
            box = target.bounding_box()
            if box and box["height"] < 44 and not target.evaluate("(node) => Boolean(node.closest('p, h2'))"):
                small.append(f"{path}: {target.inner_text()} {box['height']}")
    assert small == []
    teacher.close()
