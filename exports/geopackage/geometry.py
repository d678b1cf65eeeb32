"""Geometries as GeoPackage stores them: a header, then well-known binary."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from exports.shapes import Numbers

LITTLE_ENDIAN, WITH_BOX = 0b01, 0b10
POINT = 0
FLAGS, HEADER_BYTES, BOX_BYTES = 3, 8, 32
SEVERAL = 4  # the types of well-known binary from MultiPoint on; each is three above that of one part


def blobs(geometries: NDArray[Any], srs_id: int) -> tuple[list[bytes], Numbers]:
    """The stored form of each geometry, none of them empty, and the boxes: n × 4, min x, min y, max x, max y."""
    boxes: Numbers = shapely.bounds(geometries)
    binary = shapely.to_wkb(geometries, byte_order=1).tolist()
    if (shapely.get_type_id(geometries) == POINT).all():  # a point is its own box
        plain = _header(LITTLE_ENDIAN, srs_id)
        return [plain + each for each in binary], boxes
    start = _header(LITTLE_ENDIAN | WITH_BOX, srs_id)
    ordered = np.ascontiguousarray(boxes[:, [0, 2, 1, 3]], "<f8").tobytes()
    return [start + ordered[32 * n : 32 * n + 32] + each for n, each in enumerate(binary)], boxes


def _header(flags: int, srs_id: int) -> bytes:
    return struct.pack("<2sBBi", b"GP", 0, flags, srs_id)


def of_several(blob: bytes) -> bytes:
    """The stored form with a geometry of several parts, if it was of one."""
    start = HEADER_BYTES + (BOX_BYTES if blob[FLAGS] & WITH_BOX else 0)
    (kind,) = struct.unpack_from("<I", blob, start + 1)
    if kind >= SEVERAL:
        return blob
    return blob[:start] + struct.pack("<BII", 1, kind + SEVERAL - 1, 1) + blob[start:]
