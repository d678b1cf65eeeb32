"""See to it that the browser tests have a browser: an installed Chromium, Chrome or Edge, else Playwright's, else the system's.

Prints nothing when there is one; ends with code 1 and what to install when none can be had. A headless shell, which is the
same Chromium without its windows, does the same in four fifths of the time: see tools/headless_shell.py.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import headless_shell

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]
CHOSEN = "LOKALKJENT_TEST_BROWSER"


def installed() -> str | None:
    """The path of a browser that is on this machine already, or None."""
    chosen = os.environ.get(CHOSEN)
    if chosen and Path(chosen).exists():
        return chosen
    return headless_shell.at_hand() or of_the_system() or playwright_browser()


def of_the_system() -> str | None:
    """A whole browser, not one of Playwright's."""
    candidates = [*map(shutil.which, NAMES), *PLACES]
    return next((path for path in candidates if path and Path(path).exists()), None)


def playwright_browser() -> str | None:
    """Playwright's own browser, when it has been downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def attempt(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)


def main() -> None:
    if not os.environ.get(CHOSEN):
        headless_shell.fetch()
    if installed():
        return
    sys.stderr.write("No Chromium, Chrome or Edge found: trying to install one for the browser tests …\n")
    attempt(sys.executable, "-m", "playwright", "install", "chromium")
    if not installed() and shutil.which("apt-get") and os.geteuid() == 0:
        attempt("apt-get", "update")
        attempt("apt-get", "install", "-y", "--no-install-recommends", "chromium")
    if not installed():
        sys.exit(
            "The browser tests need a browser. Install Chromium, Chrome or Edge "
            "(Debian, Ubuntu: sudo apt install chromium), or name one in LOKALKJENT_TEST_BROWSER."
        )


if __name__ == "__main__":
    main()
