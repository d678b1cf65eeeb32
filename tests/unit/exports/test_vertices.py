"""Points and lines read without shapely are what shapely reads."""

import numpy as np
import orjson
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from exports.geopackage.geometry import blobs
from exports.shapes import Shapes, shapes_of
from exports.vertices import vertices_of

POINT = '{"type":"Point","coordinates":[5.22,60.37]}'
LINE = '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.38],[5.23,60.39]]}'
OTHERS = [
    '{"type":"Point","coordinates":[5.22,60.37,12.5]}',
    '{"type":"Point","coordinates":[]}',
    '{"type":"Point","coordinates":[5.22,60.37],"bbox":[5.22,60.37,5.22,60.37]}',
    '{"type": "Point", "coordinates": [5.22, 60.37]}',
    '{"coordinates":[5.22,60.37],"type":"Point"}',
    '{"type":"LineString","coordinates":[[5.22,60.37,1],[5.23,60.38,2]]}',
    '{"type":"MultiPoint","coordinates":[[5.22,60.37],[5.23,60.38]]}',
    '{"type":"MultiLineString","coordinates":[[[5.22,60.37],[5.23,60.38]]]}',
    '{"type":"Polygon","coordinates":[[[5.0,60.0],[6.0,60.0],[6.0,61.0],[5.0,60.0]]]}',
]
NO_GEOMETRIES = [
    '{"type":"Point","coordinates":["5.22","60.37"]}',
    '{"type":"Point","coordinates":[null,60.37]}',
    '{"type":"LineString","coordinates":[[5.22,60.37]]}',
    '{"type":"Point","coordinates":[5.22,60.37]',
    '{"type":"LineString","coordinates":[[5.22,60.37],[5.23,60.38]}',
]
degrees = st.floats(-180, 180).map(lambda number: round(number, 6) + 0.0)  # no -0.0
vertex = st.tuples(degrees, degrees).map(list)
points = st.builds(lambda at: {"type": "Point", "coordinates": at}, vertex)
lines = st.builds(lambda walk: {"type": "LineString", "coordinates": walk}, st.lists(vertex, min_size=2, max_size=9))
drawings = st.lists(st.one_of(points, lines).map(lambda drawn: orjson.dumps(drawn).decode()), min_size=1, max_size=9)


def shapes_by_position(texts):
    plain, others = vertices_of(texts)
    assert others == []
    found = {}
    for each in plain:
        found |= dict(zip(each.positions, each.shapes(), strict=True))
    return [found[position] for position in range(len(texts))]


@given(drawings)
def test_vertices_are_those_that_shapely_reads(texts):
    assert shapely.equals_exact(shapes_by_position(texts), shapely.from_geojson(texts)).all()


@given(st.lists(lines.map(lambda drawn: orjson.dumps(drawn).decode()), min_size=1, max_size=9))
def test_lengths_middles_and_boxes_are_those_of_shapely(texts):
    shapes = shapely.from_geojson(texts)
    [each] = vertices_of(texts)[0]
    lengths, middles = each.lengths_and_middles()
    halfway = shapely.get_coordinates(shapely.line_interpolate_point(shapes, 0.5, normalized=True))
    assert lengths == pytest.approx(shapely.length(shapes), abs=1e-9)
    assert middles == pytest.approx(halfway, abs=1e-6)
    assert np.array_equal(each.boxes(), shapely.bounds(shapes))


def test_a_line_that_goes_nowhere_is_in_the_middle_where_it_is():
    still = '{"type":"LineString","coordinates":[[5.22,60.37],[5.22,60.37]]}'
    [each] = vertices_of([LINE, still, LINE])[0]
    lengths, middles = each.lengths_and_middles()
    assert lengths[1] == 0
    assert middles[1].tolist() == [5.22, 60.37]
    assert middles[0].tolist() == middles[2].tolist()


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_written_otherwise_is_left_to_shapely(other):
    plain, others = vertices_of([None, POINT, other, LINE])
    assert others == sorted(
        {2} | ({1} if other.startswith(POINT[:31]) else {3} if other.startswith(LINE[:37]) else set())
    )
    assert 2 not in [position for each in plain for position in each.positions]
    assert shapely.equals(
        shapes_of([POINT, other, LINE]), shapely.force_2d(shapely.from_geojson([POINT, other, LINE]))
    ).all()


@pytest.mark.parametrize("text", NO_GEOMETRIES)
def test_what_is_no_geometry_is_not_read(text):
    with pytest.raises(ValueError, match=r"."):
        shapes_of([POINT, text])


@given(drawings)
def test_a_geopackage_stores_what_it_would_of_shapes(texts):
    for each in vertices_of(texts)[0]:
        binary, boxes = blobs(each, 4326)
        of_shapes, boxes_of_shapes = blobs(Shapes(each.kind, each.positions, each.shapes()), 4326)
        assert binary == of_shapes
        assert np.array_equal(boxes, boxes_of_shapes)
