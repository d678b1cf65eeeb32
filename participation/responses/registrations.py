"""Reading a file of registrations made elsewhere: one for each row that can be taken in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.files.georow import Row
from participation.projects.files.report import Report
from surveys.clean_text import clean_line
from surveys.errors import AnswerError

# GeoJSON's geometries and the type of question each answers.
TYPES = {"Point": "place", "LineString": "route", "Polygon": "area"}
LONGEST = 200
# What `status_field` says of rows that no download has unless it is asked for them.
UNCOUNTED = ("hidden", "test", "draft", "replaced")


@dataclass(frozen=True)
class Fields:
    """Which fields of the file hold what; `category` is one for all rows. Without `id_field` a field called id is taken.

    Rows with the same value in `respondent_field` are one respondent's. `answers`: fields by the variable of the follow-up
    question that they answer and the name of its column. `middles`: fields that tell that a row's point is the middle of something
    longer. `status_field`: tells which rows do not count. `cut`: the home ends of roads are cut already.
    """

    category: str | None = None
    category_field: str | None = None
    comment_field: str | None = None
    count_field: str | None = None
    id_field: str | None = None
    respondent_field: str | None = None
    question_field: str | None = None
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    middles: tuple[str, ...] = ()
    status_field: str | None = None
    cut: bool = False

    def named(self) -> list[str]:
        chosen = (self.category_field, self.comment_field, self.count_field, self.id_field, self.respondent_field)
        return [name for name in chosen if name]


@dataclass(frozen=True, slots=True)
class Registration:
    """One row: its number in the file, its geometry in single parts, what was said of it and by how many.

    `category` is empty where the row has none; `source_id` is what the row is called where it comes from, `respondent`
    what whoever said it is called there. `question`: the variable of the map question it answered there, "" where that is
    not told. `answers`: cells by variable and name of the column, blanks left out.
    """

    number: int
    parts: tuple[BaseGeometry, ...]
    category: str
    comment: str | None
    people: int
    source_id: str | None
    respondent: str | None = None
    question: str = ""
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    cut: bool = False


class Rejected(Exception):
    """One row that cannot be taken in, and why."""


def registrations_in(rows: Iterable[Row], fields: Fields, report: Report) -> Iterator[Registration]:
    """Count every row in `report`, and tell there why one is left out. Refused when the file lacks a field."""
    for row in rows:
        report.read += 1
        for name in fields.named():
            if name not in row.attributes:
                known = ", ".join(row.attributes) or "–"
                raise Refused(_("The file has no field “%(field)s”. It has: %(fields)s.", field=name, fields=known))
        try:
            found = _registration(row, fields)
            for mended in filter(None, (row.notice, row.repair)):
                report.tell(row.number, mended)
            yield found
        except Rejected as rejected:
            report.reject(row.number, str(rejected))


def _registration(row: Row, fields: Fields) -> Registration:
    if row.problem or row.geometry is None:
        raise Rejected(row.problem or _("The row has no geometry."))
    parts = tuple(part for part in shapely.get_parts(row.geometry).tolist() if not part.is_empty)
    if not parts or any(part.geom_type not in TYPES for part in parts):
        raise Rejected(_("Only points, lines and areas can be taken in."))
    _refuse_middles(row, fields)
    _refuse_uncounted(row, fields)
    return Registration(
        row.number,
        parts,
        _category(row, fields),
        _text(row, fields.comment_field),
        _people(row, fields),
        _source_id(row, fields),
        _plain(row.attributes[fields.respondent_field]) if fields.respondent_field else None,
        _text(row, fields.question_field) or "",
        {variable: cells for variable, named in fields.answers.items() if (cells := _cells(row, named))},
        fields.cut,
    )


def _refuse_middles(row: Row, fields: Fields) -> None:
    """A CSV file has points alone."""
    assert row.geometry is not None
    if row.geometry.geom_type == "Point" and any(row.attributes.get(name) for name in fields.middles):
        message = _("The file has only the middle of this line or area. Take in a GeoPackage or GeoJSON file instead.")
        raise Rejected(message)


def _refuse_uncounted(row: Row, fields: Fields) -> None:
    """What a moderator has hidden does not come back by way of a file."""
    status = _text(row, fields.status_field)
    if status in UNCOUNTED:
        message = _("The row does not count where it comes from (status: %(status)s). It is left out.", status=status)
        raise Rejected(message)


def _category(row: Row, fields: Fields) -> str:
    """Cut off, two would become one."""
    try:
        return clean_line(fields.category or _text(row, fields.category_field) or "", LONGEST)
    except AnswerError as error:
        raise Rejected(_("The category cannot be taken in. %(why)s", why=error.render(_))) from error


def _text(row: Row, name: str | None) -> str | None:
    value = row.attributes.get(name) if name else None
    return None if value is None else str(value).strip() or None


def _cells(row: Row, named: Mapping[str, str]) -> dict[str, Any]:
    cells = {column: row.attributes.get(name) for column, name in named.items()}
    return {column: cell for column, cell in cells.items() if cell is not None and cell != ""}


def _source_id(row: Row, fields: Fields) -> str | None:
    named = fields.id_field or next((name for name in row.attributes if name.lower() == "id"), None)
    value = row.identity if row.identity is not None and not fields.id_field else row.attributes.get(named or "")
    return _plain(value)


def _plain(value: Any) -> str | None:
    """What something is called: 7 and 7.0 are the same."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None else str(value).strip() or None


def _people(row: Row, fields: Fields) -> int:
    text = _text(row, fields.count_field)
    if text is None:
        return 1
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = 0.0
    if not 1 <= number < 1_000_000 or number != int(number):
        raise Rejected(_("“%(value)s” is not a number of people. Write a whole number from 1.", value=text[:80]))
    return int(number)
