"""A page looked at on a desk, a tablet and a phone: opened once, and given each size in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.at_rest import at_rest
from tests.browser.axe import axe

SIZES: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "tablet": {"viewport": {"width": 820, "height": 1180}, "has_touch": True},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
}
TOO_WIDE = "html => html.scrollWidth - innerWidth"


def nothing_more(page: Page) -> list[str]:
    return []


def faults(page: Page, screen: str = "", more: Callable[[Page], list[str]] = nothing_more) -> list[str]:
    """What axe-core finds at each size, where the page is wider than the screen, and what `more` finds.

    The page is as it was at the end.
    """
    own, found = page.viewport_size, []
    assert own
    fingers = page.context.new_cdp_session(page)
    for name, size in SIZES.items():
        fingers.send("Emulation.setTouchEmulationEnabled", {"enabled": "has_touch" in size})
        page.set_viewport_size(size["viewport"])
        at_rest(page)
        found += [f"{screen or page.url} ({name}): {fault}" for fault in [*faults_now(page), *more(page)]]
    fingers.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    page.set_viewport_size(own)
    at_rest(page)
    return found


def faults_now(page: Page) -> list[str]:
    """What axe-core finds at the size the page has, and whether it is wider than the screen."""
    wide = too_wide(page)
    return axe(page) + ([f"{wide} px wider than the screen"] if wide > 0 else [])


def too_wide(page: Page) -> int:
    """How many pixels wider than the screen the page is; 0 or less where it fits."""
    # Asked of the element: between two pages there is none, and the browser has to be waited for.
    wide: int = page.locator("html").evaluate(TOO_WIDE)
    return wide
