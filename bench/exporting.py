"""An activity's marks written to files, beside GDAL's own program with the same data: `python -m bench exporting`.

BENCH_MARKS=1000000 in the environment measures that many as well, which takes some minutes and 2 GB of disk.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bench.filling import fill
from bench.installation import Installation, installation
from bench.measurement import Measurement, Run, run

SIZES = (10_000, 50_000, 100_000)
MARKS_A_RESPONSE = 5
LAYERS = ("steder_punkt", "steder_linje")
# Of GDAL's time with the same data, by the format.
GOALS = {"geojson": 0.15, "gpkg": 1.0}
MOST_MB = 80


def measure() -> Iterator[Measurement]:
    """Whole commands, their start with them; beside it what they take without, which an activity without marks tells."""
    further = [int(count) for count in os.environ.get("BENCH_MARKS", "").split() if count]
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name, installation(Path(name)) as made:
        taken: dict[str, dict[int, Run]] = {form: {} for form in ("geojson", "gpkg", "csv")}
        for size in (0, *SIZES, *further):
            fill(made, size // MARKS_A_RESPONSE)
            for form in taken:
                taken[form][size] = _export(made, form, Path(name) / f"marks.{form}")
            if size >= SIZES[-1]:
                yield from _beside_gdal(Path(name), size, taken)
        for form, runs in taken.items():
            yield Measurement(
                f"{form}: a mark at {max(runs):,} against one at {SIZES[0]:,}", _growth(runs), "×", at_most=1.2
            )


def _beside_gdal(folder: Path, size: int, taken: dict[str, dict[int, Run]]) -> Iterator[Measurement]:
    for form, goal in GOALS.items():
        ours, theirs = taken[form][size], _with_gdal(folder, form)
        yield Measurement(f"{form}, {size:,} marks, memory", ours.megabytes, "MB", at_most=MOST_MB)
        if theirs is None:
            yield Measurement(f"{form}, {size:,} marks", ours.seconds, "s CPU", note="no ogr2ogr here to compare with")
            continue
        start = taken[form][0]
        note = (
            f"{ours.seconds:.1f} s, {start.seconds:.1f} of it the start; ogr2ogr {theirs.seconds:.1f} s; without the start "
            f"{(ours.seconds - start.seconds) / theirs.seconds:.2f} ×, and {ours.megabytes - start.megabytes:.0f} MB more"
        )
        yield Measurement(
            f"{form}, {size:,} marks, of ogr2ogr's time", ours.seconds / theirs.seconds, "×", at_most=goal, note=note
        )


def _growth(runs: dict[int, Run]) -> float:
    """Cost of one mark more among the most, in that of one among the fewest; the program's start is in neither."""
    sizes = sorted(runs)[1:]
    costs = [(runs[more].seconds - runs[few].seconds) / (more - few) for few, more in pairwise(sizes)]
    return costs[-1] / costs[0]


def _export(made: Installation, form: str, path: Path) -> Run:
    command = [
        str(Path(sys.executable).with_name("lokalkjent")),
        "export",
        str(made.activity),
        "--format",
        form,
        "-o",
        str(path),
    ]
    return run(command, made.environment())


def _with_gdal(folder: Path, form: str) -> Run | None:
    """The same out of a GeoPackage: all of it as another, or the marks as a GeoJSON for each layer, as it knows no layers."""
    program = shutil.which("ogr2ogr")
    if not program:
        return None
    source, copy = folder / "marks.gpkg", folder / f"copy.{form}"
    lots: Sequence[Sequence[str]] = [()] if form == "gpkg" else [(layer,) for layer in LAYERS]
    runs = []
    for layers in lots:
        copy.unlink(missing_ok=True)
        driver = {"gpkg": "GPKG", "geojson": "GeoJSON"}[form]
        runs.append(run([program, "-f", driver, str(copy), str(source), *layers], dict(os.environ)))
    copy.unlink()
    return Run(sum(run.seconds for run in runs), max(run.megabytes for run in runs))
