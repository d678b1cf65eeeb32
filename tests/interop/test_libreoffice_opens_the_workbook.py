import csv
import datetime as dt

import pytest

from exports.formats import xlsx
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook

# Separator ;, quote ", UTF-8, from line 1, all columns by their formats, every sheet to its own file.
EVERY_SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
TEXTS = ["=1+1", "+SUM(1;2)", "-2+3", "@A1", "'sitat'", "Blåbær på Ærøy", "🛝 huske", 'to\nlinjer; med "a"', "أحب"]
COLUMNS = [Column("id", "integer"), Column("comment"), Column("e", "decimal"), Column("session_date", "date")]


def sheet(title, texts):
    day = dt.date(2026, 3, 1)
    rows = [Row((number, text, -32117.5, day)) for number, text in enumerate(texts)]
    return Sheet(title, FeatureTable(title, COLUMNS, rows))


@pytest.fixture
def converted(program, tmp_path):
    path = tmp_path / "bok.xlsx"
    xlsx.write_workbook(Workbook([sheet("Om", ["hei"]), sheet("Steder", TEXTS)]), path)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    program("soffice", profile, "--headless", "--convert-to", EVERY_SHEET_AS_CSV, "--outdir", tmp_path, path)
    return {name: read(tmp_path / f"bok-{name}.csv") for name in ("Om", "Steder")}


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_libreoffice_opens_the_workbook(converted):
    assert converted["Om"][1] == ["0", "hei", "-32117.5", "2026-03-01"]
    headings, *rows = converted["Steder"]
    assert headings == ["id", "comment", "e", "session_date"]
    assert rows == [[str(n), text, "-32117.5", "2026-03-01"] for n, text in enumerate(TEXTS)]
