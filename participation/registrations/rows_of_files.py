"""Rows of files that were exported from here: in layers, one for each kind of geometry, and in CSV with harmless texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from exports.formats.formula import as_it_was
from participation.projects.files.gdal_file import layers_in
from participation.projects.files.geofile import read_rows
from participation.projects.files.georow import Row
from participation.projects.files.layer import ONLY, Layer
from participation.projects.files.systems import System

# No field of a file: what its layer is called, as where each category has a layer of its own.
LAYER = ":layer"


def all_rows(path: Path, system: System | None = None) -> list[Row]:
    """Every row of every layer of the file. `system`: what its coordinates are, whatever the file says."""
    names = layers_in(path, ONLY)
    if not names:
        return list(read_rows(path, ONLY, system))
    return of_layers(names, lambda name: read_rows(path, Layer(name), system))


def of_layers(names: Iterable[str], read: Callable[[str], Iterable[Row]]) -> list[Row]:
    """The rows of the layers, numbered on from one to the next, with the layer's name as a field. `read`: one layer.

    Each row has the fields of all layers: where its own lacks one, it says nothing there.
    """
    found: list[Row] = []
    for name in names:
        before = len(found)
        for row in read(name):
            found.append(replace(row, number=before + row.number, attributes={**row.attributes, LAYER: name}))
    fields: dict[str, None] = {name: None for row in found for name in row.attributes}
    return [replace(row, attributes={**fields, **row.attributes}) for row in found]


def with_own_texts(rows: Iterable[Row]) -> list[Row]:
    """Of our CSV files: texts that a spreadsheet would have run, without the apostrophe that keeps it from that."""
    return [replace(row, attributes={name: _own(value) for name, value in row.attributes.items()}) for row in rows]


def _own(value: object) -> object:
    return as_it_was(value) if isinstance(value, str) else value
