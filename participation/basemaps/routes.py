"""Map tiles, all from this installation's own address."""

from __future__ import annotations

from hashlib import sha256

import flask

from participation.accounts.access import public
from participation.basemaps import planner_routes
from participation.basemaps.fetching import NoAnswer, NoSuchTile, image_type
from participation.basemaps.installation import install, installation
from participation.basemaps.source_kinds import RasterSource, VectorSource
from participation.basemaps.tiles import Tile, bounds_of, parse_tile, touches
from participation.basemaps.upstream import NotHereYet
from participation.basemaps.vector_tiles import open_map, unpacked

blueprint = flask.Blueprint("basemaps", __name__)
blueprint.record_once(lambda state: install(state.app))  # type: ignore[arg-type]

planner_routes.register(blueprint)

VECTOR_TILE = "application/vnd.mapbox-vector-tile"
FOREVER = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400, stale-while-revalidate=2592000"
WEEK = "public, max-age=604800, stale-while-revalidate=2592000"
MOMENT = "no-store"


@blueprint.get("/tiles/<source>/<z>/<x>/<y>")
@public
def tile(source: str, z: str, x: str, y: str) -> flask.Response:
    """One tile: 200, 204 where a vector map is empty, 404 unknown, 503 with Retry-After while it is not here yet."""
    found, asked = installation().sources.get(source), parse_tile(z, x, y)
    if found is None or asked is None or asked.z > found.max_zoom:
        return plain(404)
    if isinstance(found, VectorSource):
        return vector_tile(found, asked)
    if asked.z < found.min_zoom or not touches(found.bounds, bounds_of(asked)):
        return plain(404)
    return raster_tile(found, asked)


def vector_tile(source: VectorSource, asked: Tile) -> flask.Response:
    """A tile out of the source's file, gzipped as it lies there when the browser takes that."""
    tiles = open_map(source.path)
    caching = FOREVER if flask.request.args.get("v") == tiles.version else DAY
    data = tiles.tile(asked)
    if data is None:
        return plain(204, caching)
    packed = flask.request.accept_encodings["gzip"] > 0
    response = flask.make_response(data if packed else unpacked(data))
    response.content_type = VECTOR_TILE
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return lasting(response, caching, f"{tiles.version}-{asked.z}-{asked.x}-{asked.y}{'-gz' if packed else ''}")


def raster_tile(source: RasterSource, asked: Tile) -> flask.Response:
    """A tile from the cache; one that is missing or old is fetched in the background."""
    maps = installation()
    kept = maps.cache.read(source, asked)
    if kept and kept.is_fresh:
        return image(kept.data)
    try:
        future = maps.upstream.want(source, asked)
        return image(kept.data) if kept else image(maps.upstream.wait_a_moment(future))
    except NotHereYet as later:
        return image(kept.data) if kept else plain(503, MOMENT, later.seconds)
    except NoSuchTile:
        return image(kept.data) if kept else plain(404)
    except NoAnswer:
        return plain(503, MOMENT, 30)


def image(data: bytes) -> flask.Response:
    """An image with the type its bytes show."""
    response = flask.make_response(data)
    response.content_type = image_type(data) or "application/octet-stream"
    return lasting(response, WEEK, sha256(data).hexdigest()[:20])


def lasting(response: flask.Response, caching: str, tag: str) -> flask.Response:
    """A tile the browser may keep; 304 when it has it already."""
    response.headers["Cache-Control"] = caching
    response.set_etag(tag)
    return response.make_conditional(flask.request)  # type: ignore[return-value]


def plain(status: int, caching: str = MOMENT, wait: int | None = None) -> flask.Response:
    """No tile: an empty answer, for a map asks for many."""
    response = flask.Response(status=status, mimetype="text/plain")
    response.headers["Cache-Control"] = caching
    if wait:
        response.headers["Retry-After"] = str(wait)
    return response
