"""What a planner does in the browser."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.survey_site import SurveySite
from tests.browser.test_survey import SIZES
from tests.factories.people import PASSWORD


def signed_in(browser: Browser, site: SurveySite, size: str) -> Page:
    """The planner's own browser, signed in."""
    page = browser.new_context(**SIZES[size], locale="nb-NO").new_page()
    page.goto(f"{site.address}/login")
    page.get_by_label("E-post").fill("planner@example.no")
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Logg inn").click()
    return page
