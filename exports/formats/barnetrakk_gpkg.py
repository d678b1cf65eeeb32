"""The national product as a GeoPackage: a layer for each feature type."""

from __future__ import annotations

from dataclasses import replace

from exports.formats import gpkg

FORMAT = replace(gpkg.FORMAT, name="barnetrakk-gpkg", write_workbook=None, write_national=gpkg.write_workbook)
