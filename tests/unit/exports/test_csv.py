import csv
import datetime as dt

import pytest

from exports.formats import FORMATS
from exports.formats.formula import as_it_was, harmless
from exports.plain_text import plain_text
from exports.table import Column, FeatureTable, Row

COLUMNS = [
    Column("id", "integer", {"nb": "Nr."}),
    Column("comment", "text", {"nb": "Kommentar"}),
    Column("why", "list"),
    Column("e", "decimal"),
    Column("session_date", "date"),
    Column("late", "boolean"),
]
ROW = Row((7, "mørkt; og glatt", ["dark", "slippery"], -32117.5, dt.date(2026, 3, 1), True))


def written(tmp_path, name, rows, columns=COLUMNS, language=None):
    path = tmp_path / "steder.csv"
    FORMATS[name].write(FeatureTable("steder", columns, rows), path, language)
    return path


def read(path, delimiter, encoding):
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_the_norwegian_form_is_what_norwegian_excel_reads(tmp_path):
    path = written(tmp_path, "csv", [ROW], language="nb")
    assert path.read_bytes() == (
        b"\xef\xbb\xbfNr.;Kommentar;why;e;session_date;late\r\n"
        + '7;"mørkt; og glatt";"dark; slippery";-32117,5;2026-03-01;1\r\n'.encode()
    )


def test_the_comma_form_is_rfc_4180(tmp_path):
    path = written(tmp_path, "csv-comma", [ROW])
    assert path.read_bytes() == (
        b"id,comment,why,e,session_date,late\r\n"
        + "7,mørkt; og glatt,dark; slippery,-32117.5,2026-03-01,1\r\n".encode()
    )


@pytest.mark.parametrize(("name", "delimiter", "encoding"), [("csv", ";", "utf-8-sig"), ("csv-comma", ",", "utf-8")])
def test_naughty_texts_come_back_and_none_of_them_is_a_formula(tmp_path, naughty, name, delimiter, encoding):
    columns = [Column("id", "integer"), Column("comment")]
    rows = [Row((number, text)) for number, text in enumerate(naughty)]
    _, *cells = read(written(tmp_path, name, rows, columns), delimiter, encoding)
    assert [as_it_was(comment) for _, comment in cells] == [plain_text(text) for text in naughty]
    numbers = ("-1", "-1.00", "+0", "+0.0", "-0", "-0.0")
    run = [comment for _, comment in cells if comment.lstrip().startswith(("=", "+", "-", "@"))]
    assert set(run) <= set(numbers)


@pytest.mark.parametrize("text", ["-1", "+4", "-3,5", "2.5", "hei", "5 + 5", "", "😀"])
def test_numbers_and_ordinary_texts_are_left_alone(text):
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["=1", "+SUM(1)", "-2+3", "@A1", " =1", "\t=1", "'sitat'", "-", "＝1"])
def test_what_could_be_run_gets_one_apostrophe(text):
    assert harmless(text) == f"'{text}"
    assert as_it_was(harmless(text)) == text


def test_an_infinite_number_is_blank(tmp_path):
    path = written(tmp_path, "csv-comma", [Row((float("nan"),))], [Column("e", "decimal")])
    assert path.read_bytes() == b'e\r\n""\r\n'
