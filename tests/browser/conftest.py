"""One browser for all browser tests, and the page that has nothing but the map on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.class_site import ClassSite, class_site
from tests.browser.drawing_page import DrawingSite, drawing_site
from tools.browser import installed

# A busy machine draws late what a page asks for every few seconds.
expect.set_options(timeout=20_000)

# The newest Chromium draws its address bar's suggestions by two pages of its own in every window: a second of work for each.
# It also keeps a process ready for the page that may come next, which is rarely one of ours. Playwright's own list is what
# ours takes the place of.
OFF = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "SpareRendererForSitePerProcess",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
]
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", f"--disable-features={','.join(OFF)}"]


@pytest.fixture(scope="session")
def browser_path() -> str:
    path = installed()
    assert path, "The browser tests need Chromium, Chrome or Edge: see tools/browser.py"
    return path


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def no_page_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A page left open, by a test that failed above all, would go on asking and drawing beside all that follow."""
    if "browser" not in request.fixturenames:
        yield
        return
    browser: Browser = request.getfixturevalue("browser")
    before = list(browser.contexts)
    yield
    for context in browser.contexts:
        if context not in before:
            context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DrawingSite]:
    with drawing_site(tmp_path_factory.mktemp("drawing")) as site:
        yield site


@pytest.fixture
def migrated(sqlite_template: Path, tmp_path: Path) -> Path:
    """A folder of the test's own with an empty database at the newest migration."""
    shutil.copytree(sqlite_template, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def streets(request: pytest.FixtureRequest) -> bool:
    """Whether the test's maps show streets: see ground.py."""
    return "streets" in request.keywords


@pytest.fixture
def open_class(migrated: Path, streets: bool) -> Iterator[ClassSite]:
    """The whole application with one class at work, its database new for each test."""
    with class_site(migrated, streets=streets) as site:
        yield site
