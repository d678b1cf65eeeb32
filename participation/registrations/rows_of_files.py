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


def all_rows(path: Path, read: Callable[[str | None], Iterable[Row]] | None = None) -> list[Row]:
    """Every row of every layer, numbered on from layer to layer. `read`: how one is read, by its name."""
    one = read or (lambda name: read_rows(path, Layer(name)))
    names: Iterable[str | None] = layers_in(path, ONLY) or (None,)
    found: list[Row] = []
    for name in names:
        before = len(found)
        found += [replace(row, number=before + row.number) for row in one(name)]
    return found


def with_own_texts(rows: Iterable[Row]) -> list[Row]:
    """Of our CSV files: texts that a spreadsheet would have run, without the apostrophe that keeps it from that."""
    return [replace(row, attributes={name: _own(value) for name, value in row.attributes.items()}) for row in rows]


def _own(value: object) -> object:
    return as_it_was(value) if isinstance(value, str) else value
