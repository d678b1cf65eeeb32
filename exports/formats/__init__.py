"""The formats. To add one, write a module here with a `FORMAT`, and put its name and its module's in this table."""

from exports.formats.registry import Registry

FORMATS = Registry(
    {
        "geojson": "geojson",
        "gpkg": "gpkg",
        "shp": "shp",
        "gml": "gml",
        "gml-zip": "gml_zip",
        "xlsx": "xlsx",
        "csv": "csv",
        "csv-comma": "csv_comma",
        "archive": "archive",
        "barnetrakk-gml": "barnetrakk_gml",
        "barnetrakk-gpkg": "barnetrakk_gpkg",
    }
)
