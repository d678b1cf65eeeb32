"""The files of the repository."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = {
    ".xls",
    ".xlsm",
    ".xlsx",
    ".png",
    ".jpg",
    ".pmtiles",
    ".woff2",
    ".gpkg",
    ".shp",
    ".shx",
    ".dbf",
    ".pbf",
    ".zip",
    ".mo",
    ".ico",
    ".webp",
    ".gz",
}


@lru_cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed; outside a Git clone, the folders that make up the program."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode == 0:
        return tuple(path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file())
    folders = ("participation", "surveys", "exports", "templates", "static/js", "static/css", "tests", "tools", "bench")
    return tuple(path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())


def sources(*suffixes: str) -> list[Path]:
    """Text files we write ourselves, with one of these suffixes."""
    return [path for path in files() if path.suffix in suffixes and "data" not in path.parts]
