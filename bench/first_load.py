"""What a pupil's page costs a school tablet: bytes, requests, and the time until it can be used on a slow line.

Goals: at most 130 kB compressed and 15 requests without tiles, 10 kB on a repeat visit; usable within 2 s at a
processor four times slower and 1.6 Mbit/s. The floor is an empty page of the same server in the same run.

Counted is everything the network carried until the street map is drawn: headers, joining and the code that draws the
map too, and with gzip, which is all that some schools' proxies let through.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.measurement import Measurement
from tests.browser.class_site import ClassSite, class_site
from tests.browser.pupil_steps import new_pupil
from tools.browser import installed

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
TABLET: ViewportSize = {"width": 810, "height": 1080}
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}


class Counted:
    """Requests and compressed bytes a page asked the network for, tiles apart."""

    def __init__(self, page: Page) -> None:
        self._urls: dict[str, str] = {}
        self._bytes: dict[str, int] = {}
        self._network = page.context.new_cdp_session(page)
        self._network.send("Network.enable")
        self._network.on("Network.responseReceived", self._answered)
        self._network.on("Network.loadingFinished", self._finished)

    def slow(self) -> None:
        self._network.send("Network.emulateNetworkConditions", SLOW_LINE)
        self._network.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def _answered(self, event: dict) -> None:
        # Pictures the page made itself have blob: addresses and cost no network.
        from_network = event["response"]["url"].startswith("http")
        if from_network and not event["response"].get("fromServiceWorker"):
            self._urls[event["requestId"]] = event["response"]["url"]

    def _finished(self, event: dict) -> None:
        self._bytes[event["requestId"]] = int(event["encodedDataLength"])

    def taken(self) -> tuple[int, int, int]:
        """Requests and bytes without tiles, and bytes of tiles, since the last call."""
        rows = [(url, self._bytes.get(identity, 0)) for identity, url in self._urls.items()]
        self._urls, self._bytes = {}, {}
        page = [size for url, size in rows if "/tiles/" not in url]
        return len(page), sum(page), sum(size for url, size in rows if "/tiles/" in url)


def bytes_and_requests(browser: Browser, site: ClassSite) -> dict[str, int]:
    """First visit without the service worker, which would answer for the network; then one that comes back with it."""
    tablet = {"viewport": TABLET, "has_touch": True, "locale": "nb-NO"}
    pupil = new_pupil(browser, site, tablet, extra_http_headers={"Accept-Encoding": "gzip"})
    counted = Counted(pupil.page)
    pupil.open()
    pupil.join()
    pupil.map_is_drawn()
    requests, size, tiles = counted.taken()
    pupil.close()
    context = browser.new_context(viewport=TABLET, has_touch=True, locale="nb-NO")
    page = context.new_page()
    page.goto(site.link, wait_until="networkidle")
    page.wait_for_timeout(2000)
    again = Counted(page)
    page.goto(site.link, wait_until="networkidle")
    page.wait_for_timeout(1500)
    _, repeat, _ = again.taken()
    context.close()
    return {"requests": requests, "bytes": size, "tile_bytes": tiles, "repeat_bytes": repeat}


def usable_after(browser: Browser, site: ClassSite, path: str, text: str) -> float:
    """Milliseconds until `text` can be pressed or read, the line and the processor slowed down."""
    context = browser.new_context(viewport=TABLET, has_touch=True, locale="nb-NO")
    page = context.new_page()
    Counted(page).slow()
    page.goto(site.address + path, wait_until="commit")
    page.get_by_text(text).first.wait_for()
    elapsed = float(page.evaluate("performance.now()"))
    context.close()
    return elapsed


def measure() -> Iterator[Measurement]:
    """Bytes, requests and time of the pupil's page, each beside its goal."""
    with tempfile.TemporaryDirectory() as folder, class_site(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        counts = bytes_and_requests(browser, site)
        pupil = sorted(usable_after(browser, site, f"/c/{site.code}", "Bli med") for _ in range(3))[1]
        floor = sorted(usable_after(browser, site, "/healthz", "ok") for _ in range(3))[1]
        browser.close()
    note = f"until the map is drawn; and {counts['tile_bytes'] / 1000:.0f} kB of tiles"
    yield Measurement("pupil's first load", counts["bytes"] / 1000, "kB", at_most=130, note=note)
    yield Measurement("pupil's first load", counts["requests"], "requests", at_most=15)
    yield Measurement("pupil's repeat visit", counts["repeat_bytes"] / 1000, "kB", at_most=10)
    note = f"4x slower, 1.6 Mbit/s; the floor, an empty answer, {floor:.0f} ms"
    yield Measurement("pupil's page usable after", pupil, "ms", at_most=2000, note=note)
