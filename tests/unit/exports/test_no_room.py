"""A file that cannot be written whole is said to be just that, whatever the library that writes it says or keeps to itself."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyogrio
import pytest

from exports.formats import FORMATS
from exports.table import Column, FeatureTable, Row

ROWS = 3000
TEXTS = [f"{'tekst ' * 20}{number}" for number in range(ROWS)]


def table() -> FeatureTable:
    rows = [Row([number, text], '{"type":"Point","coordinates":[5.2,60.3]}') for number, text in enumerate(TEXTS)]
    columns = [Column("id", "integer"), Column("comment", "text")]
    return FeatureTable("steder", columns, rows, "id", geometries=("point",), crs=25832)


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """As where a disk or a quota is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", ["geojson", "gpkg", "shp", "gml", "csv", "xlsx"])
def test_a_file_that_does_not_fit_is_an_error_of_the_system(tmp_path: Path, name: str) -> None:
    with no_file_longer_than(30_000), pytest.raises(OSError):
        FORMATS[name].write(table(), tmp_path / f"file{FORMATS[name].suffix}")


def test_a_shapefile_is_whole_or_refused(tmp_path: Path) -> None:
    """GDAL writes the last of a .dbf when it closes it, and tells nobody when that fails."""
    path, made = tmp_path / "steder.zip", []
    for size in range(340_000, 460_000, 8_000):
        with no_file_longer_than(size):
            try:
                FORMATS["shp"].write(table(), path)
            except OSError:
                continue
        _meta, _ids, shapes, fields = pyogrio.raw.read(f"/vsizip/{path}")
        assert (len(shapes), fields[1].tolist()) == (ROWS, TEXTS)
        made.append(size)
    assert 0 < len(made) < 15, "some are made and some refused"
