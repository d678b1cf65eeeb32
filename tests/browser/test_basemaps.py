"""The maps as they show on a screen: drawn, told whose they are, and calm when they do not come."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.basemap_page import GRONLAND, LODDEFJORD, BasemapSite, basemap_site

Colours = dict[tuple[int, int, int], int]

WATER = (0xBF, 0xD9, 0xE6)
MAIN_STREET = (0xF7, 0xE3, 0xB6)


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BasemapSite]:
    with basemap_site(tmp_path_factory.mktemp("basemap")) as site:
        yield site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.set_default_timeout(60_000)
    yield page
    page.close()


def drawn(page: Page, holds: Callable[[Colours], bool]) -> Colours:
    """How many pixels of the screen have each colour, once the map's tiles are painted and it is as it should be."""
    expect(page.locator("img.leaflet-tile-loaded").nth(11)).to_be_attached(timeout=60_000)
    late = time.monotonic() + 30
    while not holds(found := colours(page)) and time.monotonic() < late:
        time.sleep(0.2)
    return found


def colours(page: Page) -> Colours:
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return {colour: count for count, colour in image.getcolors(1_000_000)}  # type: ignore[misc]


def has_fjord(seen: Colours) -> bool:
    return seen.get(WATER, 0) > 20_000


def test_the_street_map_is_drawn_and_says_whose_it_is(maps: BasemapSite, page: Page) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(maps.page(GRONLAND, 16, "oslo-ost"))
    seen = drawn(page, lambda seen: seen.get(MAIN_STREET, 0) > 2000 and len(seen) > 200)
    assert seen.get(MAIN_STREET, 0) > 2000
    assert len(seen) > 200
    assert all(url.startswith((maps.address, "data:", "blob:")) for url in asked)
    assert wrong == []
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("© OpenStreetMap contributors")
    expect(page.locator(".map-missing")).to_be_hidden()


@pytest.mark.parametrize("zoom", [11, 14, 19])
def test_every_zoom_of_the_street_map_has_streets(maps: BasemapSite, page: Page, zoom: int) -> None:
    page.goto(maps.page(GRONLAND, zoom, "oslo-ost"))
    assert len(drawn(page, lambda seen: len(seen) > 40)) > 40


def test_the_map_of_bergen_has_its_fjord(maps: BasemapSite, page: Page) -> None:
    page.goto(maps.page(LODDEFJORD, 12, "bergen"))
    assert has_fjord(drawn(page, has_fjord))
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("© Kartverket")


def test_the_bundled_map_stands_in_for_a_server_that_is_away(maps: BasemapSite, page: Page) -> None:
    page.goto(maps.page(LODDEFJORD, 12, "dead"))
    assert has_fjord(drawn(page, has_fjord))
    expect(page.locator(".leaflet-control-attribution")).to_have_text(re.compile(r"\| © Kartverket, SSB$"))
    expect(page.locator(".map-missing")).to_be_hidden()


def test_a_quiet_line_while_nothing_comes_and_the_map_when_it_does(maps: BasemapSite, page: Page) -> None:
    page.clock.install()
    page.route("**/tiles/**", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(maps.page(GRONLAND, 16, "oslo-ost"))
    notice = page.locator(".map-missing")
    page.clock.run_for(3000)
    expect(notice).to_have_text("The map is not here yet.")
    page.unroute("**/tiles/**")
    for _second in range(60):
        page.clock.run_for(1000)
        if notice.is_hidden():
            break
    expect(notice).to_be_hidden()
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_attached()
