"""What a respondent does at a map question, on any device."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.at_rest import at_rest
from tests.browser.survey_site import SurveySite

Point = tuple[float, float]
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
IPAD: dict[str, Any] = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "device_scale_factor": 2}
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
# Every step of a map that glides is drawn: only where it matters how it comes there.
STILL: dict[str, Any] = {"reduced_motion": "reduce"}
GLIDING: dict[str, Any] = {"reduced_motion": "no-preference"}


class MapSteps:
    """One respondent in one browser; `sent`: every answer that went to the server. `first`: an address to open before."""

    def __init__(
        self,
        browser: Browser,
        site: SurveySite,
        device: dict[str, Any],
        language: str = "nb",
        more: str = "",
        first: str = "",
    ) -> None:
        self.context = browser.new_context(**(STILL | device), locale="nb-NO")
        self.page: Page = self.context.new_page()
        self.touch = bool(device.get("has_touch"))
        self.errors: list[str] = []
        self.sent: list[dict[str, Any]] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda asked: self.sent.append(asked.post_data_json) if asked.method == "PUT" else None)
        if first:
            self.page.goto(first)
        self.page.goto(f"{site.link}?lang={language}{more}")
        # Whoever presses a button before the scripts run gets the pages without them.
        expect(self.page.locator("[data-ready]")).to_be_attached()
        self.page.locator("[data-begin]").click()
        expect(self.page.locator("[data-go=next]:visible, [data-go=send]:visible")).to_have_count(1)
        self.fingers = self.context.new_cdp_session(self.page)

    def turn_to(self, variable: str) -> None:
        """The page of a map question, its map ready."""
        self.page.evaluate(f"location.hash = '#page:{variable}'")
        expect(self.page.locator(f"#answer-{variable} .map-tool").first).to_be_visible()
        self.question = self.page.locator(f"#answer-{variable}")

    def next(self) -> None:
        self.page.locator("[data-go=next]:visible, [data-go=send]:visible").click()

    def tool(self, code: str = "") -> Locator:
        return self.question.locator(f'[data-tool="{code}"]')

    @property
    def ground(self) -> Locator:
        return self.question.locator(".map-ground")

    def at(self, *places: Point) -> list[Point]:
        """The page's pixels so far from the middle of the map."""
        self.ground.scroll_into_view_if_needed()
        box = self.ground.bounding_box()
        assert box
        return [(box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y) for x, y in places]

    def press(self, x: float = 0, y: float = 0) -> None:
        [place] = self.at((x, y))
        (self.page.touchscreen.tap if self.touch else self.page.mouse.click)(*place)

    def go_near(self, code: str = "") -> None:
        """Choose a tool; the first press from far away moves the map nearer."""
        self.tool(code).click()
        self.press()
        expect(self.question.locator(".map-notice")).to_contain_text("Vi gikk nærmere")
        at_rest(self.page)

    def put(self, code: str = "") -> None:
        """The first mark of the question, in the middle of its map."""
        self.go_near(code)
        self.press()

    def draw(self, *path: Point) -> None:
        """One finger, or the mouse held, along a path."""
        points = self.at(*path)
        if self.touch:
            self._finger("Start", points[0])
        else:
            self.page.mouse.move(*points[0])
            self.page.mouse.down()
        for (x1, y1), (x2, y2) in pairwise(points):
            for step in range(1, 5):
                self._move((x1 + (x2 - x1) * step / 4, y1 + (y2 - y1) * step / 4))
        if self.touch:
            self._finger("End")
        else:
            self.page.mouse.up()

    def draw_around(self, radius: float) -> None:
        turns = [2 * math.pi * step / 16 for step in range(17)]
        self.draw(*((radius * math.cos(turn), radius * math.sin(turn)) for turn in turns))

    def _move(self, point: Point) -> None:
        if self.touch:
            self._finger("Move", point)
        else:
            self.page.mouse.move(*point)

    def _finger(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self.fingers.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touches})

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def finish(self) -> None:
        """What is being drawn."""
        self.question.get_by_role("button", name="Ferdig").click()

    def done(self) -> None:
        """With the questions about a mark."""
        self.dialog.get_by_role("button", name="Ferdig").click()

    @property
    def marks(self) -> Locator:
        return self.question.locator(".marks__one")

    def send(self) -> None:
        while self.page.locator("[data-go=next]:visible").count():
            self.next()
        self.next()
        expect(self.page.locator("[data-receipt]")).to_have_text(re.compile(r"\w{4} \w{4}"))

    @property
    def last_sent(self) -> dict[str, Any]:
        """The newest answer that went to the server until now."""
        # What the browser tells of its requests is heard while it is asked something; all of it, once it is closed.
        if not self.page.is_closed():
            self.page.evaluate("0")
        return self.sent[-1]

    def close(self) -> None:
        self.context.close()
        assert self.errors == []
