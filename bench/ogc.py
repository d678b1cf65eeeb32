"""The layers that QGIS reads, a page after the other, beside pygeoapi with the same features out of SQLite."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import orjson

from bench import pygeoapi
from bench.filling import fill
from bench.installation import Installation, installation, served
from bench.load import processor_seconds
from bench.measurement import Measurement
from participation import create_app
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.tokens import services
from participation.tokens.services import Wish

FEATURES, A_PAGE = 10_000, 1000
POINTS_A_RESPONSE = 4
TURNS = 5
LAYER = "steder_punkt"  # what the points are called in a GeoPackage of ours
TIMES_FASTER = 10
# What is changed in the store before all is read, and what that is called.
CHANGES = {
    "every place changed": "UPDATE mark SET people = coalesce(people, 1) + 1",
    "one place changed": "UPDATE mark SET people = coalesce(people, 1) + 1 WHERE id = (SELECT max(id) / 2 FROM mark)",
    "unchanged": "",
}


def measure() -> Iterator[Measurement]:
    """Pages of both in turn, so that what else the machine does disturbs them alike."""
    with tempfile.TemporaryDirectory() as name, installation(Path(name)) as made:
        fill(made, FEATURES // POINTS_A_RESPONSE)
        secret = _token(made)
        with served(made) as (process, port):
            address = f"http://127.0.0.1:{port}/ogc/collections/marks-{made.activity}/items?question=places"
            ours = {told: Reader(process, address, secret) for told in CHANGES}
            why_not = pygeoapi.missing()
            if why_not:
                _read(made, ours)
                for told, reader in ours.items():
                    yield Measurement(
                        f"OGC API, features a second, {told}", reader.features_a_second(), "", note=why_not
                    )
                return
            _export(made, Path(name) / "marks.gpkg")
            with pygeoapi.serving(Path(name), LAYER) as (other, there):
                theirs = Reader(other, f"{there}?f=json")
                for _turn in range(TURNS):
                    _read(made, ours)
                    theirs.read_all()
                for told, reader in ours.items():
                    yield _beside(told, reader, theirs)


def _read(made: Installation, ours: dict[str, Reader]) -> None:
    """All of it after each of the changes."""
    for told, change in CHANGES.items():
        with closing(sqlite3.connect(made.folder / "lokalkjent.sqlite3")) as store, store:
            store.execute(change)
        ours[told].read_all()


def _beside(told: str, ours: Reader, theirs: Reader) -> Measurement:
    ratio = median(their / our for our, their in zip(ours.seconds, theirs.seconds, strict=True))
    note = (
        f"{ours.features_a_second():,.0f} a second ({ours.processor():.2f} s CPU), "
        f"pygeoapi {theirs.features_a_second():,.0f} ({theirs.processor():.2f} s CPU)"
    )
    return Measurement(
        f"OGC API, features a second, {told}, of pygeoapi's", ratio, "×", at_least=TIMES_FASTER, note=note
    )


class Reader:
    """Reads all features over the pages, as a client that follows the links; `seconds`: what each time took."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, secret: str = "") -> None:
        self.process = process
        self.address = address
        self.headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        self.seconds: list[float] = []
        self.processors: list[float] = []

    def read_all(self) -> None:
        """Once through; SystemExit where it is not all of them."""
        before, began, ids = processor_seconds(self.process.pid), time.perf_counter(), []
        following: str | None = f"{self.address}&limit={A_PAGE}"
        waited = 0.0
        while following:
            page = self._page(following)
            read = time.perf_counter()
            document = orjson.loads(page)
            ids += [feature["id"] for feature in document["features"]]
            following = next((link["href"] for link in document["links"] if link["rel"] == "next"), None)
            waited += time.perf_counter() - read
        self.seconds.append(time.perf_counter() - began - waited)
        self.processors.append(processor_seconds(self.process.pid) - before)
        if len(set(ids)) != FEATURES:
            raise SystemExit(f"{self.address} gave {len(set(ids))} features")

    def features_a_second(self) -> float:
        return FEATURES / median(self.seconds)

    def processor(self) -> float:
        return median(self.processors)

    def _page(self, address: str) -> bytes:
        with urllib.request.urlopen(urllib.request.Request(address, headers=self.headers), timeout=60) as answer:
            page: bytes = answer.read()
        return page


def _token(made: Installation) -> str:
    app, secret = create_app({"DATA_DIR": made.folder}), services.new_secret()
    with app.app_context():
        with writing(db) as session:
            project = session.get_one(Activity, made.activity).project
            services.make(session, project, None, Wish("bench", full=True, reason="bench"), secret)
        db.session.remove()
        db.engine.dispose()
    return secret


def _export(made: Installation, path: Path) -> None:
    command = [
        Path(sys.executable).with_name("lokalkjent"),
        "export",
        str(made.activity),
        "--format",
        "gpkg",
        "-o",
        path,
    ]
    subprocess.run(command, env=made.environment(), check=True, capture_output=True)
