"""A planner goes on in the builder before what was done last has come through."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, FilePayload, Route, expect

from tests.browser.builder_steps import pane, saved, shown
from tests.browser.planner_steps import signed_in
from tests.browser.survey_site import SurveySite
from tests.browser.test_builder import open_builder, site, stored
from tests.integration.commands.test_pictures import picture

__all__ = ["site"]


def test_what_was_just_undone_does_not_hold_the_planner(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    pane(page, "Egenskaper").get_by_label("Spørsmål", exact=True).press_sequentially("!")
    page.keyboard.press("Control+z")
    page.get_by_role("link", name="Til publisering").click()
    expect(page).to_have_url(re.compile("/questionnaire$"))
    page.context.close()


def test_a_picture_that_is_refused_late_takes_no_other_away(browser: Browser, site: SurveySite) -> None:
    page = signed_in(browser, site, "desk")
    open_builder(page, site)
    outline, properties = pane(page, "Oversikt"), pane(page, "Egenskaper")
    outline.get_by_role("button", name="Legg til et spørsmål").first.click()
    outline.get_by_role("button", name="Informasjon", exact=True).click()
    properties.get_by_label("Overskrift", exact=True).fill("Parken")
    held: list[Route] = []
    page.route("**/pictures", lambda route: route.continue_() if held else held.append(route))
    file: FilePayload = {"name": "IMG_7.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", "green")}
    properties.get_by_label("Bilde", exact=True).set_input_files(file)
    saved(page)
    expect(properties.get_by_role("button", name="Fjern bildet")).to_be_visible()
    page.wait_for_timeout(300)
    with page.expect_response("**/pictures"):
        properties.get_by_label("Bilde", exact=True).set_input_files(file)
    saved(page)
    held[0].abort()
    page.wait_for_timeout(300)
    expect(page.locator(".builder-notice")).to_be_empty()
    saved(page)
    assert "image" in stored(site)["pages"][0]["questions"][1]
    expect(shown(page).locator("img.information__image")).to_be_visible()
    page.context.close()
