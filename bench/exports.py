"""How fast files are written, beside the writers others would use: `python -m bench.exports`."""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from exports.formats import FORMATS
from exports.table import Column, FeatureTable, Row

ROWS = 100_000
TEXTS, CODES, NUMBERS = 8, 6, 5
COLUMNS = [
    Column("id", "integer"),
    *(Column(f"text_{number}") for number in range(TEXTS)),
    *(Column(f"code_{number}", "code") for number in range(CODES)),
    *(Column(f"number_{number}", "decimal") for number in range(NUMBERS)),
]
LINE = '{"type":"LineString","coordinates":[[5.22,60.37],[5.2213,60.3702],[5.2231,60.3711],[5.23,60.38]]}'


def rows() -> Iterator[Row]:
    for number in range(ROWS):
        texts = [f"=Her er det glatt om vinteren, {number}"] * TEXTS
        yield Row([number, *texts, *["dark"] * CODES, *[number / 7] * NUMBERS], LINE)


def with_ours(name: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        FORMATS[name].write(FeatureTable("bench", COLUMNS, rows(), "id"), path, None)

    return write


def with_openpyxl(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("bench")
    sheet.append([column.name for column in COLUMNS])
    for row in rows():
        sheet.append(list(row.values))
    book.save(path)


def with_xlsxwriter(path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("bench")
    sheet.write_row(0, 0, [column.name for column in COLUMNS])
    for number, row in enumerate(rows(), start=1):
        sheet.write_row(number, 0, row.values)
    book.close()


def with_pyogrio(path: Path) -> None:
    import numpy as np
    import pyogrio
    import shapely

    every = list(rows())
    fields = [np.array(values) for values in zip(*(row.values for row in every), strict=True)]
    shapes = shapely.to_wkb(shapely.from_geojson([row.geometry for row in every]))
    names = [column.name for column in COLUMNS]
    pyogrio.raw.write(path, shapes, fields, names, driver="GeoJSON", geometry_type="LineString", crs="EPSG:4326")


def with_csv(path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([column.name for column in COLUMNS])
        writer.writerows(row.values for row in rows())


WRITERS: dict[str, Callable[[Path], None]] = {
    "xlsx": with_ours("xlsx"),
    "xlsx, openpyxl write-only": with_openpyxl,
    "xlsx, xlsxwriter constant memory": with_xlsxwriter,
    "geojson": with_ours("geojson"),
    "geojson, pyogrio": with_pyogrio,
    "csv, formulas made harmless": with_ours("csv"),
    "csv, the csv module alone": with_csv,
}


def main() -> None:
    """Print seconds for ROWS rows of 20 columns, one writer a line."""
    print(f"Writing {ROWS} rows of {len(COLUMNS)} columns", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, write in WRITERS.items():
            path = Path(folder) / f"bench.{name.partition(',')[0]}"
            started = time.perf_counter()
            write(path)
            seconds = time.perf_counter() - started
            print(f"  {name:<34} {seconds:6.2f} s {path.stat().st_size / 1e6:7.1f} MB", flush=True)
            path.unlink()


if __name__ == "__main__":
    sys.exit(main())
