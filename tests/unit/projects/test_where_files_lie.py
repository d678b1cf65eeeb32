"""A file in the wrong coordinate system, or the wrong way round, is told of, and the right one offered."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from participation.errors import Refused
from participation.projects.files.fitting import Bounds
from participation.projects.files.layer import Layer
from participation.projects.files.polygons import read_area
from participation.projects.files.preview import Preview, preview
from participation.projects.files.systems import System, system_of
from tests.unit.projects.map_files import BOW_TIE, SQUARE, UTM_32, collection

BERGEN: Bounds = (4.0, 59.9, 6.5, 60.9)
OF_25833 = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}}


def seen(
    folder: Path, content: bytes, home: Bounds | None = BERGEN, system: System | None = None, name: str = "a.json"
) -> Preview:
    file = folder / name
    file.write_bytes(content)
    return preview(file, Layer(areas=True), system, home)


def offered(look: Preview) -> list[str]:
    return [fit.system.code for fit in look.offers if fit.system]


def test_what_lies_right_is_offered_nothing(tmp_path: Path) -> None:
    look = seen(tmp_path, collection(SQUARE))
    assert look.fits.near == 1
    assert offered(look) == []
    assert not look.guessed


def test_swapped_degrees_are_offered_the_other_way_round(tmp_path: Path) -> None:
    swapped = collection(shapely.Point(60.3, 5.2))
    look = seen(tmp_path, swapped)
    assert offered(look)[0] == "4326-swapped"
    assert look.middle == (60.3, 5.2)
    right = seen(tmp_path, swapped, system=System(4326, swapped=True))
    assert right.middle == (5.2, 60.3)
    assert offered(right) == []


def test_metres_without_a_system_are_fitted_to_the_project(tmp_path: Path) -> None:
    look = seen(tmp_path, collection(shapely.Point(*UTM_32)))
    assert look.guessed
    assert look.system == System(25832)
    assert look.middle is not None
    assert round(look.middle[0], 1) == 5.3


def test_metres_with_north_first_are_understood(tmp_path: Path) -> None:
    text = b"navn;x;y\nLone;6700000;297000\n"
    look = seen(tmp_path, text, name="a.csv")
    assert look.system == System(25832, swapped=True)


def test_the_wrong_zone_is_told_of_although_it_lies_in_norway(tmp_path: Path) -> None:
    look = seen(tmp_path, collection(shapely.Point(*UTM_32), **OF_25833))
    assert look.fits.near == 0
    assert offered(look)[0] == "25832"
    assert not look.guessed


def test_plan_coordinates_are_found_by_where_the_project_is(tmp_path: Path) -> None:
    look = seen(tmp_path, collection(shapely.Point(86_600, 1_264_000)))
    assert look.system == System(5105)


def test_a_file_of_the_whole_country_is_no_mistake(tmp_path: Path) -> None:
    places = [shapely.Point(5 + n, 59 + n) for n in range(12)]
    assert offered(seen(tmp_path, collection(*places))) == []


def test_metres_called_degrees_lie_in_africa_and_fit_nothing_else(tmp_path: Path) -> None:
    look = seen(tmp_path, collection(shapely.Point(0.5, 0.2)), home=None)
    assert not look.fits.is_good
    assert offered(look) == []


def test_outlines_that_cross_themselves_are_found(tmp_path: Path) -> None:
    look = seen(tmp_path, collection(SQUARE, BOW_TIE))
    assert [row.number for row in look.broken] == [2]


@pytest.mark.parametrize("text", ["25832", "EPSG:25832", " epsg: 25832 "])
def test_a_code_as_people_write_it(text: str) -> None:
    assert system_of(text) == System(25832)


@pytest.mark.parametrize("text", ["", None, "99999", "utm", "1" * 40, "25832-", "²"])
def test_what_is_no_code(text: str | None) -> None:
    assert system_of(text) is None


def test_a_projects_area_is_fitted_or_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "area.json"
    file.write_bytes(collection(shapely.box(297_000, 6_700_000, 298_000, 6_701_000)))
    west, south, _east, _north = shapely.from_geojson(read_area(file)).bounds
    assert (round(west, 1), round(south, 1)) == (5.3, 60.4)
    file.write_bytes(collection(shapely.box(60.3, 5.2, 60.31, 5.21)))
    with pytest.raises(Refused, match="EPSG:4326"):
        read_area(file)
    file.write_bytes(b'{"type":"Feature","properties":{},"geometry":null}')
    with pytest.raises(Refused, match="geometr"):
        read_area(file)
