import datetime as dt
import zipfile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from exports.errors import ExportError
from exports.formats import xlsx
from exports.formats.excel_cells import MOST_UNITS
from exports.plain_text import plain_text
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook

COLUMNS = [
    Column("id", "integer", {"nb": "Nr."}),
    Column("comment", "text", {"nb": "Kommentar"}),
    Column("why", "list"),
    Column("e", "decimal"),
    Column("session_date", "date"),
    Column("late", "boolean"),
]
ROW = Row((7, None, ["dark", "slippery"], -32117.5, dt.date(2026, 3, 1), True))


def sheet(title, rows, columns=COLUMNS, **settings):
    return Sheet(title, FeatureTable(title, columns, rows), **settings)


def written(tmp_path, *sheets, language=None):
    path = tmp_path / "bok.xlsx"
    xlsx.write_workbook(Workbook(sheets), path, language)
    return path


def read(path, name):
    return CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_the_sheets_come_in_order_with_headings_and_typed_cells(tmp_path):
    about = sheet("Om", [Row(("hva", "tekst"))], [Column("fact"), Column("value")], filtered=False)
    path = written(tmp_path, about, sheet("Steder", [ROW]), language="nb")
    assert CalamineWorkbook.from_path(path).sheet_names == ["Om", "Steder"]
    assert read(path, "Steder") == [
        ["Nr.", "Kommentar", "why", "e", "session_date", "late"],
        [7, "", "dark; slippery", -32117.5, dt.date(2026, 3, 1), True],
    ]


def test_headings_are_frozen_and_filtered_where_asked(tmp_path):
    path = written(tmp_path, sheet("Om", [ROW], filtered=False), sheet("Steder", [ROW]))
    book = zipfile.ZipFile(path)
    about, places = (book.read(f"xl/worksheets/sheet{n}.xml") for n in (1, 2))
    assert b'ySplit="1"' in about and b'ySplit="1"' in places
    assert b"autoFilter" not in about and b'<autoFilter ref="A1:F2"/>' in places


def test_a_sheet_may_say_how_its_numbers_are_written(tmp_path):
    book = load_workbook(written(tmp_path, sheet("Om", [ROW]), sheet("Steder", [ROW], number_formats={"e": "0.0 %"})))
    assert (book["Om"]["D2"].number_format, book["Steder"]["D2"].number_format) == ("General", "0.0 %")


def test_an_empty_sheet_keeps_its_headings(tmp_path):
    assert read(written(tmp_path, sheet("Steder", [])), "Steder") == [[c.name for c in COLUMNS]]


def test_naughty_texts_come_back_and_no_cell_is_a_formula(tmp_path, naughty):
    columns = [Column("id", "integer"), Column("comment")]
    rows = [Row((number, text)) for number, text in enumerate(naughty)]
    path = written(tmp_path, sheet("Svar", rows, columns))
    _, *cells = read(path, "Svar")
    assert [text for _, text in cells] == [plain_text(text) for text in naughty]
    assert b"<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["a" * 40_000, "😀" * 20_000])
def test_a_text_too_long_for_a_cell_says_that_it_is_cut(tmp_path, text):
    path = written(tmp_path, sheet("Svar", [Row((text,))], [Column("comment")]))
    cell = read(path, "Svar")[1][0]
    assert cell.endswith(" […]")
    assert MOST_UNITS - 1 <= len(cell.encode("utf-16-le")) // 2 <= MOST_UNITS
    assert text.startswith(cell.removesuffix(" […]"))


def test_a_text_that_just_fits_is_whole(tmp_path):
    path = written(tmp_path, sheet("Svar", [Row(("a" * MOST_UNITS,))], [Column("comment")]))
    assert read(path, "Svar")[1][0] == "a" * MOST_UNITS


def test_what_excel_has_no_number_or_date_for_is_text_or_blank(tmp_path):
    columns = [Column("a", "integer"), Column("b", "decimal"), Column("c", "date"), Column("d", "datetime")]
    odd = Row((2**60, float("nan"), dt.date(1814, 5, 17), dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)))
    path = written(tmp_path, sheet("Svar", [odd], columns))
    assert read(path, "Svar")[1] == [str(2**60), "", "1814-05-17", dt.datetime(2026, 3, 1, 12)]


def test_more_rows_than_excel_holds_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    written(tmp_path, sheet("Svar", [ROW] * 3))
    with pytest.raises(ExportError, match="“Svar” has more than 3 rows"):
        written(tmp_path, sheet("Svar", [ROW] * 4))


def test_sheet_titles_become_names_that_excel_takes(tmp_path):
    titles = ["Svar: hva/hvor?", "svar  hva hvor", "'", "x" * 40, "x" * 40, "History"]
    path = written(tmp_path, *(sheet(title, [ROW]) for title in titles))
    names = CalamineWorkbook.from_path(path).sheet_names
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(1 <= len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
