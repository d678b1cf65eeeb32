"""Geometries as GeoPackage stores them: a header, then well-known binary."""

from __future__ import annotations

import struct
from itertools import pairwise

import numpy as np
import shapely

from exports.shapes import Drawn, Shapes
from exports.vertices import Numbers, Vertices

LITTLE_ENDIAN, WITH_BOX = 0b01, 0b10
POINT, LINE = 1, 2  # types of well-known binary; those of several parts are three above that of one
SEVERAL = 4
FLAGS, HEADER_BYTES, BOX_BYTES = 3, 8, 32
VERTEX_BYTES = 16


def blobs(drawn: Drawn, srs_id: int) -> tuple[list[bytes], Numbers]:
    """The stored form of each geometry, none of them empty, and the boxes: n × 4, min x, min y, max x, max y."""
    if isinstance(drawn, Shapes):
        boxes: Numbers = shapely.bounds(drawn.geometries)
        binary = shapely.to_wkb(drawn.geometries, byte_order=1).tolist()
    else:
        boxes, binary = drawn.boxes(), _binary(drawn)
    if drawn.kind == "point":  # a point is its own box
        plain = _header(LITTLE_ENDIAN, srs_id)
        return [plain + each for each in binary], boxes
    start = _header(LITTLE_ENDIAN | WITH_BOX, srs_id)
    ordered = np.ascontiguousarray(boxes[:, [0, 2, 1, 3]], "<f8").tobytes()
    return [start + ordered[32 * n : 32 * n + 32] + each for n, each in enumerate(binary)], boxes


def of_several_parts(drawn: Drawn) -> bool:
    """True where any is."""
    return isinstance(drawn, Shapes) and bool((shapely.get_type_id(drawn.geometries) >= SEVERAL).any())


def _binary(vertices: Vertices) -> list[bytes]:
    """Well-known binary."""
    written = np.ascontiguousarray(vertices.xy, "<f8").tobytes()
    ends = [*(vertices.starts * VERTEX_BYTES).tolist(), len(written)]
    if vertices.kind == "point":
        head = struct.pack("<BI", 1, POINT)
        return [head + written[start:end] for start, end in pairwise(ends)]
    head = struct.pack("<BI", 1, LINE)
    count = struct.Struct("<I").pack
    return [head + count((end - start) // VERTEX_BYTES) + written[start:end] for start, end in pairwise(ends)]


def _header(flags: int, srs_id: int) -> bytes:
    return struct.pack("<2sBBi", b"GP", 0, flags, srs_id)


def of_several(blob: bytes) -> bytes:
    """The stored form with a geometry of several parts, if it was of one."""
    start = HEADER_BYTES + (BOX_BYTES if blob[FLAGS] & WITH_BOX else 0)
    (kind,) = struct.unpack_from("<I", blob, start + 1)
    if kind >= SEVERAL:
        return blob
    return blob[:start] + struct.pack("<BII", 1, kind + SEVERAL - 1, 1) + blob[start:]
