"""Reading a GeoJSON file feature by feature, strictly, with what is wrong told by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyproj
import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.files import geojson_check
from participation.projects.files.geojson_check import COLLECTION, DEPTH
from participation.projects.files.georow import Opened, Row
from participation.projects.files.json_text import parsed


def opened(path: Path) -> Opened:
    """The file's rows; refused when the file as a whole is not GeoJSON."""
    found, crs = features(path)
    return Opened(crs, _rows(found))


def _rows(found: list[Any]) -> Iterator[Row]:
    told: set[str] = set()
    for number, (feature, (attributes, shape, message)) in enumerate(zip(found, shapes(found), strict=True), 1):
        if shape is None:
            yield Row(number, attributes, None, message)
            continue
        notice = message if message and message not in told else None  # once a file is enough
        told.add(message)
        yield Row(number, attributes, shape, None, notice, feature.get("id"))


def features(path: Path) -> tuple[list[Any], str | None]:
    """The file's features as parsed, and its old-style CRS; refused when the file as a whole is not GeoJSON."""
    content = parsed(path)
    if isinstance(content, dict) and content.get("type") == "Topology":
        raise Refused(_("The file is TopoJSON. Open it in QGIS and save the layer you mean as GeoJSON."))
    if not isinstance(content, dict) or "type" not in content:
        raise Refused(
            _(
                "The file is JSON but not GeoJSON: it has no “type”, which should be FeatureCollection, Feature or a "
                "geometry such as Point. Open it in the program that it comes from and save it as GeoJSON."
            )
        )
    if content["type"] not in ("FeatureCollection", "Feature", COLLECTION, *DEPTH):
        raise Refused(
            _(
                "The file is JSON but not GeoJSON: its “type” is “%(kind)s” and should be FeatureCollection, Feature or a "
                "geometry such as Point. Open it in the program that it comes from and save it as GeoJSON.",
                kind=geojson_check.as_it_stands(content["type"]),
            )
        )
    if content["type"] in (COLLECTION, *DEPTH):
        return [{"type": "Feature", "properties": {}, "geometry": content}], crs_of(content)
    if content["type"] == "Feature":
        return [content], crs_of(content)
    if not isinstance(content.get("features"), list):
        raise Refused(_("The file is JSON but not GeoJSON: it has no list of features."))
    if wrong := geojson_check.member_of_another(content, geojson_check.COLLECTION_MAY_NOT):
        raise Refused(wrong)
    return content["features"], crs_of(content)


def crs_of(content: dict[str, Any]) -> str | None:
    """The CRS that files from before RFC 7946 name."""
    crs = content.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name", properties.get("href")) if isinstance(properties, dict) else None
    if crs is None:
        return None
    try:
        return str(pyproj.CRS.from_user_input(name).to_wkt())
    except (pyproj.exceptions.CRSError, TypeError) as wrong:
        raise Refused(_("The file's coordinate system “%(name)s” is not known.", name=str(name)[:80])) from wrong


def shapes(found: list[Any]) -> Iterator[tuple[dict[str, Any], BaseGeometry | None, str]]:
    """Attributes, geometry (None: there is none) and what is wrong or was mended, of each feature in turn."""
    names = {name: None for feature in found for name in attributes(feature)}
    for feature in found:
        own = {**names, **attributes(feature)}
        if wrong := geojson_check.feature_problem(feature):
            yield own, None, wrong
        elif feature.get("geometry") is None:
            yield own, None, _("The row has no geometry.")
        else:
            shape = shapely.force_2d(shapely.geometry.shape(feature["geometry"]))
            yield own, shape, geojson_check.notice(feature["geometry"]) or ""


def attributes(feature: Any) -> dict[str, Any]:
    """The feature's properties as plain values; nested ones as JSON text."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return {}
    return {name: json.dumps(value) if isinstance(value, dict | list) else value for name, value in properties.items()}
