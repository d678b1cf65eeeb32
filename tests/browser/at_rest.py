"""Nothing on the page glides or rises any more."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.in_page import comes_true

# What was pressed just now sets the map going at the next frame.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
ALL_RISEN = """() => document.getAnimations().every(({ effect, playState }) =>
  playState !== "running" || effect.getComputedTiming().endTime === Infinity)"""


def at_rest(page: Page) -> None:
    """Wait until the map stands still and what rises has risen."""
    page.evaluate(TWO_FRAMES)
    expect(page.locator(".leaflet-pan-anim, .leaflet-zoom-anim")).to_have_count(0)
    comes_true(page, ALL_RISEN)
