"""Choices that fit earlier answers, as they come and go in a survey's page; and what fields begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import axe
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import begin, turn
from tests.factories.surveys import document
from tests.factories.surveys import page as page_of
from tests.integration.responses.test_choices_that_fit import FITS, TOWNS
from tests.unit.surveys.documents import choices, label, question

SURVEY = document(
    page_of(
        "where",
        question("single_choice", "county", label=label("Fylke"), choices=choices("vestland", "oslo")),
        question("single_choice", "town", label=label("Kommune"), choices=TOWNS, choice_filter=FITS, required=True),
        question(
            "single_choice", "work", label=label("Arbeid"), choices=TOWNS, choice_filter=FITS, appearance="dropdown"
        ),
        question("multiple_choice", "seen", label=label("Sett"), choices=TOWNS, choice_filter=FITS),
        question("ranking", "best", label=label("Best"), choices=TOWNS, choice_filter=FITS),
    ),
    page_of(
        "last",
        question("long_text", "more", label=label("Noe mer?"), default={"join": ["Om ", {"answer": "county"}]}),
        question("slider", "years", label=label("Hvor mange år?"), default=40),
        question("single_choice", "way", label=label("Hvordan?"), choices=choices("walk", "bus"), default="walk"),
        question(
            "short_text", "why", label=label("Hvorfor?"), default="Kort", relevant={"=": [{"answer": "way"}, "bus"]}
        ),
    ),
    page_of("thanks", question("short_text", "unseen", label=label("Til slutt"), default="x")),
)


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, SURVEY) as site:
        yield site


@pytest.fixture
def page(browser: Browser, site: SurveySite) -> Iterator[Page]:
    context = browser.new_context(locale="nb-NO", viewport={"width": 320, "height": 700})
    page = context.new_page()
    begin(page, site.link)
    yield page
    context.close()


def choose(page: Page, variable: str, choice: str) -> None:
    page.locator(f'[data-question="{variable}"] .option', has_text=choice).click()


def test_choices_come_and_go_with_the_answer_before(page: Page, site: SurveySite) -> None:
    town, work, seen, best = (page.locator(f'[data-question="{name}"]') for name in ("town", "work", "seen", "best"))
    expect(town).to_be_hidden()
    choose(page, "county", "Vestland")
    expect(town.locator(".option:visible")).to_have_text(["Bergen", "Voss"])
    expect(work.locator("option")).to_have_text(["Velg", "Bergen", "Voss"])
    expect(best.get_by_role("button", name="Voss")).to_be_visible()
    expect(best.get_by_role("button", name="Oslo")).to_have_count(0)
    assert axe(page) == []
    choose(page, "town", "Voss")
    work.locator("select").select_option("voss")
    choose(page, "seen", "Bergen")
    best.get_by_role("button", name="Voss").click()

    choose(page, "county", "Oslo")
    expect(town.locator(".option:visible")).to_have_text(["Oslo"])
    expect(work.locator("option")).to_have_text(["Velg", "Oslo"])
    expect(work.locator("select")).to_have_value("")
    expect(seen.locator(".option:visible")).to_have_text(["Oslo"])
    expect(best.locator("li")).to_have_text(["Oslo"])

    choose(page, "county", "Vestland")
    expect(town.get_by_label("Voss")).to_be_checked()
    expect(work.locator("select")).to_have_value("voss")

    choose(page, "county", "Oslo")
    expect(town.locator(".option:visible")).to_have_text(["Oslo"])
    page.get_by_role("button", name="Neste").click()
    expect(town.locator(".question__errors")).to_be_visible()
    choose(page, "town", "Oslo")
    turn(page)
    expect(page.get_by_label("Noe mer?")).to_have_value("Om oslo")
    turn(page, "back")
    turn(page)
    page.get_by_label("Noe mer?").fill("")
    choose(page, "way", "Bus")
    expect(page.get_by_label("Hvorfor?")).to_have_value("Kort")
    turn(page)
    page.reload()
    expect(page.get_by_label("Til slutt")).to_have_value("x")
    turn(page, "back")
    expect(page.get_by_label("Noe mer?")).to_have_value("")
    turn(page)
    page.get_by_label("Til slutt").fill("")
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_be_visible()
    told = {"county": "oslo", "town": "oslo", "years": 40, "way": "bus", "why": "Kort"}
    assert [one["answers"] for one in site.stored()] == [told]
