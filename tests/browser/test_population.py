"""A planner gives the zones their inhabitants: a table is looked at beside the zones before its numbers are taken in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project, Zone
from participation.projects.zone_file import ZoneFields, read_zones, store_zones
from surveys.templates import template
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.people import make_person

MAPS = Path(__file__).parents[1] / "data" / "maps"
ZONES = "/projects/loddefjord/zones"
# As in Statistics Norway's tables: zones that nobody here has, and years of which the newest counts.
YEARS = ("2023", "2024")
NUMBER_IS_SEEN = """frame => frame.querySelector("td.number").getBoundingClientRect().right
  <= frame.getBoundingClientRect().right"""


@pytest.fixture(scope="module")
def bergen() -> dict[str, str]:
    """Code and name of the basic statistical units of Bergen."""
    rows = read_zones(MAPS / "bergen_grunnkretser_2013.geojson", ZoneFields("grunnkrets", "gkretsnavn")).rows
    return {code: zone.name for code, zone in rows.items()}


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, template("neighbourhood")) as site:
        with site.app.app_context():
            make_person()
            units = read_zones(MAPS / "bergen_grunnkretser_2013.geojson", ZoneFields("grunnkrets", "gkretsnavn"))
            with writing(db) as session:
                store_zones(session, session.query(Project).one(), "grunnkrets", units)
            db.session.remove()
        yield site


def json_stat(names: dict[str, str]) -> bytes:
    """Each unit has as many inhabitants as its place in the table, and a hundred fewer the year before."""
    region = {"index": {code: place for place, code in enumerate(names)}, "label": names}
    people = [number for place in range(len(names)) for number in (1000 + place - 100, 1000 + place)]
    dataset = {
        "version": "2.0",
        "class": "dataset",
        "label": "04317: Befolkning, etter grunnkrets, statistikkvariabel og år",
        "source": "Statistisk sentralbyrå",
        "id": ["Grunnkretser", "ContentsCode", "Tid"],
        "size": [len(names), 1, len(YEARS)],
        "dimension": {
            "Grunnkretser": {"label": "grunnkrets", "category": region},
            "ContentsCode": {"label": "statistikkvariabel", "category": {"label": {"Personer": "Personer"}}},
            "Tid": {"label": "år", "category": {"index": {year: place for place, year in enumerate(YEARS)}}},
        },
        "role": {"time": ["Tid"], "metric": ["ContentsCode"], "geo": ["Grunnkretser"]},
        "value": people,
    }
    return json.dumps(dataset).encode()


def file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def looked_at(page: Page, name: str, content: bytes) -> None:
    page.get_by_label("Tabell med innbyggere").set_input_files(file(name, content))
    page.get_by_role("button", name="Se på tabellen").press("Enter")


def stored(site: SurveySite) -> dict[str, int | None]:
    with site.app.app_context():
        found = {zone.code: zone.population for zone in db.session.query(Zone)}
        db.session.remove()
    return found


def test_numbers_are_seen_beside_the_zones_and_taken_in_by_keys(
    browser: Browser, site: SurveySite, bergen: dict[str, str]
) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + ZONES)
    wrong = faults(page, "zones")
    known, missing = dict(list(bergen.items())[:-1]), list(bergen)[-1]
    looked_at(page, "04317_20241127.json", json_stat({**known, "12019999": "Uoppgitt grunnkrets"}))
    expect(page.get_by_role("status")).to_contain_text("362 av 363 soner får et tall. Én rad er utelatt.")
    first = next(iter(bergen))
    row = page.get_by_role("row").filter(has_text=first)
    expect(row.get_by_role("rowheader")).to_have_text(f"{first} {bergen[first]}")
    expect(row.get_by_role("cell").first).to_have_text("1 000")
    assert set(stored(site).values()) == {None}
    page.get_by_text("Én sone får ikke noe tall").press("Enter")
    expect(page.get_by_text(missing, exact=False)).to_be_visible()
    page.get_by_text("Én rad som er utelatt, og hvorfor").press("Enter")
    expect(page.get_by_text("Ingen sone har koden «12019999")).to_be_visible()
    wrong += faults(page, "looked at")
    page.get_by_role("button", name="Ta inn 362 tall").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("362 soner har fått innbyggertall.")
    expect(page.get_by_role("heading", name="Innbyggere")).to_be_in_viewport()
    wrong += faults(page, "taken in")
    numbers = stored(site)
    assert (numbers[first], numbers[missing], sum(number or 0 for number in numbers.values())) == (
        1000,
        None,
        sum(range(1000, 1362)),
    )
    assert wrong == []


def test_another_column_is_chosen_and_shown_before_it_is_taken_in(
    browser: Browser, site: SurveySite, bergen: dict[str, str]
) -> None:
    page = signed_in(browser, site, "phone")
    page.goto(site.address + ZONES)
    first, second, *_rest = bergen
    table = f"grunnkrets;Menn 2024;Personer 2024\n{first} {bergen[first]};250;533\n{second};600;1204\n"
    looked_at(page, "folketall.csv", table.encode())
    expect(page.get_by_role("status")).to_contain_text("2 av 363 soner får et tall.")
    expect(page.get_by_label("Kolonne med innbyggerne")).to_have_value("2")
    page.get_by_label("Kolonne med innbyggerne").select_option("Menn 2024")
    page.get_by_role("button", name="Vis det slik").tap()
    expect(page.get_by_role("cell", name="250", exact=True)).to_be_visible()
    # The numbers are what is looked at: nothing has to be moved sideways for them.
    assert page.locator(".table-frame").evaluate(NUMBER_IS_SEEN)
    assert faults(page, "another column") == []
    page.get_by_role("button", name="Ta inn 2 tall").tap()
    expect(page.get_by_role("status")).to_contain_text("2 soner har fått innbyggertall.")
    assert (stored(site)[first], stored(site)[second]) == (250, 600)


def test_a_file_that_cannot_be_used_says_why_at_its_field(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    page.goto(site.address + ZONES)
    for name, content, why in (
        ("soner.gpkg", b"SQLite format 3\0", ".csv, .xlsx, .json"),
        ("04317.json", b'{"class": "dataset", "id": ["Tid"], "size": [2], "value": [1]}', "JSON-stat"),
    ):
        looked_at(page, name, content)
        field = page.get_by_label("Tabell med innbyggere")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(page.locator(f"#{field.get_attribute('id')}-error")).to_contain_text(why)
        summary = page.get_by_role("alert")
        expect(summary).to_contain_text(why)
        summary.get_by_role("link", name="Tabell med innbyggere").press("Enter")
        expect(field).to_be_focused()
        assert faults(page, name) == []
    looked_at(page, "navn.csv", b"navn;antall\nNordnes;5\nSentrum;6\n")
    expect(page.get_by_role("status")).to_contain_text("0 av 363 soner får et tall.")
    expect(page.get_by_role("button", name="Ta inn")).to_have_count(0)
    assert faults(page, "no zone") == []
    assert set(stored(site).values()) == {None}
