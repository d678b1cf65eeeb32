import csv

import pytest

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def address(address):
    return f"OAPIF:{address}"


def show_token(monkeypatch, headers):
    monkeypatch.setenv("GDAL_HTTP_AUTH", "BASIC")
    monkeypatch.setenv("GDAL_HTTP_USERPWD", f"token:{headers['Authorization'].split()[1]}")


def copied(program, address, layer, folder, *options):
    copy = folder / "kopi.csv"
    copy.unlink(missing_ok=True)
    program("ogr2ogr", "-f", "CSV", "-lco", "GEOMETRY=AS_WKT", *options, copy, address, layer)
    with copy.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_ogr2ogr_reads_every_page_with_a_token(program, address, layers, tmp_path, monkeypatch):
    show_token(monkeypatch, layers.full)
    layer = layers.marks.rpartition("/")[2]
    rows = copied(program, address, layer, tmp_path, "-oo", "PAGE_SIZE=3")
    assert [int(row["id"]) for row in rows] == layers.ids(layers.marks, layers.full)
    assert "Æ 🌲" in [row["comment"] for row in rows]
    here = copied(program, address, layer, tmp_path, "-spat", "5.22", "60.374", "5.23", "60.376")
    assert len(here) == 5
    unsafe = copied(program, address, layer, tmp_path, "-where", "category = 'unsafe'")
    assert [row["category"] for row in unsafe] == ["unsafe"]


def test_without_a_token_ogrinfo_sees_what_is_published(program, address, layers):
    report = program("ogrinfo", "-so", address)
    assert layers.published.rpartition("/")[2] in report and layers.zones.rpartition("/")[2] in report
    assert layers.marks.rpartition("/")[2] not in report
