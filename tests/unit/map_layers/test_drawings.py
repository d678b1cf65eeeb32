"""A drawing lies where its file says, the right way up, and is refused in words where it cannot."""

from __future__ import annotations

import io
from collections.abc import Iterator

import flask
import numpy as np
import pyproj
import pytest
from PIL import Image

from participation.errors import Refused
from participation.map_layers.images.image_file import Drawing, laid_out, sheet
from participation.map_layers.images.placed import from_world_file
from participation.map_layers.images.whereabouts import Whereabouts, whereabouts
from participation.projects.files.fitting import Bounds
from participation.projects.files.systems import System
from tests.unit.map_layers.drawings import EAST, NORTH, PIXEL, SIDE, WORLD_FILE, geotiff, quarters, saved

BERGEN: Bounds = (4.0, 59.9, 6.5, 60.9)
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def in_english(app: flask.Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def read(
    content: bytes, world: bytes | None = None, system: System | None = None, home: Bounds | None = BERGEN
) -> Drawing:
    found = sheet(io.BytesIO(content), world)
    place = whereabouts(found, system, home)
    assert place.system
    return laid_out(found, place.system.epsg)


def placed(
    content: bytes, system: System | None = None, home: Bounds | None = BERGEN, world: bytes = WORLD_FILE
) -> Whereabouts:
    return whereabouts(sheet(io.BytesIO(content), None if content[:2] == b"II" else world), system, home)


def colour_at(drawing: Drawing, east: float, north: float) -> tuple[int, ...]:
    """What a reader sees at a place (UTM 32), with the image laid over a web map by its bounds."""
    to_mercator = pyproj.Transformer.from_crs(25832, 3857, always_xy=True)
    west, south, right, top = drawing.bounds
    corners = pyproj.Transformer.from_crs(4326, 3857, always_xy=True).transform([west, right], [south, top])
    (low_x, high_x), (low_y, high_y) = corners
    x, y = to_mercator.transform(east, north)
    image = Image.open(io.BytesIO(drawing.webp)).convert("RGBA")
    column, row = (x - low_x) / (high_x - low_x) * image.width, (high_y - y) / (high_y - low_y) * image.height
    return tuple(image.getpixel((int(column), int(row))))


def assert_lies_right(drawing: Drawing) -> None:
    quarter, half = SIDE * PIXEL / 4, SIDE * PIXEL / 2
    for across, down, colour in (
        (1, 1, (255, 0, 0)),
        (3, 1, (0, 255, 0)),
        (1, 3, (0, 0, 255)),
        (3, 3, (255, 255, 255)),
    ):
        *seen, alpha = colour_at(drawing, EAST + across * quarter, NORTH - down * quarter)
        assert np.abs(np.array(seen) - colour).max() < 40
        assert alpha == 255
    near_the_middle = colour_at(drawing, EAST + half - 2 * PIXEL, NORTH - half + 2 * PIXEL)
    assert np.abs(np.array(near_the_middle[:3]) - (255, 0, 0)).max() < 60


@pytest.mark.parametrize("is_point", [False, True])
def test_a_geotiff_lies_where_it_says(is_point: bool) -> None:
    assert_lies_right(read(geotiff(is_point=is_point)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_an_image_with_a_world_file_lies_where_that_says(kind: str) -> None:
    assert_lies_right(read(saved(quarters(), kind), WORLD_FILE, System(25832)))


def test_the_system_is_found_by_where_the_project_is() -> None:
    assert_lies_right(read(saved(quarters(), "PNG"), WORLD_FILE))
    assert placed(saved(quarters(), "PNG")).guessed


def test_where_nothing_fits_the_system_is_asked_for() -> None:
    found = placed(saved(quarters(), "PNG"), world=b"1 0 0 1 500 500")
    assert (found.system, found.guessed, found.offers) == (None, False, [])
    assert placed(geotiff(epsg=None), home=None).system == System(25832)


def test_degrees_are_known_also_where_the_project_may_be_anywhere() -> None:
    found = placed(saved(quarters(), "PNG"), home=None, world=b"0.0001\n0\n0\n-0.0001\n5.3\n60.4")
    assert (found.system, found.guessed) == (System(4326), True)


def test_the_wrong_system_is_told_of_with_the_right_one() -> None:
    """Also where the file itself says it."""
    for found in (placed(geotiff(), System(25833)), placed(geotiff(25833))):
        assert not found.guessed
        assert found.fits.near < 0.5
        assert found.offers[0] == System(25832)
    assert placed(geotiff()).offers == []
    assert placed(geotiff(1)).said is None


def test_nothing_that_a_program_wrote_is_left() -> None:
    told = read(saved(quarters(), "JPEG", comment=b"Kari Nordmann", exif=b"Exif\x00\x00Kari"), WORLD_FILE).webp
    assert b"Kari" not in told
    assert b"EXIF" not in told


@pytest.mark.parametrize(
    ("content", "world", "told"),
    [
        (saved(quarters(), "PNG"), None, "does not say where it lies"),
        (saved(quarters(), "PNG"), b"one two", "six numbers"),
        (saved(quarters(), "PNG"), b"0 0 0 0 0 0", "makes no sense"),
        (saved(quarters(), "PNG"), b"nan 0 0 1 2 3", "makes no sense"),
        (b"%PDF-1.7", None, "no image"),
        (saved(quarters(), "GIF"), None, "no image"),
        (geotiff()[:9000], None, "damaged"),
        (saved(Image.new("1", (9000, 9000)), "PNG"), WORLD_FILE, "million pixels"),
        (saved(quarters(), "PNG"), b"2000\n0\n0\n-2000\n200000\n6800000", "more than a region"),
    ],
)
def test_what_cannot_be_laid_out_is_refused_in_words(content: bytes, world: bytes | None, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read(content, world)


def test_a_world_file_is_of_the_middle_of_its_first_pixel() -> None:
    grid = from_world_file(WORLD_FILE.decode())
    assert grid.positions(np.array([[0.0, 0.0]])).tolist() == [[EAST, NORTH]]
    assert grid.pixels(np.array([[EAST + PIXEL, NORTH]])).round(9).tolist() == [[1, 0]]
