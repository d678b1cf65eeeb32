"""Bags with checksums, and readmes, for those who read them long from now."""

from __future__ import annotations

import hashlib
from datetime import date
from zipfile import ZipFile

from exports.formats.archive import write_package
from exports.package import Package
from exports.readme import Readme, Section, as_markdown, as_text
from tests.unit.exports.geo_rows import COMMENT, POINT, row, table


def package(**settings):
    again = table([])
    object.__setattr__(again, "rows", [row(1, POINT), row(2, None)])
    return Package(
        "Område 1", date(2026, 11, 27), [again], {"papirer/skjema.pdf": b"%PDF", "les.txt": b"hei"}, **settings
    )


def packed(path, **settings):
    assert write_package(package(**settings), path) == 2
    with ZipFile(path) as bag:
        assert bag.testzip() is None
        return {name: bag.read(name) for name in bag.namelist()}


def test_a_bag_holds_every_table_in_three_forms_and_every_paper(tmp_path):
    files = packed(tmp_path / "pakke.zip")
    payload = {name.removeprefix("omrade_1/data/") for name in files if "/data/" in name}
    assert payload == {"steder.csv", "steder.gml", "steder.xsd", "data.gpkg", "papirer/skjema.pdf", "les.txt"}
    assert COMMENT.encode() in files["omrade_1/data/steder.csv"]
    assert files["omrade_1/data/papirer/skjema.pdf"] == b"%PDF"


def test_checksums_tell_of_every_file(tmp_path):
    files = packed(tmp_path / "pakke.zip", info={"Contact-Name": "Kari\nPlanlegger"})
    manifest = files["omrade_1/manifest-sha256.txt"].decode().splitlines()
    assert {
        f"{hashlib.sha256(files[f'omrade_1/{place}']).hexdigest()}  {place}"
        for place in (
            *("data/steder.csv", "data/steder.gml", "data/steder.xsd", "data/data.gpkg"),
            *("data/papirer/skjema.pdf", "data/les.txt"),
        )
    } == set(manifest)
    assert files["omrade_1/bagit.txt"].startswith(b"BagIt-Version: 1.0\n")
    info = files["omrade_1/bag-info.txt"].decode()
    assert info.startswith("Bagging-Date: 2026-11-27\nContact-Name: Kari Planlegger\nPayload-Oxum: ")


def test_the_same_package_is_the_same_files_but_for_the_geopackages_time(tmp_path):
    one, other = packed(tmp_path / "en.zip"), packed(tmp_path / "to.zip")
    timed = {"omrade_1/data/data.gpkg", "omrade_1/manifest-sha256.txt", "omrade_1/tagmanifest-sha256.txt"}
    assert {name: one[name] for name in one.keys() - timed} == {name: other[name] for name in other.keys() - timed}


def test_a_readme_in_both_forms():
    readme = Readme("Om *dataene*", [Section("Hva", ["En lang setning. " * 10], {"Svar": "12"}, ["_ett_ punkt"])])
    markdown, text = as_markdown(readme), as_text(readme)
    assert markdown.startswith("# Om \\*dataene\\*\n\n## Hva\n\nEn lang setning.")
    assert "- Svar: 12\n- \\_ett\\_ punkt\n" in markdown
    assert max(map(len, text.split("\r\n"))) <= 80
    assert text.startswith("Om *dataene*\r\n============\r\n\r\nHva\r\n---\r\n")
    assert "* Svar: 12\r\n* _ett_ punkt\r\n" in text
