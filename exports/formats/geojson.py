"""GeoJSON as RFC 7946 has it: WGS84, streamed, the stored geometry text put in as it is."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from exports.errors import bad_coordinates
from exports.formats.format import Format
from exports.formats.json_members import Members
from exports.formats.winding import wound_as_rfc_7946
from exports.lots import Lot
from exports.plain_text import plain_text
from exports.table import FeatureTable
from exports.words import Translate, untranslated

FEATURES_A_WRITE = 1000
AREAS = b"Polygon"
IDENTITY = b'"id":%b,'
NO_NUMBERS = (b"NaN", b"Infinity")
NOWHERE = b"null"


def write(table: FeatureTable, path: Path, language: str | None = None, translate: Translate = untranslated) -> int:
    """Write one FeatureCollection; property names are the headings. Gives the number of features.

    Raises ExportError for a coordinate that is not a finite number.
    """
    written = 0
    with path.open("wb") as file:
        file.write(_opening(table))
        for several in features(table, language):
            file.write(b",\n" if written else b"\n")
            file.write(b",\n".join(several))
            written += len(several)
        file.write(b"\n]}\n")
    return written


def features(table: FeatureTable, language: str | None = None) -> Iterator[list[bytes]]:
    """The JSON texts of many features at a time.

    Raises ExportError for a coordinate that is not a finite number.
    """
    members = Members(table.columns, table.headings(language))
    identity = table.id_position()
    before = 0
    for lot in table.lots(FEATURES_A_WRITE):
        template, cells = members.of(lot)
        known = [] if identity is None else [members.cells(lot, identity)]
        parts = (b'{"type":"Feature",', IDENTITY if known else b"", b'"geometry":%b,"properties":{', template, b"}}")
        feature = b"".join(parts)
        numbers = lot.columns[identity] if identity is not None else range(before + 1, before + 1 + len(lot))
        yield [feature % values for values in zip(*known, _geometries(lot, numbers), *cells, strict=True)]
        before += len(lot)


def _opening(table: FeatureTable) -> bytes:
    members = {"type": "FeatureCollection", "name": plain_text(table.name)}
    head = orjson.dumps(members | ({"about": dict(table.about)} if table.about else {}))
    return head[:-1] + b',"features":['


def _geometries(lot: Lot, numbers: Sequence[object]) -> Sequence[bytes]:
    """`numbers`: what each feature is called where something is wrong with it."""
    texts = [NOWHERE if geometry is None else geometry.encode() for geometry in lot.geometries]
    whole = b"".join(texts)
    if any(word in whole for word in NO_NUMBERS):
        bad = next(place for place, text in enumerate(texts) if any(word in text for word in NO_NUMBERS))
        raise bad_coordinates(numbers[bad])
    return list(map(wound_as_rfc_7946, texts)) if AREAS in whole else texts


FORMAT = Format(name="geojson", suffix=".geojson", mimetype="application/geo+json", write=write, wgs84_only=True)
