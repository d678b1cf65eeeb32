from participation.basemaps.tiles import Tile, bounds_of, count_tiles, parse_tile, tiles_in


def test_a_tile_in_bergen() -> None:
    west, south, east, north = bounds_of(Tile(10, 527, 295))
    assert west < 5.32 < east
    assert south < 60.39 < north


def test_counting_agrees_with_listing() -> None:
    area = (5.1, 60.3, 5.3, 60.4)
    listed = list(tiles_in(area, range(8, 16)))
    assert len(listed) == len(set(listed)) == count_tiles(area, range(8, 16))
    assert all(bounds_of(tile)[0] <= area[2] and bounds_of(tile)[2] >= area[0] for tile in listed)


def test_the_whole_world_is_one_tile() -> None:
    assert list(tiles_in((-180, -90, 180, 90), [0])) == [Tile(0, 0, 0)]


def test_only_tiles_of_the_grid_are_read() -> None:
    assert parse_tile("3", "7", "7") == Tile(3, 7, 7)
    for wrong in (
        ("3", "8", "0"),
        ("23", "0", "0"),
        ("-1", "0", "0"),
        ("1.5", "0", "0"),
        ("²", "0", "0"),
        ("", "0", "0"),
    ):
        assert parse_tile(*wrong) is None
