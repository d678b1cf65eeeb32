"""Carries out orders with GDAL in a process of its own: GDAL waits for the server without letting Python go on.

Orders come on standard input as JSON, each `{layer, token, …options of pyogrio}`; without a layer, layers are listed.
"""

from __future__ import annotations

import sys
from typing import Any

import orjson
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

A_FEW = 3


def carried_out(address: str, layer: str | None = None, token: str | None = None, **options: Any) -> Any:
    """The names of layers; or the CRS, fields by name, and shapes as WKT; or "refused"."""
    pyogrio.set_gdal_config_options({"GDAL_HTTP_AUTH": "BEARER" if token else None, "GDAL_HTTP_BEARER": token})
    options |= {"bbox": tuple(options["bbox"])} if "bbox" in options else {}
    try:
        if layer is None:
            return [str(name) for name, _kind in pyogrio.list_layers(address)]
        known, _ids, shapes, fields = pyogrio.raw.read(address, layer, PAGE_SIZE=A_FEW, **options)
    except (DataLayerError, DataSourceError):
        return "refused"
    named = {str(name): column.tolist() for name, column in zip(known["fields"], fields, strict=True)}
    return {"crs": known["crs"], "fields": named, "shapes": shapely.to_wkt(shapely.from_wkb(shapes)).tolist()}


if __name__ == "__main__":
    orders = orjson.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(orjson.dumps([carried_out(sys.argv[1], **order) for order in orders], default=str))
