"""What a survey lacks in the reader's language stands in the page in the one it has, says so, and goes on saying so."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from tests.browser.at_rest import at_rest
from tests.browser.map_steps import PHONE, MapSteps
from tests.browser.sizes import faults
from tests.browser.survey_site import survey_site
from tests.factories.missing_languages import NORWEGIAN, QUESTIONNAIRE
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import category, label, question


def test_what_lacks_is_marked_wherever_it_is_told(browser: Browser, migrated: Path) -> None:
    with survey_site(migrated, QUESTIONNAIRE) as site:
        steps = MapSteps(browser, site, PHONE, "pl")
        page = steps.page
        expect(page.locator("[data-question=favourite] .only-in")).to_have_text(NORWEGIAN)
        page.get_by_text("Park", exact=True).click()
        expect(page.get_by_label(f"Dlaczego Park ({NORWEGIAN})?")).to_be_visible()
        steps.next()
        steps.question = page.locator("#answer-spots")
        expect(page.get_by_label(f"Więcej: Park ({NORWEGIAN})")).to_be_visible()

        steps.tool("good").click()
        # The first press from far away moves the map nearer.
        middle = page.get_by_role("button", name="Umieść na środku mapy")
        middle.click()
        expect(steps.question.locator(".map-notice")).to_contain_text("Przybliżyliśmy")
        at_rest(page)
        middle.click()
        about = steps.dialog.locator("[data-question$=about]")
        expect(about.locator("[lang=nb]")).to_be_visible()
        expect(about.locator(".only-in")).to_have_text(NORWEGIAN)
        expect(steps.dialog.locator("[data-question$=when] .only-in")).to_have_count(0)
        steps.dialog.get_by_label("Hva er fint?").fill("Utsikten")
        steps.dialog.get_by_label("Kiedy?").fill("Zawsze")
        assert faults(page) == []
        steps.dialog.get_by_role("button", name="Gotowe").click()
        expect(steps.dialog).to_have_count(0)

        page.locator("[data-screen=form] [data-see-answers]").click()
        told = page.locator("[data-answered]")
        is_norwegian(told.locator("dl > div").nth(0), "Hvor?")
        is_norwegian(told.locator("dd > span > span").nth(0), "Hva er fint? Utsikten")
        expect(told.locator("dd > span > span").nth(1)).to_have_attribute("lang", "pl")
        assert faults(page) == []
        steps.close()


def test_our_own_words_about_what_lacks_are_marked_as_the_readers(browser: Browser, migrated: Path) -> None:
    asked = [
        question("short_text", "short", required=True),
        question(
            "place",
            "spots",
            categories=[category("good", prompt=label("Hvor er det fint?")), category("bad")],
            min_marks=1,
            required=True,
        ),
    ]
    with survey_site(migrated, document(page("only", *asked), languages=["nb", "pl"])) as site:
        steps = MapSteps(browser, site, PHONE, "pl")
        steps.question = steps.page.locator("#answer-spots")
        expect(steps.question.locator("[data-map-frame]")).to_have_attribute("lang", "pl")
        for tool in steps.question.locator(".map-tool span").all():
            expect(tool).to_have_attribute("lang", "nb")
        steps.page.locator("[data-go=send]").click()
        for asked_for in ("short", "spots"):
            told = steps.page.locator(f"#answer-{asked_for}-error")
            expect(told).to_contain_text("odpowied")
            expect(told).to_have_attribute("lang", "pl")
        assert faults(steps.page) == []
        steps.tool("good").click()
        prompt = steps.question.locator(".map-notice span")
        expect(prompt).to_have_text("Hvor er det fint?")
        expect(prompt).to_have_attribute("lang", "nb")
        steps.close()


def is_norwegian(part: Locator, words: str) -> None:
    """It says so to eyes and to screen readers."""
    expect(part).to_contain_text(words)
    expect(part).to_have_attribute("lang", "nb")
    expect(part.locator(".only-in")).to_have_text(NORWEGIAN)
