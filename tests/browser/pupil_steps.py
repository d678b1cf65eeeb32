"""What a pupil does on the page, one verb each."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from participation.class_sessions.models import ClassSession
from participation.extensions import db
from tests.browser.axe import axe
from tests.browser.class_site import SCHOOL, ClassSite
from tests.browser.stored import once
from tests.factories.classes import body, new_uuid, point

ROOT = Path(__file__).resolve().parents[2]
IPAD: dict[str, Any] = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "locale": "nb-NO"}
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "nb-NO"}
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "locale": "nb-NO"}
# The lesson is played without a service worker unless a test is about it: requests it makes cannot be watched.
PLAIN = {"service_workers": "block"}
# Sheets rise and the map glides in the tests of the journey and the drawing; not where only what is kept counts.
STILL = {"reduced_motion": "reduce"}

ALL_KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const parts = performance.getEntriesByType("resource").map((part) => part.name);
  const wanted = [location.href, ...parts.filter((part) => part.startsWith(`${location.origin}/static/`))];
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const kept = await Promise.all(wanted.map((part) => caches.match(part, { ignoreVary: true })));
    if (kept.every(Boolean)) return true;
  }
  return false;
}"""

Position = list[float]


class PupilPage:
    """One pupil's tab. Errors in the page fail the test that closes it."""

    def __init__(self, context: BrowserContext, site: ClassSite) -> None:
        self.context = context
        self.site = site
        context.set_default_timeout(15_000)
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def open(self, address: str = "") -> None:
        self.page.goto(address or self.site.link)
        self.page.locator("#pupil .screen h1").wait_for()

    def join(self) -> str:
        """From the open page to the map; returns the personal code."""
        self.press("Bli med")
        code = self.page.locator(".personal-code [aria-hidden]").inner_text()
        self.press("Jeg har skrevet den ned")
        self.to_map()
        return code

    def to_map(self) -> None:
        for _card in range(3):
            self.press("Neste")
        self.press("Start")
        self.press("Hopp over")
        self.map_is_ready()

    def resume(self, code: str) -> None:
        self.press("Jeg har min egen kode")
        self.page.get_by_label("Skriv koden din").fill(code)
        self.press("Fortsett")

    def come_back(self, complete: bool = False) -> Made:
        """Open the page and go on with one sticker that was made elsewhere; `complete`: and sent from there."""
        made = made_elsewhere(self.site, complete)
        self.open()
        self.resume(made.code)
        if complete:
            expect(self.page.get_by_role("heading", name="Takk!")).to_be_visible()
        else:
            self.map_is_ready()
        return made

    def map_is_ready(self) -> None:
        self.page.locator(".toolbar").wait_for()
        self.page.locator(".school-sign").wait_for()

    def map_is_drawn(self) -> None:
        """Every tile in sight is there."""
        self.page.locator("img.leaflet-tile-loaded").first.wait_for()
        expect(self.page.locator("img.leaflet-tile:not(.leaflet-tile-loaded)")).to_have_count(0, timeout=30_000)
        self.page.wait_for_load_state("networkidle")

    def is_kept_for_offline(self) -> None:
        """The service worker has the page and all its parts, so that they open again without network."""
        assert self.page.evaluate(ALL_KEPT), "the service worker kept too little in a minute"

    def school(self) -> tuple[float, float]:
        """Where the school is on the screen."""
        box = self.page.locator(".school-place").bounding_box()
        assert box
        return box["x"], box["y"]

    def choose_school_road(self) -> None:
        self.tool("Vei")
        self.press("Skoleveien min")

    def tool(self, name: str) -> None:
        self.page.locator(".tool", has_text=name).click()

    def drag(self, *path: tuple[float, float]) -> None:
        """With the mouse or a trackpad, button held."""
        self.page.mouse.move(*path[0])
        self.page.mouse.down()
        for (x1, y1), (x2, y2) in pairwise(path):
            for step in range(1, 11):
                self.page.mouse.move(x1 + (x2 - x1) * step / 10, y1 + (y2 - y1) * step / 10)
        self.page.mouse.up()

    def draw_school_road(self, mode: str = "Jeg går") -> None:
        """From the school to a home far to the lower left."""
        made = self.made()
        self.choose_school_road()
        x, y = self.school()
        self.drag((x, y), (x / 2, y + 60), (24, y + 150))
        self.press("Ferdig")
        sheet = self.page.get_by_role("dialog", name="Skoleveien min")
        expect(sheet).to_contain_text("Vi klipper bort biten nærmest der du bor.")
        sheet.get_by_text(mode).click()
        sheet.get_by_role("button", name="Ferdig").click()
        expect(sheet).to_be_hidden()
        self.made(made + 1)
        expect(self.page.locator(".mark", has_text=mode)).not_to_have_count(0)

    def put_sticker(self, tool: str = "Utrygt", why: str = "Mørkt", at: tuple[float, float] = (0.5, 0.35)) -> None:
        """Four presses: tool, map, why, done."""
        made = self.made()
        self.tool(tool)
        size = self.page.viewport_size or {"width": 0, "height": 0}
        self.page.mouse.click(size["width"] * at[0], size["height"] * at[1])
        sheet = self.page.get_by_role("dialog", name="Dette stedet")
        sheet.get_by_text(why, exact=True).click()
        sheet.get_by_role("button", name="Ferdig").click()
        expect(sheet).to_be_hidden()
        self.made(made + 1)

    def send(self) -> None:
        """From the map to the thank-you page, skipping the questions."""
        self.press("Videre")
        self.press("Neste")
        self.press("Send")
        expect(self.page.get_by_role("heading", name="Takk!")).to_be_visible()

    def correct(self) -> None:
        """From the thank-you page to the map, on a copy."""
        self.press("Rett på svaret")
        expect(self.page.get_by_role("heading", name="Rett på svaret")).to_be_visible()
        self.map_is_ready()

    def made(self, expected: int | None = None) -> int:
        """How many roads and places are in the list; waits until there are as many as expected."""
        rows = self.page.locator(".mark")
        if expected is not None:
            expect(rows).to_have_count(expected)
        return rows.count()

    def saving(self, text: str) -> None:
        expect(self.page.locator(".pill")).to_have_text(text, timeout=20_000)

    def listed(self) -> list[str]:
        return self.page.locator(".mark__words strong").all_text_contents()

    def hand_over(self) -> None:
        self.press("Meny")
        self.press("Gi nettbrettet videre")
        self.press("Gi videre")

    def kept_on_device(self) -> dict[str, list[dict[str, Any]]]:
        """All rows of the page's database, by store."""
        found: dict[str, list[dict[str, Any]]] = self.page.evaluate(
            """() => new Promise((resolve, reject) => {
                const opening = indexedDB.open("lokalkjent");
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                    const database = opening.result, rows = {}, names = [...database.objectStoreNames];
                    if (!names.length) return resolve({});
                    const transaction = database.transaction(names);
                    for (const name of names) transaction.objectStore(name).getAll().onsuccess = (event) => (rows[name] = event.target.result);
                    transaction.oncomplete = () => (database.close(), resolve(rows));
                };
            })"""
        )
        return found

    def once_on_device(
        self, holds: Callable[[dict[str, list[dict[str, Any]]]], bool]
    ) -> dict[str, list[dict[str, Any]]]:
        """The same, once it is as it should be: what has arrived is put away a moment after the screen says so."""
        return once(self.kept_on_device, holds)

    def axe(self) -> list[str]:
        """What axe-core finds wrong on the page now."""
        return axe(self.page)

    def close(self) -> None:
        self.context.close()
        assert self.errors == [], self.errors


@dataclass(frozen=True)
class Made:
    """What a pupil has on the server: the personal code, the response's address there, and what was sent to it last."""

    code: str
    address: str
    body: dict[str, Any]

    def send(self, site: ClassSite, **changed: Any) -> Made:
        sent = self.body | changed
        answer = site.app.test_client().put(self.address, json=sent)
        assert answer.status_code in (200, 201), answer.text
        return replace(self, body=sent)


def made_elsewhere(site: ClassSite, complete: bool = False) -> Made:
    """A new pupil puts one unsafe place, by no page."""
    pupil = site.app.test_client().post(f"/api/classes/{site.code}/pupils", json={}).json
    with site.app.app_context():
        found = db.session.scalars(select(ClassSession)).one()
        sent = body(found, point(*SCHOOL, category="unsafe", why=["dark"]), pupil=pupil["token"], complete=complete)
        db.session.remove()
    return Made(str(pupil["personal_code"]), f"/api/responses/{new_uuid()}", sent).send(site)


def new_pupil(browser: Browser, site: ClassSite, device: dict[str, Any], **options: Any) -> PupilPage:
    return PupilPage(browser.new_context(**{**device, **PLAIN, **options}), site)


def metres(a: Position, b: Position) -> float:
    east = (a[0] - b[0]) * 111_320 * math.cos(math.radians(a[1]))
    return math.hypot(east, (a[1] - b[1]) * 111_320)
