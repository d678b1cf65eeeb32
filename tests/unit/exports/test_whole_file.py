import pytest

from exports.whole_file import whole_file, whole_files


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


def test_what_belongs_with_it_comes_beside_it(tmp_path):
    (tmp_path / "steder.xsd").write_text("før")
    with whole_files(tmp_path / "steder.gml") as temporary:
        temporary.write_text("alt")
        temporary.with_suffix(".xsd").write_text("skjema")
        assert not (tmp_path / "steder.gml").exists()
        assert (tmp_path / "steder.xsd").read_text() == "før"
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"steder.gml": "alt", "steder.xsd": "skjema"}


def test_none_of_it_comes_when_it_goes_wrong(tmp_path):
    with pytest.raises(RuntimeError), whole_files(tmp_path / "steder.gml") as temporary:
        temporary.with_suffix(".xsd").write_text("halvt")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
