"""A survey in a frame on another site, in a browser that lets no third party keep anything; on a site that is not named, nothing."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.conftest import FLAGS
from tests.browser.pupil_steps import PHONE
from tests.browser.survey_site import SurveySite, survey_site
from tests.factories.surveys import document
from tools.browser import of_the_system

ANSWERS = {"lives_here": "yes", "wish": "En benk"}
KEPT_OUT = {"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": True}}


@dataclass(frozen=True)
class Sites:
    """`survey`: of ours; `named` and `other`: the same page with the survey in a frame, on two sites."""

    survey: SurveySite
    named: str
    other: str


def two_plain_pages() -> dict[str, Any]:
    content = document()
    return {**content, "pages": content["pages"][:2]}


@contextmanager
def elsewhere(folder: Path) -> Iterator[int]:
    """A site that is not ours: the port on which `folder` is shown."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_port
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_told: Any) -> None:
        pass


@pytest.fixture
def sites(migrated: Path, tmp_path: Path) -> Iterator[Sites]:
    pages = tmp_path / "kommunen"
    pages.mkdir()
    with elsewhere(pages) as port:
        named = f"http://localhost:{port}"
        with survey_site(migrated, two_plain_pages(), EMBED_SITES=named) as survey:
            frame = f'<iframe src="{survey.link}" width="100%" height="600" title="Nabolaget"></iframe>'
            (pages / "index.html").write_text(f"<!doctype html><title>Kommunen</title><h1>Si din mening</h1>{frame}")
            yield Sites(survey, named, f"http://127.0.0.1:{port}")


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def scripted(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def context(browser: Browser, tmp_path: Path, scripted: bool) -> Iterator[BrowserContext]:
    """A browser that lets only the site in the address bar keep anything: a whole one, for a headless shell has no such setting."""
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(KEPT_OUT))
    own = {
        "executable_path": of_the_system() or browser.browser_type.executable_path,
        "args": FLAGS,
        "java_script_enabled": scripted,
    }
    context = browser.browser_type.launch_persistent_context(profile, **own, **PHONE)
    yield context
    context.close()


def test_answers_get_in_from_a_frame_on_a_named_site_and_no_other_shows_it(
    context: BrowserContext, sites: Sites, scripted: bool
) -> None:
    page = context.new_page()
    page.goto(sites.named)
    if scripted:
        expect(page.frame_locator("iframe").locator("[data-ready]")).to_be_attached()
    answered(page.frame_locator("iframe").get_by_role("main"))
    assert sites.survey.once(lambda rows: [row["complete"] for row in rows] == [True])[0]["answers"] == ANSWERS
    assert [cookie for cookie in context.cookies() if cookie["domain"] == "127.0.0.1"] == []
    with page.expect_event("requestfailed", lambda asked: asked.url == sites.survey.link) as refused:
        page.goto(sites.other)
    assert "ERR_BLOCKED_BY_RESPONSE" in (refused.value.failure or "")


def answered(frame: Locator) -> None:
    """The survey of two pages, with scripts or without: the same words stand on it."""
    frame.get_by_role("link", name="Begynn").click()
    frame.locator("[name=lives_here][value=yes]").check(force=True)
    frame.get_by_role("button", name="Neste").click()
    frame.locator("[name=wish]").fill("En benk")
    frame.get_by_role("button", name="Send").click()
    expect(frame.get_by_role("heading", name="Takk!")).to_be_visible()
