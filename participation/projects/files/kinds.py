"""Which kinds of files are read, what each begins with, and what to do with those that are not read."""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from flask_babel import gettext as _

from participation.errors import Refused

MAPS = (".geojson", ".json", ".gpkg", ".zip", ".kml", ".kmz", ".gml", ".csv")
BEGINNINGS = {".gpkg": b"SQLite format 3\0", ".shp": b"\x00\x00\x27\x0a"}
ROOTS = {".kml": ("kml",), ".gml": ("FeatureCollection",)}
OF_OTHER_PROGRAMS = (
    ".sos",
    ".sosi",
    ".dxf",
    ".dwg",
    ".gdb",
    ".tab",
    ".mif",
    ".fgb",
    ".pbf",
    ".pmtiles",
    ".topojson",
    ".gpx",
    ".geojsonl",
    ".geojsons",
    ".ndjson",
)
SHEETS = (".xlsx", ".xls", ".ods")
# What we call a folder with the several shapefiles of a zip file.
SHAPEFILES = ".shapefiles"
PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")


def check_kind(suffix: str, kinds: tuple[str, ...] = MAPS) -> None:
    """Refuse what is not read, and say what to do instead."""
    if suffix in kinds:
        return
    if kinds != MAPS:
        raise Refused(_("Choose a file of one of these kinds: %(kinds)s.", kinds=", ".join(kinds)))
    if suffix in OF_OTHER_PROGRAMS:
        message = _(
            "Files of the kind %(suffix)s are not read here. Open the file in QGIS, and save it as GeoPackage or GeoJSON.",
            suffix=suffix,
        )
        raise Refused(message)
    if suffix in SHEETS:
        raise Refused(_("A workbook is not read here. Save the sheet as CSV, with the coordinates in two columns."))
    if suffix in PARTS:
        raise Refused(_("A shapefile is several files. Pack its .shp, .shx, .dbf and .prj into one zip file."))
    raise Refused(_("Choose a file of one of these kinds: %(kinds)s.", kinds=", ".join(kinds)))


def check_beginning(path: Path) -> None:
    """GDAL goes by what a file holds, whatever it is called, so other formats must not get that far."""
    beginning = BEGINNINGS.get(path.suffix)
    with path.open("rb") as file:
        is_so = not beginning or file.read(len(beginning)) == beginning
    if not is_so or (path.suffix in ROOTS and root_of(path) not in ROOTS[path.suffix]):
        raise Refused(_("The file is not what its name says (%(suffix)s).", suffix=path.suffix))


def root_of(path: Path) -> str:
    """The local name of an XML file's root; refused when it is not whole XML, or brings definitions of its own."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _attributes: names.append(name) if not names else None
    parser.StartDoctypeDeclHandler = _no_definitions
    try:
        with path.open("rb") as file:
            parser.ParseFile(file)
    except expat.ExpatError as wrong:
        message = _(
            "The file is not whole: it breaks off or goes wrong in line %(line)s. Save it anew.", line=wrong.lineno
        )
        raise Refused(message) from wrong
    return names[0].rpartition(" ")[2]


def _no_definitions(*_told: object) -> None:
    raise Refused(_("The file has definitions of its own (DOCTYPE), which are not read. Save it anew without them."))
