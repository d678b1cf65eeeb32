"""Blank rows in a sheet, few or very many."""

from __future__ import annotations

import io
import re
import resource
import zipfile
from typing import Any

from surveys.xlsform.importing import import_workbook
from surveys.xlsform.workbook_process import SECONDS
from tests.unit.surveys.xlsform.forms import questions
from tests.unit.surveys.xlsform.test_hostile_workbooks import saved


def test_rows_after_many_blank_ones_are_told_of() -> None:
    def fill(sheet: Any, _book: Any) -> None:
        sheet.append(["text", "a", "A"])
        sheet.cell(3000, 1, "text")

    form = import_workbook(saved(fill), "x.xlsx")
    assert len(questions(form)) == 1
    assert any("60 blank rows" in notice.render() for notice in form.notices)


def with_blank_rows(count: int) -> bytes:
    """A question, `count` rows that are only coloured, and another question."""
    whole = saved(lambda sheet, _book: [sheet.append(["text", name, name]) for name in "ab"])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                blank = "".join(f'<row r="{at}"><c r="A{at}" s="0" /></row>' for at in range(3, count + 3))
                before, last = content.decode().split('<row r="3">')
                last = re.sub(r'(r="[A-C])3"', rf'\g<1>{count + 3}"', last)
                before = re.sub(r"<dimension[^>]*>", "", before)
                content = f'{before}{blank}<row r="{count + 3}">{last}'.encode()
            new.writestr(part.filename, content)
    return made.getvalue()


def test_300_000_blank_rows_are_not_read_to_their_end() -> None:
    data = with_blank_rows(300_000)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    form = import_workbook(data, "x.xlsx")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert [each["variable"] for each in questions(form)] == ["a"]
    assert [(each.row, each.render()[:14]) for each in form.notices if each.sheet == ""] == [(2, "60 blank rows ")]
    assert after.ru_utime - before.ru_utime < SECONDS / 3


def test_few_blank_rows_are_passed_over() -> None:
    assert [each["variable"] for each in questions(import_workbook(with_blank_rows(40), "x.xlsx"))] == ["a", "b"]
