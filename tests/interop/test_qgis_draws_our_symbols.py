"""QGIS takes our symbols with the GeoPackage: the legend names them, and the map has their colours where the marks are."""

import pytest
import shapely
from PIL import Image
from pyproj import Transformer

from tests.interop.told_places import HOLED, PLACES

BLUE, GREEN, VERMILLION, PURPLE, NAVY, WHITE = "#0072b2", "#007d5a", "#d55e00", "#7b3fa0", "#1b3a6b", "#ffffff"
GROUND = "#dfe5d8"
POINTS = [
    ("Her er jeg", "square", BLUE),
    ("Bra", "circle", GREEN),
    ("Utrygt", "triangle", VERMILLION),
    ("Ønske", "star", PURPLE),
]
WIDTH, MARGIN = 1500, 20  # pixels, metres
CASING_PIXELS, STICKER_PIXELS = 15, 50  # from the middle of what is drawn at 300 dots an inch
TO_METRES = Transformer.from_crs(4326, 25832, always_xy=True)
TOLD = shapely.transform([place.shape for place in PLACES], TO_METRES.transform, interleaved=False)
WEST, SOUTH, EAST, NORTH = shapely.total_bounds(shapely.buffer(TOLD, MARGIN))


@pytest.fixture(scope="module")
def legends(qgis, told_files):
    return {layer["name"]: layer["legend"] for layer in qgis("read_layers", told_files["gpkg"])}


@pytest.fixture(scope="module")
def picture(qgis, told_files, tmp_path_factory):
    """Gives the colour at a place (longitude, latitude), moved by some pixels."""
    path = tmp_path_factory.mktemp("drawn") / "kart.png"
    told = qgis("draw_map", told_files["gpkg"], path, WIDTH, WEST, SOUTH, EAST, NORTH)
    assert told == {"layers": ["steder_punkt", "steder_linje", "steder_flate"], "errors": []}
    image = Image.open(path).convert("RGB")
    scale = WIDTH / (EAST - WEST)

    def colour(lon, lat, right=0, down=0):
        e, n = TO_METRES.transform(lon, lat)
        pixel = image.getpixel((round((e - WEST) * scale) + right, round((NORTH - n) * scale) + down))
        return "#{:02x}{:02x}{:02x}".format(*pixel)

    return colour


def drawn(rule):
    return [(part["type"], part["shape"], part["colour"]) for part in rule["parts"]]


def test_the_legend_of_points_has_the_categories_that_were_used(legends):
    *named, others = legends["steder_punkt"]
    assert [rule["label"] for rule in named] == [label for label, _shape, _colour in POINTS]
    assert others["label"] == "Annet"
    for rule, (_label, shape, colour) in zip(named, POINTS, strict=True):
        assert drawn(rule) == [("SimpleMarker", shape, WHITE), ("SimpleMarker", shape, colour)]


def test_the_legend_of_lines_has_the_ways_of_travel_under_each_category(legends):
    school, other, others = legends["steder_linje"]
    assert (school["label"], other["label"], others["label"]) == ("Skoleveien min", "Andre veier", "Annet")
    ways = {rule["label"]: rule["parts"] for rule in school["under"]}
    assert list(ways) == [
        "Jeg går",
        "Jeg sykler",
        "Jeg bruker sparkesykkel",
        "Jeg tar buss eller bane",
        "Jeg blir kjørt i bil",
        "Reisemåte ikke oppgitt",
    ]
    assert {tuple(part["colour"] for part in parts) for parts in ways.values()} == {(WHITE, NAVY)}
    dashes = [parts[1]["dashes"] for parts in ways.values()]
    assert len({each for each in dashes if each}) == 4
    assert dashes[4:] == [None, None]
    assert [rule["label"] for rule in other["under"]] == ["Jeg går"]


def test_the_legend_of_areas_has_a_shape_beside_the_colour(legends):
    wish, _others = legends["steder_flate"]
    assert (wish["label"], [part["type"] for part in wish["parts"]]) == (
        "Ønske",
        ["SimpleLine", "SimpleFill", "CentroidFill"],
    )
    assert [part["shape"] for part in wish["parts"][2]["inner"]] == ["star", "star"]


@pytest.mark.parametrize(
    ("place", "symbol"), list(zip(PLACES[:4], POINTS, strict=True)), ids=[each[1] for each in POINTS]
)
def test_a_mark_has_its_colour_and_a_white_casing(picture, place, symbol):
    lon, lat = place.shape.x, place.shape.y
    assert picture(lon, lat) == symbol[2]
    crossed = {picture(lon, lat, right=step) for step in range(STICKER_PIXELS)}
    assert WHITE in crossed
    assert picture(lon, lat, right=STICKER_PIXELS) == GROUND


@pytest.mark.parametrize(("at", "solid"), list(enumerate([False] * 4 + [True] * 2)))
def test_a_road_is_dashed_by_the_way_of_travel_over_a_white_casing(picture, at, solid):
    along = [picture(5.221 + step / 1_000_000, 60.37 + at / 10_000) for step in range(0, 1000, 4)]
    assert NAVY in along
    assert (WHITE in along) is not solid
    beside = {picture(5.2215, 60.37 + at / 10_000, down=step) for step in range(CASING_PIXELS)}
    assert WHITE in beside


def test_an_area_is_tinted_and_its_hole_is_empty(picture):
    assert HOLED in {place.geometry for place in PLACES}
    assert picture(5.222, 60.373) == GROUND
    assert picture(5.2202, 60.3722) not in (GROUND, WHITE, PURPLE)
