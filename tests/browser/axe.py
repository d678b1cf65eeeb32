"""What axe-core finds wrong on a page."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
# Style sheets are fetched again for a rule that is not asked for.
# What is found is held by a name: a promise that only the debugger waits for may be collected before it is kept.
ASK = """globalThis.looked = axe.run(document, {resultTypes: ["violations"], preload: {assets: ["media"]}}).then(
  (found) => JSON.stringify(
    found.violations.map((each) => each.id + ": " + each.nodes.map((node) => node.html.slice(0, 160)).join(" | "))))"""


def axe(page: Page) -> list[str]:
    """Each fault with the elements that have it. The page's policy lets no script in, so axe comes by the debugger."""
    # Not detached: with the session the browser would forget that it is told to be offline.
    session = page.context.new_cdp_session(page)
    if session.send("Runtime.evaluate", {"expression": "typeof axe"})["result"]["value"] == "undefined":
        session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    answer = session.send("Runtime.evaluate", {"expression": ASK, "awaitPromise": True, "returnByValue": True})
    found: list[str] = json.loads(answer["result"]["value"])
    return found
