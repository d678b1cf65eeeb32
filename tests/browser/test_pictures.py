"""Pictures of a survey: seen where they stand, without network too, and told to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from participation.activities.models import Activity
from participation.activities.publishing import publish
from participation.database import writing
from participation.extensions import db
from surveys.templates import template, template_pictures
from tests.browser.in_page import comes_true
from tests.browser.sizes import faults
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import begin, open_start, turn

NAME = "neighbourhood"
ALL_KEPT = """async () => {
  const kept = await Promise.all([...document.images].map(({ src }) => caches.match(src)));
  return kept.length > 4 && kept.every(Boolean);
}"""
IS_SEEN = "image => image.complete && image.naturalWidth > 100"


@pytest.fixture
def site(migrated: Path) -> Iterator[SurveySite]:
    with survey_site(migrated, template(NAME)) as site:
        with site.app.app_context():
            with writing(db) as session:
                activity = session.query(Activity).one()
                publish(session, activity, template(NAME), template_pictures(NAME))
            db.session.remove()
        yield site


def seen(page: Page, alt: str) -> None:
    image = page.get_by_role("img", name=alt)
    image.scroll_into_view_if_needed()
    comes_true(page, IS_SEEN, image.element_handle())


def test_pictures_are_seen_without_network_too(browser: Browser, site: SurveySite) -> None:
    context = browser.new_context(locale="nb-NO", viewport={"width": 320, "height": 700})
    page = context.new_page()
    open_start(page, site.link)
    comes_true(page, ALL_KEPT)
    # The page that asks for the worker first may be without it until it is opened again.
    begin(page, site.link)
    comes_true(page, "Boolean(navigator.serviceWorker.controller)")
    context.set_offline(True)
    turn(page)
    seen(page, "Tegning av hus, trær, en benk og en vei ned mot sjøen")
    sits = page.locator(".option", has_text="Steder å sitte")
    sits.click()
    expect(sits.get_by_role("checkbox")).to_be_checked()
    for image in page.locator("[data-question=more_of] img").all():
        image.scroll_into_view_if_needed()
        comes_true(page, IS_SEEN, image.element_handle())
    assert faults(page) == []
    context.close()
