"""Reading the rows of a file of registrations made elsewhere: one for each that can be taken in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely
from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files.georow import Row
from participation.projects.files.report import Report
from participation.responses.registrations import TYPES, Fields, Registration, Rejected
from surveys.clean_text import clean_line
from surveys.errors import AnswerError

LONGEST = 200
# What `status_field` says of rows that no download has unless it is asked for them.
UNCOUNTED = ("hidden", "test", "draft", "replaced")


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
    if fields.id_field == "":
        return None
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
