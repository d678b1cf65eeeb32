"""A class mapping is built before the planner's eyes as pupils meet it: tools, sheets and cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from participation.activities.services import add_activity
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.browser.builder_steps import pane, saved, shown
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person
from tests.factories.surveys import document


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, document()) as site:
        with site.app.app_context():
            make_person()
            with writing(db) as session:
                add_activity(session, session.query(Project).one(), "class_mapping", "Skoleveien")
        yield site


def test_what_pupils_meet_is_seen_while_it_is_built(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(f"{site.address}/projects/loddefjord/activities/2/builder")
    frame, outline, properties = shown(page), pane(page, "Oversikt"), pane(page, "Egenskaper")
    expect(frame.get_by_role("button", name="Vei", exact=True)).to_be_visible()
    outline.get_by_role("button", name="Steder").first.click()
    sheet = frame.locator(".sheet.is-chosen")
    expect(sheet.get_by_role("heading", name="Dette stedet")).to_be_visible()
    expect(sheet.locator(".tile").first).to_be_visible()
    assert faults(page) == []
    category = properties.get_by_label("Navn", exact=True).first
    category.fill("Fint å være")
    expect(sheet.get_by_role("button", name="Fint å være")).to_be_visible()
    saved(page)
    page.get_by_label("Språk i tekstene").select_option("nn")
    expect(sheet.get_by_role("heading", name="Denne staden")).to_be_visible()
    outline.locator("[data-question]").last.get_by_role("button").first.click()
    expect(frame.get_by_text("Du kan hoppe over alt du ikkje vil svare på.")).to_be_visible()
    page.context.close()
