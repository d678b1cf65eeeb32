"""GeoJSON as RFC 7946 has it: WGS84, streamed, the stored geometry text put in as it is."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from exports.as_text import or_text
from exports.errors import bad_coordinates
from exports.formats.format import Format
from exports.formats.winding import wound_as_rfc_7946
from exports.plain_text import plain_text
from exports.table import FeatureTable, Row
from exports.whole_columns import are_plain_texts
from exports.words import Translate, untranslated

FEATURES_A_WRITE = 200
TEXTS = ("text", "code", "label")
Values = Sequence[Any]


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write one FeatureCollection; property names are the headings. Gives the number of features.

    Raises ExportError for a coordinate that is not a finite number.
    """
    written = 0
    with path.open("wb") as file:
        file.write(_opening(table))
        for features in _features(table, language):
            file.write(b",\n" if written else b"\n")
            file.write(b",\n".join(features))
            written += len(features)
        file.write(b"\n]}\n")
    return written


def _opening(table: FeatureTable) -> bytes:
    members = {"type": "FeatureCollection", "name": plain_text(table.name)}
    head = orjson.dumps(members | ({"about": dict(table.about)} if table.about else {}))
    return head[:-1] + b',"features":['


def _features(table: FeatureTable, language: str | None) -> Iterator[list[bytes]]:
    """Many at a time."""
    headings = table.headings(language)
    written = [_column(column.kind) for column in table.columns]
    identity = table.id_position()
    number = 0
    for several in table.lots(FEATURES_A_WRITE):
        columns = zip(*(row.values for row in several), strict=True)
        cells = zip(*(each(values) for each, values in zip(written, columns, strict=True)), strict=True)
        features = []
        for row, values in zip(several, cells, strict=True):
            number += 1
            feature: dict[str, Any] = {"type": "Feature"}
            if identity is not None:
                feature["id"] = row.values[identity]
            feature["geometry"] = _geometry(row, feature.get("id", number))
            feature["properties"] = dict(zip(headings, values, strict=True))
            features.append(orjson.dumps(feature))
        yield features


def _geometry(row: Row, feature: object) -> orjson.Fragment | None:
    if row.geometry is None:
        return None
    if "NaN" in row.geometry or "Infinity" in row.geometry:
        raise bad_coordinates(feature)
    return orjson.Fragment(wound_as_rfc_7946(row.geometry))


def _column(kind: str) -> Callable[[Values], Values]:
    """What writes a column: as it came where one look tells that it can be, else cell by cell."""
    if kind in TEXTS:
        return lambda values: values if are_plain_texts(values) else [_text(each) for each in values]
    if kind == "list":
        cell = or_text(_texts, plain_text)
        return lambda values: [None if each is None else cell(each) for each in values]
    return lambda values: [_text_among(each) for each in values] if str in set(map(type, values)) else values


def _text(value: str | None) -> str | None:
    return None if value is None else plain_text(value)


def _text_among(value: Any) -> Any:
    return plain_text(value) if isinstance(value, str) else value


def _texts(values: Sequence[str]) -> list[str]:
    return [plain_text(value) for value in values]


FORMAT = Format(name="geojson", suffix=".geojson", mimetype="application/geo+json", write=write, wgs84_only=True)
