"""Chromium without its windows: installed, Playwright's, or fetched for Debian's Chromium into .venv/, where it changes nothing else.

The tests do without it: where there is none, they run in the whole browser.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

NAMES = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"]
PACKAGE, FILE = "chromium-headless-shell", "chromium-headless-shell"
DEBIANS = Path("/usr/lib/chromium")
OURS = Path(__file__).resolve().parent.parent / ".venv" / "headless-shell"
LONGEST = 120  # seconds


def at_hand() -> str | None:
    """The path of one that is on this machine already, or None."""
    candidates = [*map(shutil.which, NAMES), playwrights(), ours()]
    return next((str(path) for path in candidates if path and Path(path).exists()), None)


def playwrights() -> Path | None:
    """The one that `playwright install chromium` brings."""
    folders = (Path.home() / folder / "ms-playwright" for folder in (".cache", "Library/Caches", "AppData/Local"))
    found = (
        path for folder in folders for name in NAMES for path in folder.glob(f"chromium_headless_shell-*/*/{name}")
    )
    return max(found, default=None)


def ours() -> Path | None:
    """The one that was fetched for the Chromium that is installed now."""
    version = debians_version()
    return OURS / version.replace(":", "-") / FILE if version else None


def debians_version() -> str | None:
    """The version of Debian's Chromium; None where it is not installed."""
    if not shutil.which("dpkg-query") or not (DEBIANS / "chromium").exists():
        return None
    told = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "chromium"], capture_output=True, text=True)
    return told.stdout if told.returncode == 0 else None


def fetch() -> None:
    """Get the package of the same version and put it beside what it shares with the installed browser."""
    version, made = debians_version(), ours()
    if not version or not made or at_hand() or not shutil.which("apt-get"):
        return
    with tempfile.TemporaryDirectory() as folder, suppress(OSError, subprocess.SubprocessError):
        run("apt-get", "download", f"{PACKAGE}={version}", folder=folder)
        [package] = Path(folder).glob("*.deb")
        run("dpkg-deb", "-x", str(package), "unpacked", folder=folder)
        lay_out(Path(folder) / "unpacked" / DEBIANS.relative_to("/"), made.parent)


def run(*command: str, folder: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=LONGEST)


def lay_out(unpacked: Path, place: Path) -> None:
    """The shell looks for its data beside itself."""
    shutil.rmtree(OURS, ignore_errors=True)
    place.mkdir(parents=True)
    for shared in DEBIANS.iterdir():
        (place / shared.name).symlink_to(shared)
    for own in unpacked.iterdir():
        (place / own.name).unlink(missing_ok=True)
        shutil.move(own, place / f"{own.name}.part" if own.name == FILE else place)
    # Last of all, so that what is there is whole.
    (place / f"{FILE}.part").rename(place / FILE)
