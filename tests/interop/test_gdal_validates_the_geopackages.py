"""GDAL's own validator finds every GeoPackage of ours as the standard has it, with nothing to warn of."""

import sqlite3
from contextlib import closing
from shutil import copy
from zipfile import ZipFile

import pytest

STRICT = ("-m", "osgeo_utils.samples.validate_gpkg", "--extra", "--warning-as-error", "-k")


@pytest.fixture(scope="module")
def validated(system_python):
    run = system_python("osgeo_utils.samples")
    return lambda path: run(*STRICT, path)


@pytest.mark.parametrize("name", ["gpkg", "published", "barnetrakk-gpkg"])
def test_a_geopackage_is_valid(validated, told_files, name):
    found = validated(told_files[name])
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_geopackage_of_the_archives_package_is_valid(validated, told_files, tmp_path):
    with ZipFile(told_files["archive"]) as packed:
        packed.extractall(tmp_path)
    [package] = tmp_path.glob("*/data/data.gpkg")
    found = validated(package)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_validator_looks(validated, told_files, tmp_path):
    path = copy(told_files["gpkg"], tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE gpkg_geometry_columns SET srs_id = -1")
    assert validated(path).returncode == 1
