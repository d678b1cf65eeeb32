"""Tables with inhabitants, as offices of statistics and spreadsheets write them, joined to zones by their code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from participation.errors import Refused
from participation.projects.models import Zone
from participation.projects.population.codes import ZoneCodes, new_number
from participation.projects.population.joining import Joined, join, read_population
from participation.projects.population.table import table_of
from participation.projects.population.table_file import rows_of_table

CODES = ("12010101", "12010102", "12010103")
STATBANK = (
    '"04317: Grunnkretsenes befolkning, etter grunnkrets, statistikkvariabel og år"\n\n'
    '"grunnkrets";"Personer 2023";"Personer 2024"\n'
    '"12010101 Nordnes";500;533\n"12010102 Sentrum";"1 204";1234\n"12010103 Dokken";3;:\n"12019999 Uoppgitt";7;8\n'
)


def zones(*codes: str) -> list[Zone]:
    return [Zone(kind="grunnkrets", code=code, name=f"Zone {code}") for code in codes or CODES]


def joined(folder: Path, name: str, content: bytes | str, *codes: str) -> Joined:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_population(path, zones(*codes), None, None)


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def json_stat(**more: object) -> dict[str, object]:
    region = {"index": {"12010102": 1, "12010101": 0}, "label": {"12010101": "Nordnes", "12010102": "Sentrum"}}
    years = {"index": {"2023": 0, "2024": 1}, "label": {"2023": "2023", "2024": "2024"}}
    return {
        "version": "2.0",
        "class": "dataset",
        "id": ["ContentsCode", "Grunnkretser", "Tid"],
        "size": [1, 2, 2],
        "dimension": {
            "ContentsCode": {"label": "statistikkvariabel", "category": {"label": {"Personer": "Personer"}}},
            "Grunnkretser": {"label": "grunnkrets", "category": region},
            "Tid": {"label": "år", "category": years},
        },
        "role": {"time": ["Tid"], "metric": ["ContentsCode"], "geo": ["Grunnkretser"]},
        "value": [500, 533, 1204, None],
        **more,
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_of_the_statistics_bank_with_its_title_and_two_years(tmp_path: Path, encoding: str) -> None:
    found = joined(tmp_path, "t.csv", STATBANK.encode(encoding))
    assert found.numbers == {"12010101": 533, "12010102": 1234}
    assert [problem["row"] for problem in found.report.problems] == [6, 7]
    assert "“:”" in found.report.problems[0]["message"]
    assert "12019999" in found.report.problems[1]["message"]
    assert [zone.code for zone in found.without] == ["12010103"]
    assert found.matches[0].told == "12010101 Nordnes"


def test_a_workbook_whose_headings_stand_in_two_rows_and_whose_codes_are_numbers(tmp_path: Path) -> None:
    rows = [("Befolkning",), (None,), (None, None, "Personer"), (None, None, 2024)]
    content = workbook(*rows, (3010101, "Oslo", 12), (12010101, "Nordnes", 533.0), ("12010102", "Sentrum", "1 234"))
    found = joined(tmp_path, "t.xlsx", content, *CODES, "03010101")
    assert found.numbers == {"03010101": 12, "12010101": 533, "12010102": 1234}
    assert found.report.rejected == 0


def test_other_places_above_ours_are_rows_and_no_headings(tmp_path: Path) -> None:
    lines = "".join(f"0301{number:04},{number}\n" for number in range(1, 50))
    found = joined(tmp_path, "t.csv", f"region,Folketal 2024\n{lines}12010101,533\n")
    assert found.numbers == {"12010101": 533}
    assert (found.report.read, found.report.rejected) == (50, 49)


def test_json_stat_takes_the_newest_year(tmp_path: Path) -> None:
    found = joined(tmp_path, "t.json", json.dumps(json_stat()))
    assert found.numbers == {"12010101": 533}
    assert found.matches[0].told == "12010101 Nordnes"
    sparse = joined(tmp_path, "t.json", json.dumps(json_stat(value={"1": 533, "3": 9})))
    assert sparse.numbers == {"12010101": 533, "12010102": 9}
    older = json_stat()
    places = {"id": older.pop("id"), "size": older.pop("size"), "role": older.pop("role")}
    old = {"dataset": older | {"dimension": {**older["dimension"], **places}}}  # type: ignore[dict-item]
    assert joined(tmp_path, "t.json", json.dumps(old)).numbers == {"12010101": 533}


def test_a_zone_in_several_rows_gets_no_number(tmp_path: Path) -> None:
    found = joined(tmp_path, "t.csv", "kode;kjønn;personer\n12010101;M;250\n12010101;K;283\n12010102;K;1\n")
    assert found.numbers == {"12010102": 1}
    assert "2 rows" in found.report.problems[0]["message"]


def test_grid_cells_that_a_spreadsheet_has_shortened_are_told_of(tmp_path: Path) -> None:
    content = "SSBID250M;pop_tot\n19677506734000;33\n1,96775E+13;12\n"
    found = joined(tmp_path, "t.csv", content, "19677506734000", "19680006734000")
    assert found.numbers == {"19677506734000": 33}
    assert "1,96775E+13" in found.report.problems[0]["message"]
    assert "spreadsheet" in found.report.problems[0]["message"]


def test_what_is_no_number_of_people_is_told_of(tmp_path: Path) -> None:
    found = joined(tmp_path, "t.csv", "kode;personer\n12010101;12,5\n12010102;-\n12010103;-4\n")
    assert found.numbers == {"12010102": 0}
    assert [problem["row"] for problem in found.report.problems] == [2, 4]


def test_a_municipality_that_was_renumbered_is_found_and_only_then() -> None:
    ours = zones()
    assert new_number(ours, ["46010101 Nordnes", "46010102", "I alt"]) == ("4601", "1201")
    assert new_number(ours, ["12010101"]) is None
    assert new_number(ours, ["46010101", "03010101"]) is None
    table, code = table_of([(1, ["kode", "antall"]), (2, ["46010101", "5"])], [ZoneCodes(ours)])
    assert join(table, code, 1, ZoneCodes(ours, ("4601", "1201"))).numbers == {"12010101": 5}
    assert join(table, code, 1, ZoneCodes(ours)).numbers == {}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("t.csv", "kode\n1\n2\n", "one column only"),
        ("t.csv", "", "one column only"),
        ("t.xlsx", b"PK\x03\x04 not a workbook", "workbook"),
        ("t.json", "{", "JSON-stat"),
        ("t.json", '{"type": "FeatureCollection", "features": []}', "is a map"),
        ("t.json", "[1, 2]", "no table"),
        ("t.json", json.dumps(json_stat(size=[1, 3, 2])), "JSON-stat"),
        ("t.json", json.dumps(json_stat(value=[1])), "JSON-stat"),
        ("t.json", "[" * 5000, "JSON-stat"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, name: str, content: bytes | str, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Refused) as refused:
        rows_of_table(path)
    assert told in refused.value.message


def test_json_stat_with_every_age_is_refused_with_what_to_take_instead(tmp_path: Path) -> None:
    ages = {"category": {"index": [str(age) for age in range(60)]}}
    dimension = {"alder": ages, "region": {"category": {"index": ["12010101"]}}}
    path = tmp_path / "t.json"
    path.write_text(json.dumps({"id": ["alder", "region"], "size": [60, 1], "dimension": dimension, "value": [1] * 60}))
    with pytest.raises(Refused, match="60"):
        rows_of_table(path)
