"""pygeoapi in an environment of its own, serving a layer of a GeoPackage: the program beside which ours is measured."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from bench.installation import free_port, wait_until_answering

HERE = Path(__file__).parent.parent / ".venv" / "pygeoapi"
SPATIALITE = ("/usr/lib/x86_64-linux-gnu/mod_spatialite.so", "/usr/lib/aarch64-linux-gnu/mod_spatialite.so")
COLLECTION = "places"
# Not `pygeoapi serve`, which serves from a child that restarts whenever its code changes.
SERVE = "import sys; from pygeoapi.flask_app import APP; APP.run(port=int(sys.argv[1]))"
CANNOT = "cannot be had here"


def missing() -> str:
    """Why it cannot be measured here; empty where it can."""
    if not any(Path(one).exists() for one in SPATIALITE):
        return f"pygeoapi {CANNOT}: it reads SQLite with mod_spatialite (Debian: libsqlite3-mod-spatialite)"
    if not program().exists():
        _install()
    return (
        ""
        if program().exists()
        else f"pygeoapi {CANNOT}: it could not be installed, or no Python here may load mod_spatialite"
    )


def program() -> Path:
    """Where it is, or would be; BENCH_PYGEOAPI in the environment names one that is there already."""
    return Path(os.environ.get("BENCH_PYGEOAPI") or HERE / "bin" / "pygeoapi")


@contextmanager
def serving(folder: Path, table: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Its process, and the address of the features of `folder`/marks.gpkg; stopped at the end."""
    port = free_port()
    settings, log = folder / "pygeoapi.yml", folder / "pygeoapi.log"
    settings.write_bytes(orjson.dumps(_settings(folder / "marks.gpkg", table, port)))  # JSON is YAML
    environment = os.environ | {
        "PYGEOAPI_CONFIG": str(settings),
        "PYGEOAPI_OPENAPI": str(folder / "openapi.json"),
        "SPATIALITE_LIBRARY_PATH": next(one for one in SPATIALITE if Path(one).exists()),
    }
    command = [str(program()), "openapi", "generate", str(settings), "--format", "json", "--output-file"]
    described = subprocess.run(
        [*command, environment["PYGEOAPI_OPENAPI"]], env=environment, check=False, capture_output=True, text=True
    )
    if described.returncode:
        raise SystemExit(f"pygeoapi cannot read the layer: {described.stderr[-500:]}")
    with log.open("wb") as file:
        process = subprocess.Popen(
            [str(program().with_name("python3")), "-c", SERVE, str(port)], env=environment, stdout=file, stderr=file
        )
    try:
        wait_until_answering(process, port, log)
        yield process, f"http://127.0.0.1:{port}/collections/{COLLECTION}/items"
    finally:
        process.kill()
        process.wait()


def _install() -> None:
    """Into an environment of its own; where a step fails, the program is missing afterwards."""
    python = _that_loads_extensions()
    into = ["--python", HERE / "bin" / "python", "pygeoapi"]
    pip = [uv, "pip"] if (uv := shutil.which("uv")) else [sys.executable, "-m", "pip"]
    # pip takes the environment before its command, uv after it.
    install = [*pip, "install", "--quiet", *into] if uv else [*pip, *into[:2], "install", "--quiet", into[2]]
    for step in ([python, "-m", "venv", "--without-pip", HERE], install):
        if not python or subprocess.run(step, check=False, capture_output=True).returncode:
            return


def _that_loads_extensions() -> str | None:
    """A Python whose sqlite3 may load mod_spatialite: not all are built so."""
    asked = "import sqlite3, sys; sys.exit(not hasattr(sqlite3.connect(':memory:'), 'enable_load_extension'))"
    for python in filter(None, (sys.executable, "/usr/bin/python3", shutil.which("python3"))):
        if Path(python).exists() and not subprocess.run([python, "-c", asked], check=False).returncode:
            return python
    return None


def _settings(path: Path, table: str, port: int) -> dict[str, Any]:
    provider = {"type": "feature", "name": "SQLiteGPKG", "data": str(path), "id_field": "id", "table": table}
    words = {"title": "Places", "description": "Places", "keywords": ["places"]}
    link = {"type": "text/html", "rel": "about", "title": "about", "href": "http://example.org"}
    box = {"spatial": {"bbox": [5, 60, 6, 61], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": port},
            "url": f"http://127.0.0.1:{port}",
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 10, "max_items": 10_000},
            "map": {"url": "http://example.org/{z}/{x}/{y}.png", "attribution": "none"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {**words, "terms_of_service": "none", "url": "http://example.org"},
            "license": {"name": "none", "url": "http://example.org"},
            "provider": {"name": "none", "url": "http://example.org"},
            "contact": {"name": "none", "email": "none@example.org"},
        },
        "resources": {
            COLLECTION: {"type": "collection", **words, "links": [link], "extents": box, "providers": [provider]}
        },
    }
