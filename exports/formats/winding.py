"""Which way a polygon's rings run."""

from itertools import pairwise

import orjson

Ring = list[list[float]]


def wound_as_rfc_7946(geometry: bytes) -> bytes:
    """`geometry` (GeoJSON) with outer rings counterclockwise and holes clockwise.

    So asks RFC 7946, section 3.1.6. Anything but a polygon is given back as it came, unread.
    """
    if b"Polygon" not in geometry:
        return geometry
    document = orjson.loads(geometry)
    coordinates = document["coordinates"]
    several = document["type"] == "MultiPolygon"
    wound = [_polygon(rings) for rings in coordinates] if several else _polygon(coordinates)
    return orjson.dumps(document | {"coordinates": wound})


def _polygon(rings: list[Ring]) -> list[Ring]:
    return [ring if _counterclockwise(ring) == (number == 0) else ring[::-1] for number, ring in enumerate(rings)]


def _counterclockwise(ring: Ring) -> bool:
    corners = pairwise(ring)
    return sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in corners) < 0
