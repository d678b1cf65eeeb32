"""What lies behind the marks of a map question: the project's zones, and another base map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect
from sqlalchemy import select

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project, Zone
from tests.browser.map_steps import DESK, MapSteps
from tests.browser.map_survey import map_survey
from tests.browser.survey_site import SurveySite, survey_site

RING = [[5.2, 60.355], [5.22, 60.355], [5.22, 60.37], [5.2, 60.37], [5.2, 60.355]]


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, map_survey(), streets=True) as site:
        with site.app.app_context():
            with writing(db) as session:
                bounds = {"west": 5.2, "south": 60.355, "east": 5.22, "north": 60.37}
                outline = json.dumps({"type": "Polygon", "coordinates": [RING]})
                project = session.scalars(select(Project)).one()
                for kind, name in (("krets", "Vadmyra krets"), ("sone", "En annen sone")):
                    session.add(Zone(project_id=project.id, kind=kind, code="1", name=name, geometry=outline, **bounds))
            db.session.remove()
        yield site


def test_zones_of_the_kinds_that_a_question_names_lie_behind(browser: Browser, site: SurveySite) -> None:
    steps = MapSteps(browser, site, DESK)
    steps.turn_to("spots")
    expect(steps.question.locator(".map-zone")).to_have_count(1)
    expect(steps.question.locator(".map-zone-name")).to_have_text("Vadmyra krets")
    steps.turn_to("green")
    expect(steps.question.locator(".map-boundary")).to_have_count(1)
    expect(steps.question.locator(".map-zone")).to_have_count(0)
    steps.close()


def test_a_zone_is_found_by_its_name(browser: Browser, site: SurveySite) -> None:
    steps = MapSteps(browser, site, DESK)
    steps.turn_to("spots")
    steps.question.get_by_label("Søk etter navn").fill("krets")
    steps.question.get_by_role("button", name="Vadmyra krets").click()
    expect(steps.ground).to_be_focused()
    steps.close()


def test_the_base_map_can_be_changed(browser: Browser, site: SurveySite) -> None:
    def with_another(route: Route) -> None:
        answer = route.fetch()
        source = '"sources":[{"id":"bergen"'
        photo = '"sources":[{"id":"photo","kind":"raster","url":"/tiles/x/{z}/{x}/{y}","attribution":"","label":"Flyfoto"},{"id":"bergen"'
        assert source in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(source, photo))

    context = browser.new_context(**DESK, locale="nb-NO")
    page = context.new_page()
    page.route(f"{site.link}*", with_another)
    page.route("**/tiles/x/**", lambda route: route.fulfill(status=204))
    page.goto(site.link)
    page.locator("[data-begin]").click()
    page.evaluate("location.hash = '#page:spots'")
    button = page.locator("#answer-spots .map-base")
    expect(button).to_have_text("Bergen")
    button.click()
    expect(button).to_have_accessible_name("Bytt kart: Flyfoto")
    expect(page.locator("#answer-spots .leaflet-control-attribution")).to_contain_text("Kartverket")
    context.close()
