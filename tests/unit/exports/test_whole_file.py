import pytest

from exports.whole_file import whole_file


def test_a_block_that_ends_well_leaves_one_file(tmp_path):
    with whole_file(tmp_path / "steder.csv") as temporary:
        temporary.write_text("hele")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("steder.csv", "hele")]


def test_a_block_that_fails_leaves_what_was_there(tmp_path):
    (tmp_path / "steder.csv").write_text("før")
    with pytest.raises(RuntimeError), whole_file(tmp_path / "steder.csv") as temporary:
        temporary.write_text("halv")
        raise RuntimeError
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("steder.csv", "før")]
