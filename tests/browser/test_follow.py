"""*Følg med* changes by itself when an answer comes, and leaves what the reader has opened as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from participation.activities.models import Activity
from participation.extensions import db
from surveys.templates import template
from tests.browser.in_page import come_back_to
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.classes import new_uuid
from tests.factories.people import make_person
from tests.factories.surveys import survey_body


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, template("neighbourhood")) as site:
        with site.app.app_context():
            make_person()
        yield site


def hand_in(site: SurveySite) -> None:
    with site.app.app_context():
        content = survey_body(db.session.query(Activity).one(), complete=True, answers={"lived_here": "2_9"})
        put = site.app.test_client().put
        answer = put(f"/api/responses/{new_uuid()}", data=json.dumps(content).encode(), content_type="application/json")
        db.session.remove()
    assert answer.status_code == 201, answer.text


def test_the_page_follows_along(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(f"{site.address}/projects/loddefjord/activities/1/follow")
    expect(page.locator("#part-sent")).to_contain_text("Ingenting har kommet ennå")
    assert faults(page) == []
    hand_in(site)
    expect(page.locator(".follow__number")).to_have_text("1")
    page.get_by_text("Som tabell").click()
    expect(page.locator("#days-rows tbody tr td").first).to_have_text("1")
    hand_in(site)
    come_back_to(page)
    expect(page.locator("#days-rows tbody tr td").first).to_have_text("2")
    expect(page.locator("#days-rows")).to_have_attribute("open", "")
    assert faults(page) == []
