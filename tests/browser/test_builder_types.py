"""A question becomes one of another type with what it has, and says in its own words what is missing."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.builder_steps import pane, saved, shown
from tests.browser.planner_steps import signed_in
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite
from tests.browser.test_builder import open_builder, site, stored, variables

__all__ = ["site"]


def test_a_published_question_becomes_a_new_one_of_another_type(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    properties = pane(page, "Egenskaper")
    expect(properties.get_by_label("Må besvares")).to_have_value("yes")
    properties.get_by_label("Beskjed når svaret mangler").fill("Velg ett, er du snill.")
    properties.get_by_label("Svar som står for seg selv").fill("Vet ikke")
    kind = properties.get_by_label("Type spørsmål")
    # Seen once: the heading above the menu is for those who go from heading to heading.
    expect(properties.get_by_role("heading", name="Ett valg", exact=True)).to_have_class("unseen")
    kind.focus()
    page.keyboard.press("ArrowDown")
    expect(kind).to_have_value("multiple_choice")
    expect(kind).to_be_focused()
    expect(properties.get_by_text("Dette kunne ikke bli med: Svar som står for seg selv. Det har fått et eget navn")).to_be_visible()  # fmt: skip
    expect(shown(page).get_by_role("checkbox", name="Yes")).to_be_visible()
    saved(page)
    assert faults(page) == []
    made = stored(site)["pages"][0]["questions"][0]
    assert (made["type"], made["variable"], made["required_message"]) == ("multiple_choice", "sporsmal", {"nb": "Velg ett, er du snill."})  # fmt: skip
    assert [one["code"] for one in made["choices"]] == ["yes", "no"]
    page.keyboard.press("ControlOrMeta+Z")
    expect(kind).to_have_value("single_choice")
    expect(properties.get_by_label("Svar som står for seg selv")).to_have_value("Vet ikke")
    saved(page)
    assert variables(stored(site))[0] == ["lives_here"]
    page.context.close()
