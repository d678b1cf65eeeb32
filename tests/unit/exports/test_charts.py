"""Charts of a workbook, read by a program that is not the one that wrote them."""

import zipfile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from exports.charts.bars import Bar, letters
from exports.formats import xlsx
from exports.plain_text import plain_text
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook

COLUMNS = [Column("variable", "code"), Column("question"), Column("label", "label"), Column("people", "integer")]
ROWS = [
    ("why", "Hvorfor?", "Mørkt", 3),
    ("why", "Hvorfor?", "Trafikk", 5),
    ("note", "Annet", None, None),
    ("both", "Begge deler", "Ja", 1),
    ("only", "Bare én", "Ja", 9),
    ("both", "Begge deler", "Nei", 0),
]


def bar(values):
    variable, question, label, _people = values
    return Bar(variable, question, "label", "people") if label else None


def written(tmp_path, rows, most=5, title="Sammen'drag"):
    path = tmp_path / "bok.xlsx"
    about = Sheet("Om", FeatureTable("Om", [Column("fact")], [Row(("hei",))]))
    drawn = Sheet(title, FeatureTable(title, COLUMNS, map(Row, rows)), bar_of=bar, most_charts=most)
    xlsx.write_workbook(Workbook([about, drawn]), path)
    return path


def charts(path):
    """Title, cells and what stands in them, of each chart."""
    found = []
    for chart in openpyxl.load_workbook(path).worksheets[1]._charts:
        ((series),) = chart.series
        labels, numbers = series.cat.strRef, series.val.numRef
        title = "".join(run.t for run in chart.title.tx.rich.p[0].r)
        cached = [(a.v, float(b.v)) for a, b in zip(labels.strCache.pt, numbers.numCache.pt, strict=True)]
        found.append((title, labels.f, numbers.f, cached))
    return found


def test_the_bars_of_a_chart_are_the_cells_of_its_rows(tmp_path):
    whole, parted = charts(written(tmp_path, ROWS))
    own = "'Sammen''drag'!"
    assert whole == ("Hvorfor?", f"{own}$C$2:$C$3", f"{own}$D$2:$D$3", [("Mørkt", 3), ("Trafikk", 5)])
    assert parted[1:3] == (f"({own}$C$5,{own}$C$7)", f"({own}$D$5,{own}$D$7)")
    assert parted[3] == [("Ja", 1), ("Nei", 0)]


def test_the_table_stays_as_it_was(tmp_path):
    path = written(tmp_path, ROWS)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Sammen'drag").to_python(skip_empty_area=False)
    assert [tuple(row) for row in rows[1:]] == [tuple("" if cell is None else cell for cell in row) for row in ROWS]
    assert zipfile.ZipFile(path).testzip() is None


@pytest.mark.parametrize("most", [0, 1, 2, 60])
def test_there_are_no_more_charts_than_wanted_and_none_is_empty(tmp_path, most):
    assert len(charts(written(tmp_path, ROWS, most))) == min(most, 2)


def test_a_sheet_without_rows_has_no_chart(tmp_path):
    assert charts(written(tmp_path, [])) == []


def test_naughty_texts_stand_in_charts_as_they_are(tmp_path, naughty):
    several = [text for text in naughty if plain_text(text).strip()][:40]
    rows = [("why", text, text, 1) for text in several]
    ((title, _labels, _numbers, cached),) = charts(written(tmp_path, rows))
    assert title == plain_text(several[0])
    assert [label for label, _number in cached] == [plain_text(text) for text in several]
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert b"<f>" not in zipfile.ZipFile(tmp_path / "bok.xlsx").read(name)


def test_a_title_that_nobody_could_read_is_cut(tmp_path):
    ((title, *_rest),) = charts(written(tmp_path, [("why", "å" * 500, label, 1) for label in "ab"]))
    assert title == "å" * 200 + "…"


@pytest.mark.parametrize(("column", "called"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_excel_calls_them(column, called):
    assert letters(column) == called


def test_each_bar_has_its_label(tmp_path):
    """Where bars stand close, every second label was left out."""
    written(tmp_path, ROWS)
    axis = openpyxl.load_workbook(tmp_path / "bok.xlsx").worksheets[1]._charts[0].x_axis
    assert axis.tickLblSkip == 1
    assert axis.txPr.p[0].pPr.defRPr.sz == 900


def test_no_chart_without_a_bar(tmp_path):
    nobody = [("when", "Når?", "Om dagen", 0), ("when", "Når?", "Om natta", 0)]
    written(tmp_path, [*nobody, *ROWS])
    assert len(openpyxl.load_workbook(tmp_path / "bok.xlsx").worksheets[1]._charts) == 2
