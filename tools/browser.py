"""See to it that the browser tests have a browser: an installed Chromium, Chrome or Edge, else Playwright's, else the system's.

Prints the path it settled on; ends with code 1 and what to install when none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]


def installed() -> str | None:
    """The path of a browser that is on this machine already, or None."""
    candidates = [os.environ.get("LOKALKJENT_TEST_BROWSER"), *map(shutil.which, NAMES), *PLACES]
    found = next((path for path in candidates if path and Path(path).exists()), None)
    return found or playwright_browser()


def playwright_browser() -> str | None:
    """Playwright's own browser, when it has been downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def attempt(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)


def main() -> None:
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
