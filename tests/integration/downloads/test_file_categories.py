"""Categories that a file brought are called whatever stood in its field: others get the names that enough have marked."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.files.geofile import read_rows
from participation.responses import imported_rows, importing
from participation.responses.registrations import Fields
from tests.factories.mapped_class import make_activity
from tests.integration.downloads.test_files import written

ALONE, SHARED = "Ved huset til Ola", "Lekeplass"


@pytest.fixture
def activity(app: flask.Flask, tmp_path: Path) -> Activity:
    """Five registrations of one new category in one place, and one of another."""
    with writing(db) as session:
        made = make_activity(session, public_since=now())
        made.project.area = None
    features = [
        {"type": "Feature", "id": number, "geometry": {"type": "Point", "coordinates": [5.225, 60.375]}, "properties": {"hva": what}}
        for number, what in enumerate([SHARED] * 5 + [ALONE], 1)
    ]  # fmt: skip
    file = tmp_path / "a.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    found = db.session.get_one(Activity, made.id)
    plan = importing.prepare(db.session(), found, *importing.read(read_rows(file), Fields(category_field="hva")))
    with writing(db) as session:
        version = importing.publish(session, session.get_one(Activity, made.id), plan)
    for part in plan.parts():
        with writing(db) as session:
            imported_rows.store(session, session.get_one(Activity, made.id), version, part, plan.report)
    return db.session.get_one(Activity, made.id)


def everything_in(path: Path) -> str:
    """Texts of a file, and of those in it."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8", "replace")
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize("name", ["geojson", "xlsx", "gpkg"])
def test_published_files_name_what_enough_have_marked(activity: Activity, tmp_path: Path, name: str) -> None:
    told = everything_in(written(activity, tmp_path, name, published=True))
    assert SHARED in told
    assert "Ola" not in told
    assert "ved_huset" not in told


def test_the_archive_package_tells_the_place_without_such_a_name(activity: Activity, tmp_path: Path) -> None:
    path = written(activity, tmp_path, "archive")
    with zipfile.ZipFile(path) as package:
        (places,) = [name for name in package.namelist() if name.endswith("steder.csv")]
        rows = package.read(places).decode("utf-8-sig").splitlines()
    assert len(rows) == 7
    told = everything_in(path)
    assert SHARED in told
    assert "Ola" not in told
    assert "ved_huset" not in told


def test_full_files_and_the_layer_tell_what_each_may(activity: Activity, tmp_path: Path, client: FlaskClient) -> None:
    assert ALONE in everything_in(written(activity, tmp_path, "geojson"))
    answer = client.get(f"/ogc/collections/published-{activity.id}/items")
    assert [feature["properties"]["category_label"] for feature in answer.json["features"]] == [SHARED]
