import pytest

from exports.formats import FORMATS
from exports.table import Column, FeatureTable, Row

TABLE_ROWS = [Row((1, "godt sted"), '{"type":"Point","coordinates":[5.22,60.37]}'), Row((2, None))]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_table_and_tells_how_many_rows(name, tmp_path):
    format_ = FORMATS[name]
    table = FeatureTable("steder", [Column("id", "integer"), Column("comment")], iter(TABLE_ROWS), "id")
    assert format_.name == name
    assert format_.suffix.startswith(".")
    assert "/" in format_.mimetype
    assert format_.write(table, tmp_path / "steder", None) == len(TABLE_ROWS)
    assert (tmp_path / "steder").stat().st_size > 0


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_an_empty_table(name, tmp_path):
    table = FeatureTable("steder", [Column("id", "integer")], [])
    assert FORMATS[name].write(table, tmp_path / "steder", "nb") == 0
