"""A planner takes in what was registered elsewhere: the file is looked at on the map and said field by field."""

from __future__ import annotations

import json
from collections.abc import Sequence

from playwright.sync_api import Browser, expect

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP, PHONE
from tests.browser.sizes import faults
from tests.browser.test_planner_screens import signed_in

ROWS = [("Bra", "fin huske", 10.79), ("Støy", "mye biler", 10.78), ("Bra", "langt herfra", 10.9)]


def delivered(rows: Sequence[tuple[str, str, float]] = ROWS) -> bytes:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [longitude, 59.91]},
            "properties": {"Kategori": category, "Kommentar": comment, "Antall": 3},
        }
        for category, comment, longitude in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_a_file_is_looked_at_and_its_whole_rows_taken_in(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    page.goto(f"{project}/activities/1/registrations")
    file = {"name": "barnetråkk 2019.geojson", "mimeType": "application/geo+json", "buffer": delivered()}
    page.get_by_label("Fil med registreringer").set_input_files(file)
    page.get_by_role("button", name="Se på filen").click()
    expect(page.locator("#map .file-row")).to_have_count(len(ROWS))
    for label, field in (("Felt med kategorien", "Kategori"), ("Felt med det som ble sagt", "Kommentar")):
        expect(page.get_by_label(label)).to_have_value(field)
    wrong = faults(page)
    page.get_by_role("button", name="Ta inn registreringene").click()
    expect(page.get_by_role("alert")).to_contain_text("Rad 3: Stedet er utenfor området til prosjektet.")
    wrong += faults(page)
    page.get_by_role("button", name="Ta inn de 2 hele").click()
    expect(page.get_by_role("status")).to_contain_text("2 registreringer er tatt inn.")
    assert wrong == []


def test_rows_half_a_world_apart_are_seen_on_a_phone(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, PHONE)
    page.goto(f"{project}/activities/1/registrations")
    rows = [*ROWS, ("Bra", "fortegnet mangler", -170.0), ("Bra", "et siffer for mye", 170.0)]
    file = {"name": "feil.geojson", "mimeType": "application/geo+json", "buffer": delivered(rows)}
    page.get_by_label("Fil med registreringer").set_input_files(file)
    page.get_by_role("button", name="Se på filen").click()
    expect(page.locator("#map .file-row")).to_have_count(len(rows))
    edges = page.locator("#map").bounding_box()
    assert edges
    for mark in [*page.locator("#map .file-row").all(), page.locator("#map .file-home")]:
        box = mark.bounding_box()
        assert box and box["width"] > 0
        assert edges["x"] <= box["x"] <= edges["x"] + edges["width"] - box["width"]
        assert edges["y"] <= box["y"] <= edges["y"] + edges["height"] - box["height"]
