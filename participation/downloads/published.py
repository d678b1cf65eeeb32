"""What the public may see of the marks: hexagons that enough different respondents share, and no texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

import h3
import orjson
import shapely

from exports.shapes import transformer
from exports.table import Column, FeatureTable, Row
from participation.downloads import columns
from participation.downloads.codebook import Codebook
from participation.downloads.mark_kinds import MarkKinds
from participation.downloads.symbols import codes, symbols
from participation.safeguards.suppression import RESOLUTION, respondents_by_cell, suppress

STEP_DEGREES = 0.001  # along a line; less than half the width of a hexagon
COLUMNS = {
    "id": "code",
    "question": "code",
    "question_label": "label",
    "category": "code",
    "category_label": "label",
    "sentiment": "code",
    "sentiment_label": "label",
    "respondents": "integer",
    "lon": "decimal",
    "lat": "decimal",
    "e": "decimal",
    "n": "decimal",
}
Cell = tuple[str, str, str]


def published_table(
    name: str, codebook: Codebook, language: str, epsg: int, parts: Iterable[Sequence[Any]], fewest: int
) -> FeatureTable:
    """One row for each hexagon and category that at least `fewest` different respondents marked.

    `parts`: rows of `mark_queries.marks_in_parts`, the whole activity's: a selection could be told apart from another.
    """
    made: list[Column] = columns.fixed(language, COLUMNS, codes(codebook, language))
    rows = _rows(codebook, language, epsg, _counted(parts, fewest))
    drawn = symbols(codebook, language)
    return FeatureTable(name, made, rows, "id", geometries=("area",), crs=epsg, symbols=drawn)


def cells_of(geometries: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(position, H3 cell of resolution 9) for every cell that each GeoJSON geometry touches, each once.

    A line touches the cells it has a point in every STEP_DEGREES; an area the cell of a point inside it.
    """
    shapes = shapely.from_geojson(list(geometries))
    areas = shapely.get_dimensions(shapes) == 2
    shapes[areas] = shapely.point_on_surface(shapes[areas])
    points, positions = shapely.get_coordinates(shapely.segmentize(shapes, STEP_DEGREES), return_index=True)
    longitudes, latitudes = points.T.tolist()
    cells = map(h3.latlng_to_cell, latitudes, longitudes, repeat(RESOLUTION))
    # A road has many points in each cell: counted one by one, those of a large city took half a minute.
    yield from dict.fromkeys(zip(positions.tolist(), cells, strict=True))


def _counted(parts: Iterable[Sequence[Any]], fewest: int) -> dict[Cell, int]:
    counts = suppress(respondents_by_cell(_touched(parts)), fewest)
    return dict(sorted(counts.shown.items()))


def _touched(parts: Iterable[Sequence[Any]]) -> Iterator[tuple[Cell, int]]:
    for part in parts:
        for position, cell in cells_of([mark.geometry for mark in part]):
            mark = part[position]
            yield (mark.question, mark.category, cell), mark.response_id


def _rows(codebook: Codebook, language: str, epsg: int, counted: dict[Cell, int]) -> Iterator[Row]:
    to_wanted = transformer(epsg)
    kinds = MarkKinds(codebook, language)
    for (question, code, cell), respondents in counted.items():
        lat, lon = h3.cell_to_latlng(cell)
        e, n = to_wanted.transform(lon, lat)
        values = [
            f"{cell}-{question}-{code}",
            *kinds.cells((question, code)),
            respondents,
            round(lon, 6),
            round(lat, 6),
            round(e, 2),
            round(n, 2),
        ]
        yield Row(values, hexagon(cell))


def hexagon(cell: str) -> str:
    """The outline of an H3 cell as GeoJSON (WGS84)."""
    ring = [[round(lon, 6), round(lat, 6)] for lat, lon in h3.cell_to_boundary(cell)]
    return orjson.dumps({"type": "Polygon", "coordinates": [[*ring, ring[0]]]}).decode()
