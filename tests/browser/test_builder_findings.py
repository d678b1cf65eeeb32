"""What is worth a look is told in the builder: beside its question, at its field, and in a list that leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.builder_steps import add, pane, saved
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.test_builder import BUILDER
from tests.factories.people import make_person
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import category, label, question


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    pale = category("pale", colour="#ffee99")
    asked = page("home", question("place", "spots", label=label("Hvor?"), categories=[pale]))
    with survey_site(migrated, document(asked)) as site:
        with site.app.app_context():
            make_person()
        yield site


def test_what_is_found_is_told_where_it_is_and_mended_by_keys(browser: Browser, site: SurveySite) -> None:
    here = signed_in(browser, site, "desk")
    here.goto(site.address + BUILDER)
    outline, properties = pane(here, "Oversikt"), pane(here, "Egenskaper")
    spots = outline.get_by_role("button", name="Hvor?")
    expect(spots).to_contain_text("én ting å se på")
    expect(properties.get_by_text("er for blek")).to_be_visible()
    add(here, "Kort tekst", "Fødselsnummer")
    field = properties.get_by_label("Spørsmål", exact=True)
    outline.get_by_role("button", name="Tittel og innledning").click()
    saved(here)
    expect(outline.get_by_role("button", name="Fødselsnummer Kort tekst")).to_contain_text("én ting å rette")
    here.get_by_role("button", name="Se gjennom").focus()
    here.keyboard.press("Enter")
    looking = here.get_by_label("Se gjennom", exact=True)
    expect(looking.get_by_role("button")).to_have_count(2)
    assert faults(here) == []
    looking.get_by_role("button", name="Fødselsnummer").focus()
    here.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("ser ut til å be om fødselsnummer"))
    assert faults(here) == []
    here.keyboard.press("ControlOrMeta+A")
    here.keyboard.type("Hva savner du?")
    expect(field).to_have_attribute("aria-invalid", "false")
    here.get_by_role("button", name="Se gjennom").click()
    looking.get_by_role("button", name="er for blek").click()
    expect(properties.get_by_label("En annen farge")).to_be_focused()
    properties.get_by_role("button", name="Blå").click()
    here.get_by_role("button", name="Se gjennom").click()
    expect(looking.get_by_text("uten merknader")).to_be_visible()
    here.context.close()
