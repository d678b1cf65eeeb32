"""Rows written to files, beside the writers others would use: `python -m bench writing`."""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.measurement import Measurement, Run, run
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


KEPT: list[Row] = []


def rows() -> Iterable[Row]:
    """Those that are in memory, if any are; else made as they go by."""
    return KEPT or made()


def made() -> Iterator[Row]:
    for number in range(ROWS):
        text = f"Her er det glatt om vinteren, {number}"
        texts = [text if number % 100 else f"={text}"] * TEXTS
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
    "openpyxl": with_openpyxl,
    "xlsxwriter": with_xlsxwriter,
    "csv": with_ours("csv"),
    "csv module": with_csv,
    "geojson": with_ours("geojson"),
    "pyogrio": with_pyogrio,
}
# Ours, the other, and the goal as a part of the other's time.
PAIRS = (
    ("xlsx", "openpyxl", 0.2),
    ("xlsx", "xlsxwriter", None),
    ("csv", "csv module", 1.5),
    ("geojson", "pyogrio", None),
)
MOST_MB = {"xlsx": 80}


def measure() -> Iterator[Measurement]:
    """Each writer in a process of its own; the rows are made beforehand for csv, and as they go by for the others."""
    runs: dict[str, Run] = {}
    for ours, other, goal in PAIRS:
        for name in (ours, other):
            runs[name] = runs.get(name) or _run(name)
        note = f"{runs[ours].seconds:.1f} s against {runs[other].seconds:.1f}"
        share = runs[ours].seconds / runs[other].seconds
        title = f"{ours}, {ROWS:,} rows of {len(COLUMNS)} columns, of the time of {other}"
        yield Measurement(title, share, "×", at_most=goal, note=note)
    for name, most in MOST_MB.items():
        yield Measurement(f"{name}, memory of the process", runs[name].megabytes, "MB", at_most=most)


def _run(name: str) -> Run:
    """Seconds are of the writing alone, which the process itself tells in a file."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "seconds"
        whole = run([sys.executable, "-m", "bench.writing", name, str(Path(folder) / "file"), str(told)])
        return whole._replace(seconds=float(told.read_text()))


if __name__ == "__main__":
    chosen, file, seconds = sys.argv[1:]
    if chosen in ("csv", "csv module"):
        KEPT.extend(rows())
    started = time.process_time()
    WRITERS[chosen](Path(file))
    Path(seconds).write_text(str(time.process_time() - started))
