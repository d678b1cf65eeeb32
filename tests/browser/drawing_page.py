"""Builds tests/browser/pages/ with the project's own scripts, serves it, and plays fingers and keys on it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.in_page import comes_true
from tools.node import node

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
IPAD: dict[str, Any] = {"viewport": {"width": 810, "height": 1080}, "has_touch": True, "device_scale_factor": 2}
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "device_scale_factor": 2}

Point = tuple[float, float]


@dataclass(frozen=True)
class DrawingSite:
    address: str


class Handler(SimpleHTTPRequestHandler):
    """Files of the built page; every tile is the same faint square."""

    def translate_path(self, path: str) -> str:
        return str(Path(self.directory) / "tile.png") if path.startswith("/tiles/") else super().translate_path(path)

    def log_message(self, format: str, *args: object) -> None:
        pass


def build(folder: Path) -> None:
    scripts = [str(PAGES / "drawing.js"), str(PAGES / "drawing.css"), str(ROOT / "static/css/map.css")]
    options = ["--bundle", "--format=esm", f"--outdir={folder}", "--entry-names=[name]", "--loader:.png=file"]
    command = [node(), "node_modules/esbuild/bin/esbuild", *scripts, *options, "--log-level=error"]
    subprocess.run(command, cwd=ROOT, check=True)
    (folder / "drawing.html").write_bytes((PAGES / "drawing.html").read_bytes())
    tile = Image.new("RGB", (256, 256), "#f1efe9")
    ImageDraw.Draw(tile).rectangle((0, 0, 255, 255), outline="#d9d5cb")
    tile.save(folder / "tile.png")


@contextmanager
def drawing_site(folder: Path) -> Iterator[DrawingSite]:
    build(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield DrawingSite(f"http://127.0.0.1:{server.server_address[1]}/drawing.html")
    server.shutdown()
    server.server_close()


class DrawingPage:
    """One open map, and what its modules told the page."""

    def __init__(self, browser: Browser, site: DrawingSite, device: dict[str, Any]) -> None:
        self.context = browser.new_context(**device)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(site.address)
        self.page.locator(".map").wait_for()
        self.fingers: CDPSession = self.context.new_cdp_session(self.page)

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)

    def seen(self, what: str) -> list[Any]:
        seen: list[Any] = self.run(f"trial.seen.{what}")
        return seen

    @property
    def length(self) -> float:
        return float(self.seen("states")[-1]["length"])

    @property
    def centre(self) -> list[float]:
        centre: list[float] = self.run("trial.centre()")
        return centre

    def touch(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
        self.fingers.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touches})

    def drag(self, *path: Point, steps: int = 8, rest: int = 0) -> None:
        """One finger along `path`; `rest` milliseconds on the last point before it lifts."""
        self.move_finger(*path, steps=steps)
        if rest:
            self.page.wait_for_timeout(rest)
        self.touch("End")

    def move_finger(self, *path: Point, steps: int = 8) -> None:
        """One finger along `path`, which stays down."""
        self.touch("Start", path[0])
        for (x1, y1), (x2, y2) in pairwise(path):
            for step in range(1, steps + 1):
                self.touch("Move", (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps))

    def tap(self, point: Point) -> None:
        self.touch("Start", point)
        self.touch("End")

    def wait_for(self, condition: str, given: Any = None) -> None:
        """Until `condition`, a function of the page, is true of what is given."""
        comes_true(self.page, condition, given)

    def settle(self, frames: int = 2) -> None:
        """Until so many frames have been drawn."""
        for _ in range(frames):
            self.run("new Promise((done) => requestAnimationFrame(done))")

    def comes(self, what: str, times: int) -> list[Any]:
        """What the modules told of this kind, once they have told so often."""
        self.wait_for(f"(times) => trial.seen.{what}.length >= times", times)
        return self.seen(what)

    def has_points(self, points: int) -> None:
        """Until the line has so many."""
        self.wait_for("(points) => trial.seen.states.at(-1)?.points === points", points)

    def pause_between_taps(self) -> None:
        """Two quick ones zoom."""
        self.page.wait_for_timeout(250)

    def close(self) -> None:
        self.context.close()
        assert self.errors == []
