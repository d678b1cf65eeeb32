"""Conditions by choosing; and those of a workbook that are more than that are told in words and kept as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.builder_steps import pane, saved
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.test_builder import BUILDER, stored
from tests.factories.people import make_person
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import choices, label, question

COLUMNED = [{**one, "columns": {"part": "yes"}} for one in choices("bench", "tree")]
FREE = {
    "and": [
        {"or": [{"=": [{"answer": "lives"}, "yes"]}, {"answered": [{"answer": "wish"}]}]},
        {"<": [{"answer": "age"}, 67]},
    ]
}
FILTER = {"=": [{"column": "part"}, {"answer": "lives"}]}
LIMIT = {"<=": [{"self": True}, 120]}


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    asked = page(
        "home",
        question("single_choice", "lives", label=label("Bor du her?"), choices=choices("yes", "no")),
        question("whole_number", "age", label=label("Alder"), constraint=LIMIT, constraint_message=label("Skriv alderen i år.")),
        question("long_text", "wish", label=label("Hva ønsker du?")),
        question("multiple_choice", "misses", label=label("Hva savner du?"), choices=COLUMNED, choice_filter=FILTER, relevant=FREE),
        question("short_text", "more", label=label("Mer?")),
    )  # fmt: skip
    with survey_site(migrated, document(asked)) as site:
        with site.app.app_context():
            make_person()
        yield site


def test_what_is_more_than_can_be_chosen_is_told_and_kept(browser: Browser, site: SurveySite) -> None:
    here = signed_in(browser, site, "desk")
    here.goto(site.address + BUILDER)
    outline, properties = pane(here, "Oversikt"), pane(here, "Egenskaper")
    outline.get_by_role("button", name="Hva savner du?").click()
    told = "(«Bor du her?» = «Yes» eller «Hva ønsker du?» er besvart) og «Alder» < 67"
    expect(properties.get_by_text(told, exact=True)).to_be_visible()
    expect(properties.get_by_text("kolonnen «part» til valget = «Bor du her?»")).to_be_visible()
    properties.get_by_label("Spørsmål", exact=True).fill("Hva mangler?")
    outline.get_by_role("button", name="Alder").click()
    expect(properties.get_by_text("selve svaret ≤ 120")).to_be_visible()
    properties.get_by_label("Beskjed når et svar ikke godtas").fill("Skriv hvor gammel du er.")
    assert faults(here) == []
    outline.get_by_role("button", name="Mer?").click()
    properties.get_by_label("Vis spørsmålet").select_option("rule")
    properties.get_by_label("Sammenligning").select_option(label="har valgt minst så mange")
    properties.get_by_label("Svar", exact=True).fill("2")
    properties.get_by_role("button", name="Legg til en regel").click()
    properties.get_by_label("Spørsmål", exact=True).last.select_option(label="Hva ønsker du?")
    properties.get_by_label("Sammenligning").last.select_option(label="inneholder")
    properties.get_by_label("Svar", exact=True).last.fill("benk")
    properties.get_by_label("Det holder at").select_option("any")
    saved(here)
    assert faults(here) == []
    _lives, age, _wish, misses, more = stored(site)["pages"][0]["questions"]
    assert (misses["label"], misses["relevant"], misses["choice_filter"], misses["choices"]) == ({"nb": "Hva mangler?"}, FREE, FILTER, COLUMNED)  # fmt: skip
    assert (age["constraint"], age["constraint_message"]) == (LIMIT, {"nb": "Skriv hvor gammel du er."})
    assert more["relevant"] == {"or": [{">=": [{"count_selected": [{"answer": "misses"}]}, 2]}, {"contains": [{"answer": "wish"}, "benk"]}]}  # fmt: skip
    here.context.close()
