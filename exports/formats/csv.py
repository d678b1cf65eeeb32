"""CSV in two forms: as Norwegian Excel reads it, and as RFC 4180 has it."""

import csv
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from exports.formats.format import Format
from exports.formats.formula import harmless
from exports.formats.or_text import or_text
from exports.plain_text import plain_text
from exports.table import FeatureTable
from exports.words import Translate, untranslated

LIST_SEPARATOR = "; "


@dataclass(frozen=True)
class CsvForm:
    """How the numbers and the columns are parted, and the encoding of the file."""

    delimiter: str
    decimal_mark: str
    encoding: str


NORWEGIAN = CsvForm(delimiter=";", decimal_mark=",", encoding="utf-8-sig")
COMMA = CsvForm(delimiter=",", decimal_mark=".", encoding="utf-8")


def write_csv(
    form: CsvForm, table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """Write the columns (not the geometries) with a heading row. Gives the number of rows.

    Text that a spreadsheet could take for a formula is made harmless as `formula.harmless` tells.
    """
    with path.open("w", encoding=form.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=form.delimiter, lineterminator="\r\n")
        writer.writerow([harmless(heading) for heading in table.headings(language)])
        written = 0
        for cells in _rows(form, table):
            writer.writerow(cells)
            written += 1
    return written


def _rows(form: CsvForm, table: FeatureTable) -> Iterator[list[str]]:
    writers = [_cell(column.kind, form) for column in table.columns]
    for row in table.rows:
        yield ["" if value is None else cell(value) for cell, value in zip(writers, row.values, strict=True)]


def _cell(kind: str, form: CsvForm) -> Callable[[Any], str]:
    if kind in ("code", "label"):
        return _repeated_text
    cells: dict[str, Callable[[Any], str]] = {
        "integer": str,
        "decimal": partial(_decimal, form.decimal_mark),
        "date": _iso,
        "datetime": _iso,
        "boolean": _boolean,
        "list": _list,
    }
    return or_text(cells[kind], _text) if kind in cells else _text


def _text(value: str) -> str:
    return harmless(plain_text(value))


@lru_cache(maxsize=4096)
def _repeated_text(value: str) -> str:
    return _text(value)


def _list(values: list[str]) -> str:
    return _text(LIST_SEPARATOR.join(values))


def _decimal(mark: str, value: float) -> str:
    return repr(float(value)).replace(".", mark) if math.isfinite(value) else ""


def _iso(value: Any) -> str:
    return str(value.isoformat())


def _boolean(value: bool) -> str:
    return "1" if value else "0"


FORMAT = Format(name="csv", suffix=".csv", mimetype="text/csv", write=partial(write_csv, NORWEGIAN))
COMMA_FORMAT = Format(name="csv-comma", suffix=".csv", mimetype="text/csv", write=partial(write_csv, COMMA))
