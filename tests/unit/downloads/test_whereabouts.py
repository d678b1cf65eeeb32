from types import SimpleNamespace

import numpy as np
import pytest
import shapely

from exports.errors import ExportError
from exports.shapes import as_shapes, moved
from participation.downloads.reference_systems import known_crs
from participation.downloads.whereabouts import Surveyor
from participation.projects.models import Zone
from participation.projects.zone_lookup import ZoneLookup

ROAD = '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.37],[5.23,60.38]]}'
FIELD = '{"type":"Polygon","coordinates":[[[5.22,60.37],[5.23,60.37],[5.23,60.38],[5.22,60.38],[5.22,60.37]]]}'
SPOT = '{"type":"Point","coordinates":[5.225,60.375]}'
ROADS = '{"type":"MultiLineString","coordinates":[[[5.22,60.37],[5.23,60.38]],[[5.24,60.37],[5.25,60.38]]]}'
GULF, ACROSS = '{"type":"Point","coordinates":[99,0]}', '{"type":"LineString","coordinates":[[99,0],[99,1]]}'
PACIFIC = '{"type":"LineString","coordinates":[[-170,0],[-169,1]]}'


def zone(code, *box):
    return Zone(code=code, name=f"Sone {code}", geometry=shapely.to_geojson(shapely.box(*box)))


def one(surveyor, geometry):
    """Where a single mark is."""
    where = surveyor.look_up([geometry])
    zones = [*surveyor.zones.zones, None]
    (zone_there,) = (zones[number] for number in where.zones)
    columns = {name: values[0] for name, values in vars(where).items() if name not in ("zones", "drawn")}
    return SimpleNamespace(**columns, zone=zone_there)


@pytest.fixture
def surveyor():
    return Surveyor([zone("stor", 5, 60, 6, 61), zone("liten", 5.22, 60.37, 5.24, 60.38)], 25832)


def test_a_spot_has_degrees_metres_and_the_smallest_zone(surveyor):
    where = one(surveyor, SPOT)
    assert (where.lon, where.lat) == (5.225, 60.375)
    assert (where.e, where.n) == pytest.approx((291903.8, 6699137.7), abs=0.1)  # as gdaltransform has it
    assert (where.length_m, where.area_m2) == (None, None)
    assert where.zone.code == "liten"


def test_a_line_is_at_its_middle_in_metres(surveyor):
    where = one(surveyor, ROAD)
    assert where.length_m == pytest.approx(552 + 1114, abs=5)
    assert where.lon == pytest.approx(5.23, abs=1e-5)
    assert where.lat == pytest.approx(60.3725, abs=2e-4)


def test_an_area_is_measured_in_square_metres(surveyor):
    where = one(surveyor, FIELD)
    assert where.area_m2 == pytest.approx(552 * 1114, rel=0.01)
    assert where.length_m is None


def test_kinds_are_mixed_and_keep_their_order(surveyor):
    found = surveyor.look_up([SPOT, ROAD, FIELD, SPOT])
    assert [length is None for length in found.length_m] == [True, False, True, True]


@pytest.mark.parametrize("wanted", [25832, 25833, 4326])
def test_the_geometries_themselves_are_moved_to_the_wanted_system(wanted):
    several = [SPOT, ROADS, ROAD, FIELD, SPOT]
    found = Surveyor([], 25832, wanted).look_up(several).drawn()

    assert [(each.kind, each.positions) for each in found] == [("point", [0, 4]), ("line", [1, 2]), ("area", [3])]
    shapes = np.concatenate([as_shapes(each).geometries for each in found])
    assert shapely.equals_exact(
        shapes, moved(shapely.from_geojson([SPOT, SPOT, ROADS, ROAD, FIELD]), wanted), 1e-9
    ).all()


@pytest.mark.parametrize("far", [GULF, ACROSS])
def test_what_is_too_far_away_is_measured_alone_and_cannot_be_drawn(surveyor, far):
    found = surveyor.look_up([SPOT, ROAD, far])

    near = surveyor.look_up([SPOT, ROAD])
    assert (found.e[:2], found.length_m[:2]) == (near.e, near.length_m)
    with pytest.raises(ExportError):
        found.drawn()


def test_no_marks_and_no_zones():
    assert Surveyor([], 25832).look_up([]).lon == []
    assert one(Surveyor([], 25832), SPOT).zone is None


@pytest.mark.filterwarnings("error")
def test_a_mark_far_outside_the_projection_has_blanks_not_infinities(surveyor):
    where = one(surveyor, PACIFIC)
    assert where.lon is not None
    assert all(number is None or abs(number) < 1e9 for number in (where.e, where.n, where.length_m, where.area_m2))


def test_another_crs_moves_e_and_n_only():
    here, there = (one(Surveyor([], 25832, crs), ROAD) for crs in (None, 25833))
    assert there.e < 0 < here.e
    assert there.length_m == here.length_m


@pytest.mark.parametrize(("epsg", "known"), [(25832, True), (4326, True), (99999, False), (5941, False)])
def test_known_crs(epsg, known):
    assert known_crs(epsg) is known


def test_the_maps_zone_of_a_line_is_the_files(surveyor):
    west_and_east = [zone("vest", 5.22, 60.3, 5.2285, 60.4), zone("øst", 5.2285, 60.3, 5.3, 60.4)]
    (shown,) = ZoneLookup(west_and_east).of([ROAD])
    written = one(Surveyor(west_and_east, 25832), ROAD)
    assert shown.code == written.zone.code == "øst"
