"""A resident answers a survey: with and without JavaScript, by keys alone, on a small screen, in another language, on two devices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from surveys.templates import template
from tests.browser.sizes import SIZES, faults, too_wide
from tests.browser.survey_site import SurveySite, survey_site


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, template("neighbourhood")) as site:
        yield site


def next_page(page: Page) -> None:
    form = page.locator("form[action*='/page/']")
    here = form.get_attribute("action") or ""
    page.locator("main button[value=next]").click()
    expect(form).not_to_have_attribute("action", here)


def add_place(page: Page) -> None:
    page.locator(".listed__new input[type=radio]").first.check(force=True)
    page.locator(".listed__new select").select_option(index=1)
    before = page.locator(".listed__mark").count()
    page.get_by_role("button", name="Legg til i listen").click()
    expect(page.locator(".listed__mark")).to_have_count(before + 1)


@pytest.mark.parametrize(("size", "scripted"), [("desk", True), ("phone", False)])
def test_a_survey_is_answered_from_the_front_page_to_the_receipt(
    browser: Browser, site: SurveySite, size: str, scripted: bool
) -> None:
    context = browser.new_context(**SIZES[size], locale="nb-NO", java_script_enabled=scripted)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address)
    page.get_by_role("link", name="Nabolaget").click()
    if scripted:
        # Where scripts run, the link is not followed: see test_survey_with_scripts.py.
        page.goto(page.get_by_role("link", name="Begynn").evaluate("link => link.href"))
    else:
        page.get_by_role("link", name="Begynn").click()
    page.locator("#answer-satisfied input").nth(4).check(force=True)
    next_page(page)
    add_place(page)
    check(page, scripted)
    while page.locator("main button[value=next]").count():
        next_page(page)
    page.locator("main button[value=send]").click()
    expect(page.get_by_role("heading", name="Takk!")).to_be_visible()
    code = page.locator(".thanks__code").text_content()
    page.get_by_role("link", name="Se hva som skjer").click()
    page.get_by_label("Koden din").fill(code or "")
    page.get_by_role("button", name="Vis").click()
    page.get_by_text("Vis hva jeg svarte").click()
    expect(page.locator(".answered__list dd").first).to_have_text("5")
    check(page, scripted)
    [stored] = site.stored()
    assert stored["complete"] and stored["answers"] == {"satisfied": 5} and len(stored["marks"]) == 1
    assert all(address.startswith((site.address, "blob:")) for address in asked)
    context.close()


def check(page: Page, scripted: bool) -> None:
    """Nothing that axe finds, which is a script itself, and nothing to scroll sideways for."""
    assert (faults(page) if scripted else too_wide(page)) in ([], 0)


def test_a_survey_is_answered_with_keys_alone(browser: Browser, site: SurveySite) -> None:
    page = browser.new_page(locale="nb-NO")
    page.goto(f"{site.link}/page/1")
    page.locator("#answer-satisfied input").first.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_label("Hva er det beste med å bo her?").focus()
    page.keyboard.type("Sjøen")
    page.locator("main button[value=next]").press("Enter")
    expect(page.get_by_text("Side 2 av 7")).to_be_visible()
    assert site.stored()[0]["answers"]["best"] == "Sjøen"
    page.close()


def test_another_language_keeps_what_was_typed(browser: Browser, site: SurveySite) -> None:
    page = browser.new_page(locale="nb-NO")
    page.goto(f"{site.link}/page/1?lang=nn")
    page.get_by_label("Kva er det beste med å bu her?").fill("Sjøen")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_label("What is best about living here?")).to_have_value("Sjøen")
    expect(page.get_by_text("Page 1 of 7")).to_be_visible()
    assert site.stored()[0]["language"] == "en"
    page.close()


def test_an_answer_goes_on_on_another_device(browser: Browser, site: SurveySite) -> None:
    page, other = browser.new_page(locale="nb-NO"), browser.new_context(locale="nb-NO").new_page()
    page.goto(f"{site.link}/page/1")
    page.get_by_label("Hva er det beste med å bo her?").fill("Sjøen")
    next_page(page)
    page.get_by_role("button", name="Fortsett senere: få en kode").click()
    code = page.locator(".code-given__code").text_content()
    other.goto(site.link)
    other.get_by_role("link", name="Fortsett med en kode").click()
    other.get_by_label("Koden din").fill(code or "")
    other.get_by_role("button", name="Videre").click()
    expect(other.get_by_text("Side 2 av 7")).to_be_visible()
    other.get_by_role("button", name="Tilbake").click()
    expect(other.get_by_label("Hva er det beste med å bo her?")).to_have_value("Sjøen")
    other.context.close()
    page.close()
