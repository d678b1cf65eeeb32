"""The planner tries a survey in the frames of three devices and on a phone of their own: what is answered is a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from participation.activities import drafts
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from surveys.templates import template
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import SIZES, faults, faults_now
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import choices, label, question

PREVIEW = "/projects/loddefjord/activities/1/preview"
COLOUR = question(
    "single_choice", "colour", label=label("Hvilken farge skal benken ha?"), choices=choices("red", "blue")
)


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, template("neighbourhood")) as site:
        with site.app.app_context():
            make_person()
            with writing(db) as session:
                short = document(page("bench", COLOUR))
                drafts.keep(session, session.get_one(Activity, 1), short, {}, [], "planner@example.no")
            db.session.remove()
        yield site


def answer(survey: Page | FrameLocator) -> None:
    """The draft's only question, from its start to the receipt."""
    survey.get_by_role("link", name="Begynn").click()
    survey.get_by_text("Blue").click()
    survey.get_by_role("button", name="Send").click()
    expect(survey.get_by_role("heading", name="Takk! Svaret ditt er kommet inn.")).to_be_visible()


def test_a_draft_is_tried_in_the_frame_and_on_a_phone(browser: Browser, site: SurveySite) -> None:
    shown = signed_in(browser, site, "desk")
    shown.goto(site.address + PREVIEW)
    frame = shown.frame_locator("iframe")
    expect(frame.get_by_text("Dette er en test. Svaret telles ikke.")).to_be_visible()
    assert faults(shown) == []
    frame.get_by_role("link", name="Begynn").click()
    frame.get_by_text("Blue").click()
    for device, width in (("Datamaskin", 1280), ("Nettbrett", 820)):
        shown.get_by_role("link", name=device).click()
        expect(frame.get_by_role("radio", name="Blue")).to_be_checked()
        assert frame.locator("html").evaluate("html => innerWidth") == width
    shown.set_viewport_size(SIZES["phone"]["viewport"])
    frame.get_by_role("button", name="Send").click()
    expect(frame.get_by_role("heading", name="Takk! Svaret ditt er kommet inn.")).to_be_visible()
    own = browser.new_context(**SIZES["phone"], locale="nb-NO").new_page()
    own.goto(shown.get_by_role("textbox").input_value())
    assert faults_now(own) == []
    answer(own)
    rows = site.once(lambda rows: len(rows) == 2 and all(row["complete"] for row in rows))
    assert [row["answers"] for row in rows] == [{"colour": "blue"}] * 2
    shown.get_by_role("link", name="Publisert").click()
    expect(frame.get_by_role("heading", name="Slik er det å bo her")).to_be_visible()
    expect(shown.get_by_text("2 testsvar, påbegynte eller sendte.")).to_be_visible()
    assert faults(shown) == []
    shown.get_by_role("button", name="Slett alle testsvar").click()
    expect(shown.get_by_text("2 testsvar er slettet.")).to_be_visible()
    assert site.once(lambda rows: rows == []) == []
    own.context.close()
    shown.context.close()
