"""What readers of others find in a file: each row's texts by the names of the columns, and its shape."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyogrio
import shapely
from python_calamine import CalamineWorkbook

from exports.formats.formula import as_it_was

Rows = list[dict[str, str]]


def rows_of(path: Path, name: str, sheet: str = "Steder") -> Rows:
    """The rows of the file in the format `name`, by id; of several tables those of `sheet`."""
    found = {"csv": _csv, "xlsx": _xlsx, "geojson": _geojson}.get(name, _gdal)(path, sheet)
    return sorted(found, key=lambda row: int(row["id"]))


def shapes_of(path: Path) -> dict[int, Any]:
    """The shapes by id, of every layer with places."""
    found = {}
    for layer in _layers(path):
        meta, _fids, shapes, fields = pyogrio.raw.read(path, layer=layer)
        numbers = fields[list(meta["fields"]).index("id")].tolist()
        found |= dict(zip(numbers, shapely.from_wkb(shapes), strict=True))
    return found


def _csv(path: Path, _sheet: str) -> Rows:
    table = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";")
    return [{name: as_it_was(cell) for name, cell in row.items()} for row in table]


def _xlsx(path: Path, sheet: str) -> Rows:
    headings, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [_texts(dict(zip(headings, row, strict=True))) for row in rows]


def _geojson(path: Path, _sheet: str) -> Rows:
    return [_texts(feature["properties"]) for feature in json.loads(path.read_bytes())["features"]]


def _gdal(path: Path, sheet: str) -> Rows:
    layers = [sheet.lower()] if sheet != "Steder" else _layers(path)
    return [row for layer in layers for row in _of_layer(path, layer)]


def _layers(path: Path) -> list[str]:
    return [name for name, kind in pyogrio.list_layers(path).tolist() if kind]


def _of_layer(path: Path, layer: str) -> Rows:
    meta, _fids, _shapes, fields = pyogrio.raw.read(path, layer=layer)
    whole = _whole_names(path) if path.suffix == ".zip" else {}
    names = [whole.get(name, name) for name in meta["fields"]]
    return [_texts(dict(zip(names, row, strict=True))) for row in zip(*(f.tolist() for f in fields), strict=True)]


def _whole_names(path: Path) -> dict[str, str]:
    """By the short names of a Shapefile, as the text beside it tells them."""
    told = ZipFile(path).read("LES_MEG.txt").decode("utf-8-sig").splitlines()
    return dict(line.split(" = ")[:2] for line in told if " = " in line)


def _texts(row: dict[str, Any]) -> dict[str, str]:
    return {name: _text(value) for name, value in row.items()}


def _text(value: Any) -> str:
    if value is None or value != value or str(value) == "NaT":
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
