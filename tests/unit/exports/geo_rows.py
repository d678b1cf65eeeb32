"""Rows with every kind of geometry and of value, and a reader that is not ours."""

from __future__ import annotations

import datetime as dt

import pyogrio
import shapely

from exports.table import Column, FeatureTable, Row

POINT = '{"type":"Point","coordinates":[5.22,60.37]}'
LINE = '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.38]]}'
AREA = '{"type":"Polygon","coordinates":[[[5.0,60.0],[6.0,60.0],[6.0,61.0],[5.0,60.0]],[[5.5,60.2],[5.8,60.2],[5.8,60.5],[5.5,60.2]]]}'
LINES = '{"type":"MultiLineString","coordinates":[[[5.22,60.37],[5.23,60.38]],[[5.24,60.37],[5.25,60.38]]]}'
POINTS = '{"type":"MultiPoint","coordinates":[[5.22,60.37],[5.23,60.38]]}'
EVERY = ("point", "line", "area")
COMMENT = "Blåbær på Ærøy 🫐, مرحبا «& <b>"
COLUMNS = [
    Column("id", "integer"),
    Column("comment", "text", {"nb": "Kommentar"}),
    Column("category", "code", {"nb": "Kategori"}, {"safe": "Trygt sted", "unsafe": "Utrygt sted"}),
    Column("why", "list"),
    Column("length_m", "decimal"),
    Column("session_date", "date"),
    Column("received", "datetime"),
    Column("complete", "boolean"),
    Column("select"),
]


def row(number, geometry, comment=COMMENT):
    moment = dt.datetime(2026, 3, 1, 9, 30, 15, 123000, dt.UTC)
    values = (number, comment, "safe", ["dark", "traffic"], 12.5, dt.date(2026, 3, 1), moment, True, "from")
    return Row(values, geometry)


def table(rows, columns=COLUMNS, **settings):
    return FeatureTable("Steder", columns, iter(rows), "id", geometries=EVERY, **settings)


def read(path, layer=None):
    """The CRS, the shapes and the values by field, as GDAL reads them."""
    meta, _fids, geometries, fields = pyogrio.raw.read(path, layer=layer)
    shapes = [] if geometries is None else list(shapely.from_wkb(geometries))
    return meta["crs"], shapes, dict(zip(meta["fields"], (values.tolist() for values in fields), strict=True))
