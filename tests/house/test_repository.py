"""What the repository holds, and what it does not."""

from __future__ import annotations

import re
from collections import Counter

from tests.house.repository import BINARY, ROOT, files, sources

LONGEST = 300
LATER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links")


def test_files_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources(".py", ".js", ".mjs", ".css", ".html")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST and "versions" not in path.parts
    }
    assert not long, f"Split these, one thing a file: {long}"


def test_nothing_is_left_for_later() -> None:
    for path in sources(".py", ".js", ".mjs", ".css", ".html", ".md", ".toml"):
        found = LATER.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(ROOT)}: {found}"


def test_lock_files_carry_no_registry_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert not ADDRESS.search((ROOT / name).read_text(encoding="utf-8")), name
    lines = (ROOT / "package-lock.json").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if '"resolved"' in line]


def test_only_known_kinds_of_binary_files() -> None:
    for path in files():
        if path.suffix.lower() not in BINARY and "badinput" not in path.parts:
            path.read_bytes().decode("utf-8")


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in files() if path.suffix == ".py" and "tests" in path.relative_to(ROOT).parts[:1]}
    assert not [str(folder) for folder in folders if not (folder / "__init__.py").exists() and "js" not in folder.parts]


def test_no_browser_test_asks_the_page_to_evaluate_text() -> None:
    """`wait_for_function` does, which our pages forbid: `comes_true` asks from outside."""
    asks = re.compile(r"\.wait_for_" + r"function\(")
    assert not [str(path) for path in sources(".py") if asks.search(path.read_text(encoding="utf-8"))]


def test_the_changelog_says_each_thing_once() -> None:
    """Merging leaves the old words of an entry beside the new."""
    entries = [
        line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("- ")
    ]
    begun = Counter(" ".join(entry.split()[:9]) for entry in entries)
    assert not [beginning for beginning, times in begun.items() if times > 1]
