"""Something the page itself is asked, until it says so.

Playwright's `wait_for_function` evaluates text within the page, which our Content-Security-Policy forbids: it passes when
the answer is yes at once, and fails when there is anything to wait for.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sized
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import APIResponse, Page, Route

LONGEST = 30  # seconds
# A write that is not over until it is told to be: all others wait for it, as for a slow disk.
HOLD_THE_DISK = """() => new Promise((held) => {
  indexedDB.open("lokalkjent").onsuccess = ({ target: { result: store } }) => {
    const drafts = store.transaction([...store.objectStoreNames], "readwrite").objectStore("drafts");
    window.diskIsHeld = true;
    const goOn = () => (window.diskIsHeld ? (drafts.count().onsuccess = goOn) : store.close());
    drafts.count().onsuccess = () => (held(), goOn());
  };
})"""


def comes_true(page: Page, condition: str, given: Any = None) -> None:
    """Wait until `condition`, an expression or a function of what is given, is true in the page.

    Raises:
        AssertionError: it was not true within half a minute.
    """
    late = time.monotonic() + LONGEST
    while not page.evaluate(condition, given):
        assert time.monotonic() < late, f"this did not come true: {condition}"
        page.wait_for_timeout(50)


def come_back_to(page: Page) -> None:
    """As when somebody comes back to the tab: what is sent or asked for every few seconds is now."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")


@contextmanager
def slow_disk(page: Page) -> Iterator[None]:
    """Nothing of what is changed within is on the device until the end of it."""
    page.evaluate(HOLD_THE_DISK)
    yield
    page.evaluate("() => { diskIsHeld = false; }")


def come_to_the_network(page: Page, held: Sized, number: int = 1) -> None:
    """Wait until so many requests are held in a route of the test."""
    late = time.monotonic() + LONGEST
    while len(held) < number and time.monotonic() < late:
        page.wait_for_timeout(20)
    assert len(held) >= number


class Late:
    """Answers of the server that have come no further than the network: `wait` until so many are here, `let_in` the next."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.here: list[tuple[Route, APIResponse]] = []

    def take(self, route: Route) -> None:
        self.here.append((route, route.fetch()))

    def wait(self, number: int = 1) -> None:
        come_to_the_network(self.page, self.here, number)

    def let_in(self, at: int = 0) -> None:
        route, answer = self.here.pop(at)
        route.fulfill(response=answer)


@contextmanager
def late_answers(page: Page, addresses: str) -> Iterator[Late]:
    """What is asked of these addresses is done at once, and answered when it is let in; all of it at the end."""
    late = Late(page)
    page.route(addresses, late.take)
    yield late
    while late.here:
        late.let_in()
    page.unroute(addresses)
