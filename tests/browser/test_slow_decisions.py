"""A planner decides about the next before the last has come through: nothing comes back, nobody is taken from what they write."""

from __future__ import annotations

import random

from playwright.sync_api import Browser, expect

from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.in_page import late_answers
from tests.browser.test_many_marks import page_of
from tests.browser.test_moderation import WAITING, items, queue

chance = random.Random(7)
PLACES = [(chance.gauss(SCHOOL[0], 0.002), chance.gauss(SCHOOL[1], 0.001)) for _ in range(12)]


def test_what_was_decided_since_does_not_come_back(browser: Browser, open_class: ClassSite) -> None:
    page = queue(browser, open_class)
    first, second = (items(page).nth(place).get_attribute("data-item") for place in (1, 2))
    with late_answers(page, "**/moderation/approve**") as late:
        page.locator(f"[data-item='{first}']").get_by_role("button", name="Godkjenn").click()
        late.wait()
        page.locator(f"[data-item='{second}']").get_by_role("button", name="Skjul").click()
        expect(items(page)).to_have_count(WAITING - 1)
        expect(page.locator(".queue-done")).to_contain_text("skjult")
    expect(page.locator(f"[data-item='{first}']")).to_have_count(0)
    expect(page.locator(f"[data-item='{second}']")).to_have_count(0)
    expect(page.get_by_text(f"{WAITING - 2} treff.")).to_be_visible()
    expect(page.locator(".queue-done")).to_contain_text("skjult")
    page.context.close()


def test_whoever_writes_at_the_next_stays_there(browser: Browser, open_class: ClassSite) -> None:
    page = queue(browser, open_class)
    page.locator("summary", has_text="Taster").click()
    page.get_by_label("Bruk enkelttaster på denne siden").check()
    phone = items(page).filter(has_text="47 12 34 56")
    with late_answers(page, "**/moderation/hide**") as late:
        items(page).first.get_by_role("button", name="Skjul").click()
        late.wait()
        phone.locator("summary", has_text="Slør ord").click()
        field = phone.get_by_label("Ord som skal sløres")
        field.press("End")
        page.keyboard.type(", ha")
    expect(items(page)).to_have_count(WAITING - 1)
    expect(field).to_be_focused()
    page.keyboard.type("h")
    expect(field).to_have_value("47 12 34 56, Kari, hah")
    expect(items(page)).to_have_count(WAITING - 1)
    page.context.close()


def test_a_mark_hidden_by_two_presses_can_be_shown_again(browser: Browser, open_class: ClassSite) -> None:
    page = page_of(browser, open_class, PLACES)
    page.locator(".mark__show").first.click()
    row = page.locator(".mark--chosen")
    with late_answers(page, "**/marks/hide") as late:
        row.get_by_role("button", name="Skjul").click()
        late.wait()
        row.get_by_role("button", name="Skjul").click()
        page.wait_for_timeout(300)
    expect(page.locator(".toast__card")).to_contain_text("1 skjult")
    page.wait_for_timeout(300)
    page.locator(".toast__card button").click()
    expect(page.locator(".mark--hidden")).to_have_count(0)
    page.context.close()


def test_what_could_not_be_deleted_stands_where_it_stood(browser: Browser, open_class: ClassSite) -> None:
    page = page_of(browser, open_class, PLACES)
    rows = page.locator(".mark")
    before = rows.evaluate_all("rows => rows.map((row) => row.dataset.id)")
    for place in (2, 3):
        rows.nth(place).get_by_role("checkbox").check()
    bar = page.locator("[data-bar]")
    bar.get_by_role("button", name="Skjul").click()
    expect(page.locator(".mark--hidden")).to_have_count(2)
    page.route("**/marks/delete", lambda route: route.abort())
    rows.nth(3).get_by_role("button", name="Slett").click()
    expect(rows).to_have_count(11)
    rows.nth(2).get_by_role("button", name="Slett").click()
    expect(page.locator(".toast__card")).to_contain_text("kom ikke fram")
    expect(rows).to_have_count(12)
    assert rows.evaluate_all("rows => rows.map((row) => row.dataset.id)") == before
    page.context.close()
