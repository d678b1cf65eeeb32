"""The planner's map and table of a survey's marks: places, roads and areas, linked both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from participation.extensions import db
from tests.browser.axe import axe
from tests.browser.map_steps import DESK
from tests.browser.map_survey import map_survey
from tests.browser.planner_steps import signed_in_on
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.classes import new_uuid
from tests.factories.people import make_person

PARK = [[5.22, 60.36], [5.24, 60.36], [5.24, 60.37], [5.22, 60.37], [5.22, 60.36]]


def mark(question: str, category: str | None, geometry: dict[str, Any]) -> dict[str, Any]:
    home = {"home_cut": False} if question == "road" else {}
    properties = {"question": question, "category": category, "answers": {}, **home}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


MARKS = [
    mark("spots", "good", {"type": "Point", "coordinates": [5.21, 60.365]}),
    mark("road", None, {"type": "LineString", "coordinates": [[5.19, 60.36], [5.2, 60.365], [5.21, 60.36]]}),
    mark("green", "park", {"type": "Polygon", "coordinates": [PARK]}),
]


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, map_survey()) as site:
        told = {"activity": "1", "revision": 1, "complete": True, "questionnaire_version": 1, "language": "nb"}
        answer = site.app.test_client().put(f"/api/responses/{new_uuid()}", json=told | {"answers": {}, "marks": MARKS})
        assert answer.status_code == 201, answer.text
        with site.app.app_context():
            make_person()
            db.session.remove()
        yield site


@pytest.fixture
def page(browser: Browser, site: SurveySite) -> Iterator[Page]:
    page = signed_in_on(browser, site, DESK, reduced_motion="reduce", locale="nb-NO")
    page.goto(f"{site.address}/projects/loddefjord/activities/1/marks")
    yield page
    page.context.close()


def test_each_mark_is_on_the_map_and_in_the_table(page: Page) -> None:
    expect(page.locator("tbody tr")).to_have_count(3)
    expect(page.locator("tbody")).to_contain_text("Her bør det bli park")
    expect(page.locator("tbody")).to_contain_text("Hvor går du oftest?")
    expect(page.locator(".map .sticker__symbol")).to_have_count(2)
    expect(page.locator(".leaflet-marks-pane path")).to_have_count(4)
    assert axe(page) == []


def test_an_area_pressed_on_the_map_is_chosen_in_the_table(page: Page) -> None:
    row = page.locator("tbody tr", has_text="Her bør det bli park")
    symbol = page.locator(".map .sticker__symbol").first
    expect(symbol).to_be_visible()
    box = symbol.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2 + 25, box["y"] + box["height"] / 2 + 10)
    expect(row.locator(".mark__show")).to_have_attribute("aria-pressed", "true")
