"""A list of classes pasted from a spreadsheet: read row by row, every problem said at once."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from participation.accounts.services import EMAIL
from participation.class_sessions.joining import MOST_PUPILS
from participation.class_sessions.services import YEARS

COLUMNS = ("school", "year", "class_name", "language", "pupils", "teacher_email")
HEADINGS = {
    "school": ("skole", "skule", "school"),
    "year": ("trinn", "klassetrinn", "årstrinn", "steg", "year", "grade"),
    "class_name": ("klasse", "klasse/gruppe", "gruppe", "class"),
    "language": ("målform", "språk", "mål", "language", "language form"),
    "pupils": ("elever", "elevar", "antall elever", "antall", "tal på elevar", "tal elevar", "pupils"),
    "teacher_email": ("e-post", "epost", "lærer", "lærar", "lærers e-post", "lærerens e-post", "e-mail", "email"),
}
LANGUAGES = {
    "": "nb", "nb": "nb", "bm": "nb", "bokmål": "nb", "bokmal": "nb",
    "nn": "nn", "nynorsk": "nn", "en": "en", "engelsk": "en", "english": "en",
}  # fmt: skip
MOST_ROWS = 500
USUAL_CLASS = 28


@dataclass(frozen=True)
class PastedClass:
    """One class as it will be made. `notice` says something worth a look that is no problem."""

    row: int
    school: str
    year: int
    class_name: str
    language: str
    pupils: int
    teacher_email: str
    notice: str = ""


@dataclass
class PastedTable:
    """`problems`: row number as the planner counts them, and what is wrong there."""

    classes: list[PastedClass] = field(default_factory=list)
    problems: list[dict[str, object]] = field(default_factory=list)

    def wrong(self, row: int, message: str) -> None:
        """Say what is wrong in a row."""
        self.problems.append({"row": row, "message": message})


def read_table(text: str, schools: Sequence[str] = (), taken: Collection[tuple[str, str]] = ()) -> PastedTable:
    """Rows of school, year, class, language form, pupils, e-mail; tabs, semicolons or commas between.

    `schools` are the project's own; `taken` are (school, class) in small letters that exist already.
    """
    table = PastedTable()
    rows = [(number, [cell.strip() for cell in row]) for number, row in enumerate(_cells(text), 1)]
    rows = [(number, row) for number, row in rows if any(row)]
    if not rows:
        table.wrong(1, _("There are no rows. Paste the table from Excel."))
        return table
    if len(rows) > MOST_ROWS:
        table.wrong(MOST_ROWS + 1, _("There are more than %(most)s rows. Paste fewer at a time.", most=MOST_ROWS))
        return table
    order = _order(rows[0][1])
    seen = set(taken)
    for number, row in rows[1:] if order else rows:
        values = dict.fromkeys(COLUMNS, "") | dict(zip(order or COLUMNS, row, strict=False))
        _read_row(table, number, values, schools, seen)
    if order and len(rows) == 1:
        table.wrong(rows[0][0], _("Only a heading was pasted. Paste the rows below it too."))
    return table


def _cells(text: str) -> list[list[str]]:
    plain = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in plain.split("\n") if line.strip()), "")
    delimiter = next((mark for mark in "\t;," if mark in first), "\t")
    try:
        return list(csv.reader(plain.split("\n"), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in plain.split("\n")]


def _order(row: Sequence[str]) -> list[str] | None:
    """The columns a heading names, in its order; None when the row is no heading."""
    names = {word: column for column, words in HEADINGS.items() for word in words}
    found = [names.get(cell.lower().strip(" :.*"), "") for cell in row]
    return found if sum(map(bool, found)) >= 2 else None


def _read_row(
    table: PastedTable, number: int, values: dict[str, str], schools: Sequence[str], seen: set[tuple[str, str]]
) -> None:
    before = len(table.problems)
    school, class_name = _school(values["school"], schools), values["class_name"][:40]
    year = _number(values["year"])
    pupils = _number(values["pupils"]) if values["pupils"] else USUAL_CLASS
    language = LANGUAGES.get(values["language"].lower())
    if not school:
        table.wrong(number, _("The school is missing."))
    if not class_name:
        table.wrong(number, _("The class is missing, such as 6A."))
    if year not in YEARS:
        table.wrong(number, _("The year must be a number from 1 to 13, not “%(year)s”.", year=values["year"][:40]))
    if pupils is None or not 1 <= pupils <= MOST_PUPILS:
        table.wrong(
            number,
            _("The number of pupils must be from 1 to 200, not “%(pupils)s”.", pupils=values["pupils"][:40]),
        )
    if language is None:
        table.wrong(
            number,
            _("The language form must be bokmål or nynorsk, not “%(language)s”.", language=values["language"][:40]),
        )
    if values["teacher_email"] and not EMAIL.fullmatch(values["teacher_email"]):
        table.wrong(number, _("“%(email)s” is not an e-mail address.", email=values["teacher_email"][:80]))
    key = (school.lower(), class_name.lower())
    if key in seen and school and class_name:
        table.wrong(number, _("%(name)s at %(school)s is there already.", name=class_name, school=school))
    if len(table.problems) > before:
        return
    seen.add(key)
    assert year is not None and pupils is not None and language is not None
    email = values["teacher_email"][:254]
    table.classes.append(
        PastedClass(number, school, year, class_name, language, pupils, email, _notice(school, schools))
    )


def _school(typed: str, schools: Sequence[str]) -> str:
    return next((school for school in schools if school.lower() == typed.lower()), typed[:200])


def _notice(school: str, schools: Sequence[str]) -> str:
    if not schools or school in schools:
        return ""
    close = difflib.get_close_matches(school, schools, 1)
    if close:
        return _("Not among the project's schools. Do you mean %(school)s?", school=close[0])
    return _("Not among the project's schools, so the map starts in the middle of the area.")


def _number(typed: str) -> int | None:
    """6, "6.", "6. trinn" and "6,0" are six."""
    found = re.match(r"(\d{1,4})(?:[.,]0*)?(?:\s|$|[^\d.,])", typed + " ")
    return int(found[1]) if found else None
