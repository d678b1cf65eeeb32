"""A workbook's sheets come out of a printer so that they can be read, each row known on every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.page import PrintPageSetup
from openpyxl.worksheet.worksheet import Worksheet

from exports.formats.xlsx import write_workbook
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook

QUESTION = "Hvor ofte bruker du dette her: parker og turveier, også om vinteren og når det er mørkt ute?"


def sheet(folder: Path, columns: list[Column], **more: Any) -> Worksheet:
    identity = "id" if columns[0].name == "id" else None
    table = FeatureTable("Svar", columns, [Row([1] + [None] * (len(columns) - 1))], identity)
    write_workbook(Workbook([Sheet("Svar", table, **more)]), folder / "a.xlsx", "nb")
    return openpyxl.load_workbook(folder / "a.xlsx")["Svar"]


def answers(number: int) -> list[Column]:
    """A code and its label for each of so many questions."""
    pairs = [(Column(f"q{n}", "code"), Column(f"q{n}_label", "label")) for n in range(number)]
    return [Column("id", "integer"), *(column for pair in pairs for column in pair)]


def test_many_columns_take_a_few_pages_of_a3_beside_each_other(tmp_path: Path) -> None:
    made = sheet(tmp_path, answers(50))
    assert (made.page_setup.paperSize, made.page_setup.orientation) == (8, "landscape")
    assert (made.page_setup.fitToWidth, made.page_setup.fitToHeight) == (6, 0)
    assert made.sheet_properties.pageSetUpPr.fitToPage


def test_which_row_it_is_stands_on_every_page(tmp_path: Path) -> None:
    made = sheet(tmp_path, answers(50))
    assert (made.print_title_cols, made.print_title_rows) == ("$A:$A", "$1:$1")
    assert (made.oddFooter.left.text, made.oddFooter.right.text) == ("&A", "&P / &N")


def test_which_row_it_is_stays_in_sight(tmp_path: Path) -> None:
    """And its headings, which are all there are on a sheet whose rows have no number."""
    assert sheet(tmp_path, answers(50)).freeze_panes == "B2"
    assert sheet(tmp_path, [Column("variable", "integer"), Column("label")]).freeze_panes == "A2"


def test_few_columns_go_on_one_page_of_a4(tmp_path: Path) -> None:
    for more in ({}, {"one_page_wide": True}):
        made = sheet(tmp_path, answers(3), **more)
        assert (made.page_setup.paperSize, made.page_setup.orientation) == (9, "landscape")
        # One page is what is meant where no number is written.
        assert (made.page_setup.fitToWidth or 1, made.page_setup.fitToHeight) == (1, 0)
        assert made.sheet_properties.pageSetUpPr.fitToPage


def test_what_is_to_be_one_page_wide_can_be_read(tmp_path: Path) -> None:
    """A codebook in six languages is not: what a row is about stands on each of its pages."""
    told = [(paper.paperSize, paper.fitToWidth or 1, columns) for paper, columns in map(codebook(tmp_path), (3, 4, 6))]
    assert told == [(9, 1, None), (8, 1, None), (8, 2, "$A:$A")]


def codebook(folder: Path) -> Callable[[int], tuple[PrintPageSetup, str | None]]:
    """How a codebook in so many languages is printed, and which columns stand on every page."""

    def printed(languages: int) -> tuple[PrintPageSetup, str | None]:
        told = [Column(f"{what}_{n}") for what in ("question", "label") for n in range(languages)]
        made = sheet(folder, [Column("variable", "integer"), *told], one_page_wide=True)
        return made.page_setup, made.print_title_cols

    return printed


def test_charts_beside_a_table_have_room_on_its_page(tmp_path: Path) -> None:
    """Made to fit on A4 the two would be too small to read, where the table alone is not."""
    assert sheet(tmp_path, answers(5)).page_setup.paperSize == 9
    drawn = {"bar_of": lambda _cells: None, "most_charts": 2}
    assert sheet(tmp_path, answers(5), **drawn).page_setup.paperSize == 8
    made = sheet(tmp_path, answers(5), one_page_wide=True, **drawn).page_setup
    assert (made.paperSize, made.fitToWidth or 1, made.fitToHeight) == (8, 1, 0)


def test_a_column_is_never_wider_than_its_page(tmp_path: Path) -> None:
    made = sheet(tmp_path, [Column("id", "integer"), *(Column(f"t{n}") for n in range(200))])
    assert made.page_setup.fitToWidth == 25


def test_whole_questions_are_seen_above_their_answers(tmp_path: Path) -> None:
    asked = Column("q", "label", {"nb": QUESTION})
    heights: list[float | None] = []
    for column in (Column("q", "label"), asked, Column("q", "label", {"nb": QUESTION * 9})):
        made = sheet(tmp_path, [Column("id", "integer"), column])
        assert made["B1"].alignment.wrap_text
        heights.append(made.row_dimensions[1].height)
    assert heights == [None, 75, 105]
