"""A planner makes a token, which is shown this once, and revokes it and brings it back."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.class_site import ClassSite
from tests.browser.pupil_steps import LAPTOP
from tests.browser.sizes import faults
from tests.browser.test_planner_screens import signed_in


def test_a_token_is_made_shown_once_revoked_and_brought_back(browser: Browser, open_class: ClassSite) -> None:
    page, project = signed_in(browser, open_class, LAPTOP)
    page.goto(f"{project}/tokens")
    page.get_by_label("Hva den er til").fill("QGIS, planavdelingen")
    page.get_by_label("Alt: hvert sted").check()
    page.get_by_role("button", name="Lag nøkkelen").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv hvorfor det må være alt")
    wrong = faults(page)
    page.get_by_label("Hvorfor det må være alt").fill("Planprogram")
    page.get_by_role("button", name="Lag nøkkelen").click()
    secret = page.get_by_role("textbox", name="Nøkkelen")
    expect(secret).to_have_value(re.compile("^lokalkjent_"))
    wrong += faults(page)
    page.get_by_role("button", name="Trekk tilbake QGIS, planavdelingen").click()
    expect(page.get_by_text("Trukket tilbake", exact=True)).to_be_visible()
    expect(secret).to_have_count(0)
    page.get_by_role("button", name="Angre").click()
    expect(page.get_by_role("status")).to_contain_text("virker igjen")
    assert wrong == []
