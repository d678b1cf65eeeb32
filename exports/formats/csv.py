"""CSV in two forms: as Norwegian Excel reads it, and as RFC 4180 has it."""

import csv
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from exports.as_text import iso, listed, or_text
from exports.formats.format import Format
from exports.formats.formula import all_harmless, harmless
from exports.lots import Values, written
from exports.plain_text import plain_text
from exports.table import FeatureTable
from exports.whole_columns import are_decimals, are_integers, are_plain_texts
from exports.words import Translate, untranslated

ROWS_A_WRITE = 1000
AS_IT_IS = {"integer": are_integers, "decimal": are_decimals}


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
        number = 0
        for rows in _rows(form, table):
            writer.writerows(rows)
            number += len(rows)
    return number


def _rows(form: CsvForm, table: FeatureTable) -> Iterator[list[tuple[Any, ...]]]:
    """Many at a time, of what the csv module writes as it is to stand: texts, numbers, None."""
    writers = [_column(column.kind, form) for column in table.columns]
    for lot in table.lots(ROWS_A_WRITE):
        yield list(zip(*map(written, lot.columns, writers), strict=True))


def _column(kind: str, form: CsvForm) -> Callable[[Values], Values]:
    """What writes a column: as it came where one look tells that it can be, else cell by cell."""
    cell, as_it_is = _cell(kind, form), AS_IT_IS.get(kind, _are_blank)
    if kind == "decimal" and form.decimal_mark != ".":
        return lambda values: (
            _with_mark(values, form.decimal_mark)
            if values and are_decimals(values) and None not in values
            else [None if each is None else cell(each) for each in values]
        )
    if kind in ("text", "code", "label"):
        return _texts
    return lambda values: values if as_it_is(values) else [None if each is None else cell(each) for each in values]


def _with_mark(numbers: Values, mark: str) -> Values:
    # One text for all: a list of numbers has ", " between them, and no blank in any.
    return repr(list(numbers))[1:-1].replace(".", mark).split(", ")


def _are_blank(values: Values) -> bool:
    return values.count(None) == len(values)


def _texts(values: Values) -> Values:
    if are_plain_texts(values):
        return all_harmless(values)
    return [None if each is None else _text(each) for each in values]


def _cell(kind: str, form: CsvForm) -> Callable[[Any], str]:
    cells: dict[str, Callable[[Any], str]] = {
        "integer": str,
        "decimal": partial(_decimal, form.decimal_mark),
        "date": iso,
        "datetime": iso,
        "boolean": _boolean,
        "list": _list,
    }
    return or_text(cells[kind], _text) if kind in cells else _text


def _text(value: str) -> str:
    return harmless(plain_text(value))


def _list(values: list[str]) -> str:
    return _text(listed(values))


def _decimal(mark: str, value: float) -> str:
    return repr(float(value)).replace(".", mark) if math.isfinite(value) else ""


def _boolean(value: bool) -> str:
    return "1" if value else "0"


FORMAT = Format(name="csv", suffix=".csv", mimetype="text/csv", write=partial(write_csv, NORWEGIAN))
