"""Excel workbooks, a row at a time. Every text is written as text, so no text can be a formula."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

from rustpy_xlsxwriter import FastExcel
from rustpy_xlsxwriter import Format as CellFormat

from exports.charts.bars import Charts
from exports.charts.placing import draw, placeholders
from exports.errors import too_many_columns, too_many_rows
from exports.formats.excel_cells import MOST_UNITS, excel_column, excel_text
from exports.formats.format import Format
from exports.formats.printing import page_setup
from exports.formats.sheet_names import sheet_names
from exports.lots import written
from exports.system_errors import of_rust
from exports.table import Column, FeatureTable
from exports.words import Translate, untranslated
from exports.workbook import Sheet, Workbook

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
ROWS_AT_ONCE = 1000
HEADING_COLOUR = "#E3ECF4"
LINE_HEIGHT, MOST_LINES = 15.0, 7
WIDTHS = {"text": 40, "label": 24, "list": 30, "date": 12, "datetime": 20}
USUAL_WIDTH = 14
NUMBER_FORMATS = {"date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm"}


class _Counted:
    """A sheet's rows as the writer wants them, counted as they go by."""

    def __init__(self, sheet: Sheet, headings: list[str]) -> None:
        self.sheet = sheet
        self.headings = headings
        self.number = 0
        self.charts = Charts(sheet.bar_of, [column.name for column in sheet.table.columns]) if sheet.bar_of else None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for values in self._cells():
            self.number += 1
            if self.number >= MOST_ROWS:
                raise too_many_rows(self.sheet.title, MOST_ROWS - 1)
            if self.charts:
                self.charts.add(values)
            yield dict(zip(self.headings, values, strict=True))
        if not self.number:
            yield dict.fromkeys(self.headings)  # the writer takes the headings from the first row

    def _cells(self) -> Iterator[tuple[Any, ...]]:
        writers = [excel_column(column.kind) for column in self.sheet.table.columns]
        for lot in self.sheet.table.lots(ROWS_AT_ONCE):
            yield from zip(*map(written, lot.columns, writers), strict=True)


def write_workbook(
    workbook: Workbook, path: Path, language: str | None = None, translate: Translate = untranslated
) -> int:
    """Write every sheet, its headings and what tells a row from another frozen. Gives the number of rows on all sheets together.

    Raises ExportError for a sheet of more than 1,048,575 rows or 16,384 columns, and OSError where it cannot be written.
    """
    excel = FastExcel(str(path), output_format="xlsx")
    counted = []
    names = sheet_names([sheet.title for sheet in workbook.sheets])
    for name, sheet in zip(names, workbook.sheets, strict=True):
        if len(sheet.table.columns) > MOST_COLUMNS:
            raise too_many_columns(sheet.title)
        headings = sheet.table.headings(language)
        rows = _Counted(sheet, [excel_text(heading) for heading in headings])
        widths = [_width(column, sheet) for column in sheet.table.columns]
        counted.append(rows)
        excel.sheet(
            name,
            iter(rows),
            column_widths=widths,
            column_formats=[_format(column, sheet) for column in sheet.table.columns],
            header_format=CellFormat().set_bold().set_background_color(HEADING_COLOUR).set_text_wrap().set_align("top"),
            row_heights={0: _height(rows.headings, widths)},
            autofilter=sheet.filtered,
            page_setup=page_setup(sheet, widths),
            charts=placeholders(rows.headings, sheet.most_charts),
        )
        # Which row it is stays in sight as well, on a sheet with a hundred columns.
        excel.freeze(row=1, col=1 if sheet.table.id_position() == 0 else None, sheet=name)
    with of_rust():
        excel.save()
    for name, rows in zip(names, counted, strict=True):
        if rows.charts and rows.sheet.most_charts:
            draw(path, name, rows.charts.worth_drawing(rows.sheet.most_charts), len(rows.headings) + 1)
    return sum(rows.number for rows in counted)


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write a workbook of one sheet."""
    return write_workbook(Workbook([Sheet(table.name, table)]), path, language, translate)


def _width(column: Column, sheet: Sheet) -> float:
    return float(sheet.widths.get(column.name) or WIDTHS.get(column.kind, USUAL_WIDTH))


def _height(headings: list[str], widths: list[float]) -> float:
    """Points for the row of headings: for whole questions, though not for all of the longest."""
    lines = [len(wrap(heading, int(width) - 1)) for heading, width in zip(headings, widths, strict=True)]
    return LINE_HEIGHT * min(MOST_LINES, max([1, *lines]))


def _format(column: Column, sheet: Sheet) -> CellFormat:
    style = CellFormat().set_align("top")
    if number_format := sheet.number_formats.get(column.name) or NUMBER_FORMATS.get(column.kind):
        return style.set_num_format(number_format)
    # Without the prefix a text such as =1+1 becomes a formula when somebody edits the cell.
    return style.set_quote_prefix() if column.kind in ("text", "label", "list") else style


FORMAT = Format(
    name="xlsx",
    suffix=".xlsx",
    mimetype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write=write,
    write_workbook=write_workbook,
    most_rows=MOST_ROWS - 1,
    longest_text=MOST_UNITS,
)
