"""QGIS draws a row by its own symbol whatever its codes look like, and one without a symbol as the others."""

import pytest
import shapely
from PIL import Image
from pyproj import Transformer

from exports.formats import gpkg
from exports.symbols import Symbol, Symbols
from exports.table import Column, FeatureTable, Row

ODD = 'it\'s \\ "odd" \n\t🫐 أحب'
PURPLE, BLUE, GREY = (123, 63, 160), (0, 114, 178), (75, 85, 99)
SYMBOLS = [
    Symbol(("places", "wish"), ("Steder", "Ønske"), "star", "#7b3fa0"),
    Symbol(("odd", ODD), ("Rart", ODD), "square", "#0072b2"),
]
ROWS = [
    ("places", "wish", PURPLE),
    ("odd", ODD, BLUE),
    ("odd", "wish", GREY),
    ("no", "wish", GREY),
    ("odd", None, GREY),
]
POINTS = [(5.22 + number / 1000, 60.37) for number in range(len(ROWS))]
PIXELS_A_METRE = 2


@pytest.fixture
def path(tmp_path):
    columns = [Column("id", "integer"), Column("question", "code"), Column("category", "code")]
    rows = [
        Row((number, question, category), shapely.to_geojson(shapely.Point(point)))
        for number, ((question, category, _colour), point) in enumerate(zip(ROWS, POINTS, strict=True))
    ]
    symbols = Symbols(("question", "category"), SYMBOLS)
    table = FeatureTable("Steder", columns, rows, "id", geometries=("point",), crs=25832, symbols=symbols)
    gpkg.write(table, tmp_path / "steder.gpkg", "nb")
    return tmp_path / "steder.gpkg"


def test_every_row_has_its_own_colour(qgis, path, tmp_path):
    places = [Transformer.from_crs(4326, 25832, always_xy=True).transform(*point) for point in POINTS]
    west, south, east, north = shapely.MultiPoint(places).buffer(50).bounds
    qgis("draw_map", path, tmp_path / "kart.png", round((east - west) * PIXELS_A_METRE), west, south, east, north)
    picture = Image.open(tmp_path / "kart.png").convert("RGB")
    found = [
        picture.getpixel((round((e - west) * PIXELS_A_METRE), round((north - n) * PIXELS_A_METRE))) for e, n in places
    ]
    assert found == [colour for _question, _category, colour in ROWS]


def test_the_legend_has_the_texts_as_they_are(qgis, path):
    [layer] = qgis("read_layers", path)
    legend = [(rule["label"], [under["label"] for under in rule["under"]]) for rule in layer["legend"]]
    assert legend == [("Steder", ["Ønske"]), ("Rart", [ODD]), ("Other", [])]
