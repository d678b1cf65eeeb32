"""A resident answers a survey with JavaScript: every type of question but those of the map, which have tests of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import axe
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import STORED, begin, every_plain_question, tell_all

SIZES: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "tablet": {"viewport": {"width": 820, "height": 1180}, "has_touch": True},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
}


RECEIPT = re.compile(r"^\w{4}( \w{4})*$")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SurveySite]:
    with survey_site(tmp_path, every_plain_question()) as site:
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nb-NO")
    yield context
    context.close()


def check(page: Page, width: int) -> None:
    """Nothing that axe finds, and nothing to scroll sideways for."""
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("size", "language"), [("desk", "nb"), ("tablet", "ar"), ("phone", "nb"), ("phone", "ar")])
def test_every_question_is_answered_on_every_screen(
    browser: Browser, site: SurveySite, size: str, language: str
) -> None:
    context = browser.new_context(**SIZES[size], locale="nb-NO")
    page, asked = context.new_page(), []
    width = SIZES[size]["viewport"]["width"]
    page.on("request", lambda request: asked.append(request.url))
    begin(page, f"{site.link}?lang={language}&source=sms")
    page.locator("[data-go=next]").click()
    expect(page.locator("[data-to-mend]:visible")).to_be_focused()
    check(page, width)
    tell_all(page)
    check(page, width)
    page.locator("[data-go=send]").click()
    expect(page.locator("[data-receipt]")).to_have_text(RECEIPT)
    expect(page.locator("[data-sent=received] h1")).to_be_focused()
    check(page, width)
    [stored] = site.stored()
    assert stored["complete"] and stored["answers"] == STORED and stored["language"] == language
    assert all(address.startswith((site.address, "blob:", "data:")) for address in asked)
    context.close()
