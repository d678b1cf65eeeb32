"""Files made to do harm, or broken, are refused in plain words, and soon."""

from __future__ import annotations

import datetime as dt
import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from surveys.xlsform import workbook
from surveys.xlsform.exporting import sheets_of
from surveys.xlsform.findings import Findings, XLSFormError
from surveys.xlsform.importing import Imported, import_sheets, import_workbook
from surveys.xlsform.workbook import RawSheet
from tests.unit.surveys.xlsform.forms import choices, imported, questions, refusals, row
from tests.unit.surveys.xlsform.rich_documents import RICH
from tests.unit.surveys.xlsform.workbooks import FOLDER

HEAD = ["type", "name", "label"]


def saved(fill: Callable[[Any, Any], object], *headings: str) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "survey"
    sheet.append([*HEAD, *headings])
    fill(sheet, book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def zip_bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 201_000_000)
    return made.getvalue()


def lying_zip() -> bytes:
    """A sheet that says it is small and is not."""
    whole = saved(lambda sheet, _book: sheet.append(["text", "a", "x" * 30_000]))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
        for part in new.filelist:
            part.file_size = min(part.file_size, 10)
    return made.getvalue()


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><workbook>&e11;</workbook>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(lambda *_: None))) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, bomb if part.filename == "xl/workbook.xml" else old.read(part))
    return made.getvalue()


REAL = (FOLDER / "pyxform_example" / "group.xlsx").read_bytes()
FILES: dict[str, tuple[bytes, str]] = {
    "nothing.xlsx": (b"", "is empty"),
    "half.xlsx": (REAL[: len(REAL) // 2], "damaged"),
    "spoilt.xlsx": (REAL[:2000] + b"\0" * 500 + REAL[2500:], "damaged|cannot be read"),
    "bomb.xlsx": (zip_bomb(), "larger than 200 MB"),
    "laughs.xlsx": (billion_laughs(), "cannot be read|too large"),
    "picture.xlsx": (b"\x89PNG\r\n" + b"\0" * 100, "no workbook"),
    "other.zip": (b"PK\x05\x06" + b"\0" * 18, "cannot be read|no sheet"),
    "old.xls": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "cannot be read"),
    "latin.csv": ("survey,,,\n,type,name,label\n,text,a,Blåbær".encode("latin-1"), "UTF-8"),
    "plain.csv": (b"hello", "cannot be read"),
    "other.csv": (b"a,b,c,d\n1,2,3,4\n", "no sheet"),
    "empty.md": (b"| survey |\n| | type | name | label |\n", "no sheet"),
    "twice.csv": (b"survey,,,\n,type,name,name\n,text,a,b\n", "“name” stands in two columns"),
    "twice.md": (b"| survey |\n| | type | name | name |\n| | text | a | b |\n", "“name” stands in two columns"),
    "large.csv": (b"x" * 20_000_001, "larger than 20 MB"),
    "number.xlsx": (saved(lambda sheet, _book: sheet.append([1, 2, 3, 4]), 2026), "heading"),  # type: ignore[arg-type]
    "twice.xlsx": (saved(lambda sheet, _book: sheet.append(["text", "a", "A", "B"]), "label"), "“label” stands in two"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_workbook_is_refused_in_plain_words(name: str) -> None:
    data, why = FILES[name]
    with pytest.raises(XLSFormError) as refused:
        import_workbook(data, name)
    assert re.search(why, refused.value.problems[0].render()), refused.value


def test_a_zip_that_lies_about_its_size_does_no_harm() -> None:
    with pytest.raises(XLSFormError):
        import_workbook(lying_zip(), "x.xlsx")


def test_cells_of_every_kind_are_read() -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.append(["text", "a", "=1+1"])
        sheet.append(["text", "b", dt.datetime(2026, 1, 2, 3, 4)])
        sheet.append(["text", "c", 12.0])
        sheet.append(["text", "d", True])
        sheet.append(["text", "e1", "Slått sammen"])
        sheet.merge_cells("C6:D6")
        book.create_sheet("choices")
        book.create_sheet("Notater").append(["noe"])

    found = questions(import_workbook(saved(fill), "x.xlsx"))
    assert [each["label"]["nb"] for each in found] == ["a", "2026-01-02 03:04:00", "12", "TRUE", "Slått sammen"]


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(workbook, "SCRIPT", script)
    monkeypatch.setattr(workbook, "MOST_SECONDS", 0.5)
    with pytest.raises(XLSFormError, match="too large"):
        import_workbook(REAL, "x.xlsx")


def test_what_takes_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "large.py"
    source = workbook.SCRIPT.read_text("utf-8").replace("    from pyxform", "    b'x' * (1 << 31)\n    from pyxform")
    script.write_text(source, "utf-8")
    monkeypatch.setattr(workbook, "SCRIPT", script)
    with pytest.raises(XLSFormError, match="too large"):
        import_workbook(REAL, "x.xlsx")


def test_a_sheet_of_65536_rows_is_refused() -> None:
    told = refusals([row("note", f"n{number}") for number in range(65_536)])
    assert told == [("survey", 10_002, "There are more than 10000 rows. Take some away.")]


def test_as_many_rows_as_there_may_be_are_looked_through_soon() -> None:
    asked = [row("integer", f"n{number}", relevant=f"${{n{number - 1}}} > 1") for number in range(10_000)]
    told = refusals(asked)
    assert any("must be 1 to 50" in message for _sheet, _row, message in told)


def test_a_thousand_languages_are_refused() -> None:
    asked = {"type": "text", "name": "a", **{f"label::Spraak{number}": "x" for number in range(1000)}}
    assert any("languages. There can be 40" in message for _sheet, _row, message in refusals([asked]))


def test_deep_groups_and_brackets_are_refused_or_kept_as_text() -> None:
    groups = [row("begin group", f"g{number}") for number in range(10_000)]
    assert "too deep" in refusals(groups)[0][2]
    deep = "(" * 10_000 + "1" + ")" * 10_000
    form = imported([row("text", "a", relevant=deep[:4000])])
    assert "relevant" in questions(form)[0]["unread"]
    assert any("Write a text" in message for _sheet, _row, message in refusals([row("text", "a", relevant=deep)]))


def test_long_lists_and_names_are_refused() -> None:
    many = choices("l", *(f"c{number}" for number in range(2000)))
    assert any("to 500" in message for _sheet, _row, message in refusals([row("select_one l", "a")], many))
    assert questions(imported([row("text", "a" * 5000)]))[0]["variable"] == "a" * 50


LONG = {
    "blanks": " " * 32_000 + "x",
    "reference": "${" + " " * 32_000,
    "references": "${a" * 10_000,
    "letters": "a" * 32_000,
    "brackets": "[(" * 16_000,
    "colons": ":" * 32_000,
    "words": "or other " * 3_500,
    "quotes": "'\"" * 16_000,
    "digits": "1." * 16_000,
    "braces": "{{" * 16_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_cells_take_no_time(name: str) -> None:
    text = LONG[name]
    columns = ("relevant", "constraint", "calculation", "required", "parameters", "appearance", "choice_filter", "hint")
    start = time.process_time()
    for column in columns:
        refusals([row("integer", "a", **{column: text}), row("range", "b", **{column: text})])
    for asked in (row(text, "a"), row("text", text), row("text", "a", text), row("text", "a") | {text: "x"}):
        refusals([asked], choices(text[:50], text), {"default_language": text, "form_title": text})
    refusals([{"type": "text", "name": "a", f"label::{text}": "x"}])
    assert time.process_time() - start < 8


cells = st.sampled_from(
    ["", "text", "select_one l", "begin group", "end group", "note", "geopoint", "calculate", "a", "b", "l", "${a}", "yes",
     "field-list", "table-list", "label", "list-nolabel", "minimal", ". > 1", "${a} = ''", "{", '{"a": 1}', "[]", "null", "1",
     "categories", "followups", "other_text", "page", "intro", "matrix", "scale", "[1]", '{"instead_of": 1, "is": []}']
) | st.text(max_size=5)  # fmt: skip
headings = st.sampled_from(
    ["type", "name", "label", "label::English (en)", "hint", "relevant", "constraint", "required", "calculation",
     "appearance", "image", "parameters", "list_name", "default_language", "form_title", "lokalkjent.role", "lokalkjent.of",
     "lokalkjent.category", "lokalkjent.type", "lokalkjent.variable", "lokalkjent.choices", "lokalkjent.label", "lokalkjent.rows",
     "lokalkjent.label.nb", "lokalkjent.pages", "lokalkjent.title", "lokalkjent.answers", "lokalkjent.uid", "lokalkjent.x"]
)  # fmt: skip
asked_rows = st.fixed_dictionaries({"type": cells, "name": cells, "label": cells}, optional={})
rows = st.lists(
    st.builds(lambda own, more: own | more, asked_rows, st.dictionaries(headings, cells, max_size=5)), max_size=8
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows, rows, rows)
def test_whatever_stands_in_the_cells_nothing_falls(survey: Any, listed: Any, told: Any) -> None:
    def sheet(given_rows: list[dict[str, str]]) -> RawSheet:
        return RawSheet(list(dict.fromkeys(heading for each in given_rows for heading in each)), given_rows)

    listed = [{**each, "list_name": "l"} for each in listed]
    try:
        form = import_sheets(
            {"survey": sheet(survey), "choices": sheet(listed), "settings": sheet(told)}, "nb", Findings()
        )
    except XLSFormError as error:
        assert all(problem.render() for problem in error.problems)
    else:
        assert isinstance(form, Imported)
        assert form.questionnaire.pages


OURS = sheets_of(RICH["map"])
SHEETS = {name: [dict(cells) for cells in raw.rows] for name, raw in OURS.items()}
MEMBERS = (
    "choices",
    "rows",
    "label",
    "questions",
    "name",
    "code",
    "text",
    "categories",
    "followups",
    "type",
    "title",
    "pages",
    "languages",
    "intro",
)
HEADINGS = {name: [*raw.headings, *(f"lokalkjent.{member}" for member in MEMBERS)] for name, raw in OURS.items()}
COLUMNS = [
    (name, at, heading) for name, raw in OURS.items() for at in range(len(raw.rows)) for heading in HEADINGS[name]
]


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(COLUMNS), cells, min_size=1, max_size=4))
def test_a_workbook_of_ours_changed_by_hand_makes_nothing_fall(changes: dict[tuple[str, int, str], str]) -> None:
    changed = {name: [dict(each) for each in listed] for name, listed in SHEETS.items()}
    for (name, at, heading), text in changes.items():
        changed[name][at][heading] = text
    try:
        form = import_sheets({name: RawSheet(HEADINGS[name], changed[name]) for name in OURS}, "nb", Findings())
    except XLSFormError as error:
        assert all(problem.render() for problem in error.problems)
    else:
        assert form.questionnaire.pages
