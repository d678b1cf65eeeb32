"""A moderator goes through what waits: blurs, approves in bulk, undoes, translates, by buttons and by keys; the log tells of it."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from participation.extensions import db
from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP
from tests.browser.sizes import faults
from tests.browser.test_planner_screens import signed_in
from tests.factories.cast import Cast
from tests.factories.written import write

WAITING = 7
EMAIL = "planner@example.no"


def queue(browser: Browser, site: ClassSite) -> Page:
    """The queue of a project in which people have written all sorts of things."""
    page, _project = signed_in(browser, site, LAPTOP)
    with site.app.app_context():
        somebody = site.app.test_client()
        written = write(Cast(somebody, somebody, somebody))
        address = written.queue
        db.session.remove()
    page.goto(site.address + address)
    expect(items(page)).to_have_count(WAITING)
    return page


def items(page: Page) -> Locator:
    return page.locator("[data-item]")


def with_text(page: Page, text: str) -> Locator:
    return items(page).filter(has_text=text)


def test_going_through_what_waits(browser: Browser, open_class: ClassSite) -> None:
    page = queue(browser, open_class)
    expect(items(page).first).to_contain_text("slo meg")
    expect(items(page).first).to_contain_text("Rutinen: Ring rektor samme dag.")
    done = page.locator("[role=status] > .queue-done")
    page.route("**/moderation/hide**", lambda route: route.abort())
    items(page).first.get_by_role("button", name="Skjul").click()
    expect(done).to_contain_text("Det kom ikke fram.")
    page.unroute("**/moderation/hide**")
    phone = with_text(page, "47 12 34 56")
    phone.locator("summary", has_text="Slør ord").click()
    expect(phone.get_by_label("Ord som skal sløres")).to_have_value("47 12 34 56, Kari")
    place = [one.get_attribute("data-item") for one in items(page).all()].index(phone.get_attribute("data-item"))
    page.evaluate("document.body.dataset.before = 'yes'")
    phone.get_by_role("button", name="Slør Svar").click()
    expect(done).to_contain_text("Ord er slørt i én tekst.")
    expect(items(page)).to_have_count(WAITING - 1)
    expect(with_text(page, "47 12 34 56")).to_have_count(0)
    expect(items(page).nth(place)).to_be_focused()
    expect(done).to_be_in_viewport()
    expect(page.get_by_text(f"{WAITING - 1} treff.")).to_be_visible()
    expect(page.locator("body[data-before='yes']")).to_have_count(1)
    done.get_by_role("button", name="Angre").click()
    expect(page.get_by_role("status").first).to_contain_text("Én tekst har fått ordene tilbake.")
    expect(with_text(page, "47 12 34 56")).to_have_count(1)
    foreign = with_text(page, "тут темно")
    foreign.locator("summary", has_text="Oversett").click()
    foreign.get_by_label("Oversettelse av").fill("Her er det mørkt")
    foreign.get_by_role("button", name="Lagre oversettelsen").click()
    expect(with_text(page, "тут темно")).to_contain_text("Her er det mørkt")
    page.get_by_label("Kryss av for alt på denne siden").check()
    page.get_by_role("button", name="Godkjenn alle som er krysset av").click()
    expect(done).to_contain_text(f"{WAITING} er godkjent.")
    expect(page.get_by_text("Ingenting venter.")).to_be_visible()
    done.get_by_role("button", name="Angre").click()
    expect(items(page)).to_have_count(WAITING)
    page.get_by_label("Søk i det folk har skrevet").fill("ærfugl")
    page.get_by_label("Vis", exact=True).select_option(label="Alle tekster og bilder")
    page.get_by_role("button", name="Søk").click()
    expect(items(page)).to_have_count(1)
    expect(page).to_have_url(re.compile("state=all"))
    page.get_by_role("navigation", name="Prosjekt").get_by_role("link", name="Logg").click()
    rows = page.get_by_role("row")
    expect(rows.filter(has_text="Godkjente tekster og bilder")).to_contain_text(EMAIL)
    expect(rows.filter(has_text=re.compile("Slørte ord"))).to_have_count(1)
    expect(page.get_by_text("Ingenting i loggen er endret")).to_be_visible()


def test_single_keys_are_off_until_they_are_turned_on(browser: Browser, open_class: ClassSite) -> None:
    page = queue(browser, open_class)
    items(page).first.focus()
    page.keyboard.press("a")
    page.locator("summary", has_text="Taster").click()
    choice = page.get_by_label("Bruk enkelttaster på denne siden")
    choice.check()
    expect(items(page)).to_have_count(WAITING)
    page.keyboard.press("j")
    expect(items(page).nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(items(page).nth(1)).to_be_focused()
    second = items(page).nth(1).get_attribute("data-item")
    page.keyboard.press("a")
    expect(page.locator(f"[data-item='{second}']")).to_have_count(0)
    expect(page.locator(".queue-done")).to_contain_text("Én er godkjent.")
    expect(items(page).nth(1)).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(f"[data-item='{second}']")).to_have_count(1)
    expect(items(page).nth(1)).to_be_focused()
    phone = with_text(page, "47 12 34 56")
    phone.focus()
    page.keyboard.press("b")
    field = phone.get_by_label("Ord som skal sløres")
    expect(field).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(", ahju")
    expect(field).to_have_value("47 12 34 56, Kari, ahju")
    page.keyboard.press("Enter")
    expect(page.locator(".queue-done")).to_contain_text("Ord er slørt i én tekst.")


def test_axe_finds_nothing_where_texts_are_moderated(browser: Browser, open_class: ClassSite) -> None:
    page = queue(browser, open_class)
    wrong = faults(page, "queue", small)
    with_text(page, "47 12 34 56").locator("summary", has_text="Slør ord").click()
    with_text(page, "тут темно").locator("summary", has_text="Oversett").click()
    page.locator("summary", has_text="Taster").click()
    wrong += faults(page, "all open", small)
    with_text(page, "noen slo meg").get_by_role("button", name="Skjul").click()
    expect(page.locator(".queue-done")).to_be_visible()
    wrong += faults(page, "", small)
    address = page.url.split("?")[0].split("#")[0]
    page.goto(f"{address}?state=hidden")
    expect(items(page)).to_have_count(1)
    wrong += faults(page, "", small)
    page.goto(f"{address}?text=finnes+ikke")
    wrong += faults(page, "", small)
    page.goto(address.replace("/moderation", "/log"))
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    wrong += faults(page, "", small)
    assert wrong == []


def small(page: Page) -> list[str]:
    """Targets that are too small for a finger."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll("main button, main summary, main select, main input:not([type=checkbox]):not([type=hidden])")]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 120))"""
    )
    return found
