"""The whole way: the demo's files, written by the command line, opened by LibreOffice and GDAL."""

import csv
import json
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.interop.test_libreoffice_opens_the_workbook import EVERY_SHEET_AS_CSV, read


@pytest.fixture(scope="module")
def files(lokalkjent, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    data = folder / "data"
    mapped = json.loads(lokalkjent(data, "demo", "--json"))["activities"]["class_mapping"]
    for name in ("xlsx", "geojson", "csv"):
        lokalkjent(data, "export", mapped, "--format", name, "-o", folder / f"demo.{name}")
    lokalkjent(data, "export", mapped, "--format", "barnetrakk-gml", "-o", folder / "produkt.gml")
    lokalkjent(data, "export", mapped, "--format", "archive", "-o", folder / "pakke.zip")
    return folder


def test_libreoffice_shows_the_rows_of_every_sheet(program, files, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    book = files / "demo.xlsx"
    program("soffice", profile, "--headless", "--convert-to", EVERY_SHEET_AS_CSV, "--outdir", tmp_path, book)
    workbook = CalamineWorkbook.from_path(book)
    assert workbook.sheet_names == ["Om", "Svar", "Steder", "Kodebok", "Sammendrag"]
    for name in workbook.sheet_names:
        shown = read(tmp_path / f"demo-{name}.csv")
        written = workbook.get_sheet_by_name(name).to_python()
        assert shown[0] == written[0]
        assert len(shown) == len(written)
        assert [row[1] for row in shown] == [plain(row[1]) for row in written]


def plain(cell):
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def test_gdal_finds_as_many_features_as_there_are_rows(program, files, tmp_path):
    with (files / "demo.csv").open(encoding="utf-8-sig", newline="") as file:
        marks = list(csv.DictReader(file, delimiter=";"))
    program("ogr2ogr", "-f", "CSV", tmp_path / "kopi.csv", files / "demo.geojson")
    with (tmp_path / "kopi.csv").open(encoding="utf-8", newline="") as file:
        features = list(csv.DictReader(file))
    assert len(features) > 200
    assert [feature["id"] for feature in features] == [mark["id"] for mark in marks]
    assert [feature["comment"] for feature in features] == [mark["comment"] for mark in marks]


def test_gdal_reads_the_national_product(program, files):
    told = program("ogrinfo", "-al", "-so", files / "produkt.gml")
    for name in ("Layer name: Barneveg", "lokalId: String", "førsteRegistreringsÅr: Integer", 'ID["EPSG",25832]'):
        assert name in told


@pytest.fixture(scope="module")
def package(files):
    """The GeoPackage in the archive package."""
    with ZipFile(files / "pakke.zip") as packed:
        packed.extractall(files / "pakke")
    [path] = (files / "pakke").glob("*/data/data.gpkg")
    return path


def test_gdal_reads_the_geopackage_of_the_archives_package(program, package):
    told = program("ogrinfo", "-so", package)
    for layer in ("steder_punkt (Point)", "veier_flate (Polygon)", "svar", "kodebok"):
        assert layer in told


def test_qgis_draws_the_geopackage_of_the_archives_package_by_our_symbols(qgis, package):
    layers = {layer["name"]: layer for layer in qgis("read_layers", package)}
    assert all(layer["features"] for layer in layers.values())
    for name, labels in (
        ("steder_punkt", ["Her er jeg", "Bra", "Utrygt", "Ønske"]),
        ("veier_flate", ["Skoleveien min"]),
    ):
        *named, _others = layers[name]["legend"]
        assert [rule["label"] for rule in named] == labels
