"""The formats. To add one, write a module here with a `FORMAT`, and put it in this tuple."""

from exports.formats import archive, barnetrakk_gml, barnetrakk_gpkg, csv, geojson, gml, gpkg, shp, xlsx
from exports.formats.format import Format

FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        geojson.FORMAT,
        gpkg.FORMAT,
        shp.FORMAT,
        gml.FORMAT,
        xlsx.FORMAT,
        csv.FORMAT,
        csv.COMMA_FORMAT,
        archive.FORMAT,
        barnetrakk_gml.FORMAT,
        barnetrakk_gpkg.FORMAT,
    )
}
