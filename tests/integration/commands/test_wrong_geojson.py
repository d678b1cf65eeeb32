"""GeoJSON that breaks its standard is refused, or told by row; GDAL alone reads more than half of these without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from participation.commands import main
from participation.errors import Refused
from participation.extensions import db
from participation.projects.files.geofile import read_rows
from participation.responses.models import Mark
from tests.factories.classes import make_activity, make_project

BAD = Path(__file__).parents[2] / "data" / "geojsonhint_bad"
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.mark.parametrize("file", sorted(BAD.glob("*.geojson")), ids=lambda file: file.stem)
def test_wrong_geojson_is_refused_or_told_by_row(app, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("LOKALKJENT_DATA_DIR", str(app.config["DATA_DIR"]))
    activity = make_activity(make_project(area=None)).id
    db.session.rollback()
    told = CliRunner().invoke(main, ["marks", "import", str(file), "--activity", str(activity), "--json"])
    assert told.exit_code in (0, 1)
    assert isinstance(told.exception, SystemExit | None), told.exception
    if told.exit_code == 0:
        found = json.loads(told.stdout)
        assert found["problems"]
        assert found["read"] == found["accepted"] + found["rejected"]
    else:
        assert told.stderr.strip()
        assert db.session.query(Mark).count() == 0


def write(tmp_path: Path, **more: object) -> Path:
    point = {"type": "Point", "coordinates": [297_000.0, 6_700_000.0]}
    row = {"type": "Feature", "geometry": point, "properties": {"what": "x", "list": [1]}}
    empty = {"type": "Feature", "geometry": None, "properties": None}
    path = tmp_path / "utm.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [row, empty], **more}), encoding="utf-8")
    return path


@pytest.mark.parametrize(("digits", "longitude"), [(400, False), (400, True), (5000, False), (5000, True)])
def test_a_number_without_end_is_told_as_that(app, tmp_path: Path, digits: int, longitude: bool) -> None:
    number, small = "-" + "9" * digits, "5.3"
    point = f'{{"type": "Point", "coordinates": [{number if longitude else small}, 60.3]}}'
    path = tmp_path / "long.geojson"
    path.write_text(
        f'{{"type": "Feature", "properties": {{"a": {small if longitude else number}}}, "geometry": {point}}}'
    )
    with pytest.raises(Refused, match=f"tallet som begynner med -99999999999, har {digits} sifre"):
        list(read_rows(path))


def test_what_is_nested_too_deep_is_told_as_that(app, tmp_path: Path) -> None:
    path = tmp_path / "deep.geojson"
    path.write_text("[" * 100_000)
    with pytest.raises(Refused, match="for mange nivåer"):
        list(read_rows(path))


def test_geojson_in_an_older_coordinate_system(app, tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    first, second = read_rows(write(tmp_path, crs=crs))
    assert first.geometry is not None
    assert round(first.geometry.x, 2) == 5.32
    assert first.attributes == {"what": "x", "list": "[1]"}
    assert second.problem
    assert second.attributes == {"what": None, "list": None}


def test_coordinates_that_are_no_degrees(app, tmp_path: Path) -> None:
    rows = list(read_rows(write(tmp_path)))
    assert [bool(row.problem) for row in rows] == [True, True]
