"""The application with a page that shows one basemap, so that a test sees the map and nothing else."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import flask

from participation import create_app
from participation.accounts.access import public
from participation.assets import script_json
from participation.basemaps.sources import map_sources
from tests.browser.drawing_page import PAGES, ROOT
from tests.serving import served
from tools.node import node

GRONLAND = (10.7615, 59.9125)
LODDEFJORD = (5.232, 60.364)
DEAD = json.dumps([{"id": "dead", "url": "http://127.0.0.1:9/{z}/{x}/{y}.png", "attribution": "© Kartverket"}])
PAGE = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kart</title>
<link rel="stylesheet" href="/built/map.css"><link rel="stylesheet" href="/built/drawing.css"></head>
<body><div id="map"></div><script type="application/json" id="page-data">{data}</script>
<script type="module" src="/built/basemap.js"></script></body></html>"""


@dataclass(frozen=True)
class BasemapSite:
    """`page` gives the address of the map around a place; `first` is the source to show, the rest are its stand-ins."""

    address: str

    def page(self, place: tuple[float, float], zoom: int, first: str) -> str:
        return f"{self.address}/map?lon={place[0]}&lat={place[1]}&zoom={zoom}&first={first}"


@contextmanager
def basemap_site(folder: Path) -> Iterator[BasemapSite]:
    built = folder / "built"
    scripts = [str(PAGES / "basemap.js"), str(PAGES / "drawing.css"), str(ROOT / "static/css/map.css")]
    options = [
        "--bundle",
        "--format=esm",
        "--splitting",
        f"--outdir={built}",
        "--entry-names=[name]",
        "--loader:.png=file",
    ]
    command = [node(), "node_modules/esbuild/bin/esbuild", *scripts, *options, "--log-level=error"]
    subprocess.run(command, cwd=ROOT, check=True)
    settings = {"SECRET_KEY": "a key for tests", "KARTVERKET": "0", "TILE_SOURCES": DEAD, "TILE_PRIVATE_HOSTS": "1"}
    app = create_app({"TESTING": True, "DATA_DIR": folder, **settings})
    app.add_url_rule("/built/<path:name>", view_func=public(lambda name: flask.send_from_directory(built, name)))
    app.add_url_rule("/map", view_func=show)
    with served(app) as port:
        yield BasemapSite(f"http://127.0.0.1:{port}")


@public
def show() -> str:
    asked = flask.request.args
    longitude, latitude = float(asked["lon"]), float(asked["lat"])
    sources = map_sources((longitude - 0.01, latitude - 0.005, longitude + 0.01, latitude + 0.005))
    sources.sort(key=lambda source: source["id"] != asked["first"])
    data = {"sources": sources, "centre": [longitude, latitude], "zoom": int(asked["zoom"])}
    return PAGE.format(data=script_json(data))
