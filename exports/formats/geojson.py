"""GeoJSON as RFC 7946 has it: WGS84, streamed, the stored geometry text put in as it is."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from exports.errors import bad_coordinates
from exports.formats.format import Format
from exports.formats.or_text import or_text
from exports.formats.winding import wound_as_rfc_7946
from exports.plain_text import plain_text
from exports.table import FeatureTable, Row
from exports.words import Translate, untranslated

FEATURES_A_WRITE = 100


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write one FeatureCollection; property names are the headings. Gives the number of features.

    Raises ExportError for a coordinate that is not a finite number.
    """
    features = _features(table, language)
    written = 0
    with path.open("wb") as file:
        file.write(_opening(table))
        while several := list(islice(features, FEATURES_A_WRITE)):
            file.write(b",\n" if written else b"\n")
            file.write(b",\n".join(several))
            written += len(several)
        file.write(b"\n]}\n")
    return written


def _opening(table: FeatureTable) -> bytes:
    members = {"type": "FeatureCollection", "name": plain_text(table.name)}
    head = orjson.dumps(members | ({"about": dict(table.about)} if table.about else {}))
    return head[:-1] + b',"features":['


def _features(table: FeatureTable, language: str | None) -> Iterator[bytes]:
    headings = table.headings(language)
    cells = [_cell(column.kind) for column in table.columns]
    identity = table.id_position()
    for number, row in enumerate(table.rows, start=1):
        feature: dict[str, Any] = {"type": "Feature"}
        if identity is not None:
            feature["id"] = row.values[identity]
        feature["geometry"] = _geometry(row, feature.get("id", number))
        feature["properties"] = {
            heading: None if value is None else cell(value)
            for heading, cell, value in zip(headings, cells, row.values, strict=True)
        }
        yield orjson.dumps(feature)


def _geometry(row: Row, feature: object) -> orjson.Fragment | None:
    if row.geometry is None:
        return None
    if "NaN" in row.geometry or "Infinity" in row.geometry:
        raise bad_coordinates(feature)
    return orjson.Fragment(wound_as_rfc_7946(row.geometry))


def _cell(kind: str) -> Callable[[Any], Any]:
    cells: dict[str, Callable[[Any], Any]] = {"text": plain_text, "code": _repeated_text, "label": _repeated_text}
    return cells.get(kind) or or_text(_texts if kind == "list" else _as_it_is, plain_text)


def _as_it_is(value: Any) -> Any:
    return value


@lru_cache(maxsize=4096)
def _repeated_text(value: str) -> str:
    return plain_text(value)


def _texts(values: Sequence[str]) -> list[str]:
    return [plain_text(value) for value in values]


FORMAT = Format(name="geojson", suffix=".geojson", mimetype="application/geo+json", write=write, wgs84_only=True)
