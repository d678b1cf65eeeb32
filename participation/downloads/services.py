"""Making files: the right tables for a request, written whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from exports.errors import ExportError
from exports.formats.format import WriteTable
from exports.whole_file import whole_file, whole_files
from participation.downloads import queries
from participation.downloads.fitting import refuse_too_many_rows
from participation.downloads.heard import Read, unheard
from participation.downloads.request import RESPONSES, Request
from participation.downloads.tables import ANSWERS, PLACES, Tables
from participation.errors import Refused
from participation.reasons import reason


def write_file(
    session: Session,
    request: Request,
    path: Path,
    read: Read = unheard,
    note: Read = unheard,
    *,
    with_others: bool = False,
) -> int:
    """Write what is asked for to `path`; gives the number of rows. Raises Refused, and then leaves no file.

    `read` hears of each lot of rows when it has been read from the store (see `rows_to_read`). `note` hears how many rows
    it is before anybody gets the file, and nobody does when it raises; the session may be used for something else by then.
    `with_others`: what the format has beside a file is written as well.
    """
    check(session, request)
    if path.exists() and not path.is_file():
        # Written whole, it would take the place of a device or a folder.
        why = _("it is a folder") if path.is_dir() else _("it is no file")
        raise Refused(_("The file %(path)s cannot be written: %(why)s.", path=path, why=why))
    try:
        several = with_others and request.format.write_with_others
        with force_locale(request.language), (whole_files if several else whole_file)(path) as temporary:
            rows = _write(session, request, temporary, read, several or request.format.write)
            note(rows)
            return rows
    except ExportError as error:
        raise Refused(error.text(_)) from error
    except OSError as error:
        message = _("The file %(path)s cannot be written: %(why)s.", path=path, why=reason(error))
        raise Refused(message) from error


def check(session: Session, request: Request) -> None:
    """Raises Refused for what cannot be written."""
    request.check()
    with force_locale(request.language):
        refuse_too_many_rows(session, request, ANSWERS, PLACES)


def rows_to_read(session: Session, request: Request) -> int:
    """How many rows `read` will have heard of when the file is written; a row that is read twice counts twice."""
    times, times_marks = _times_read(request)
    rows = times * sum(queries.count_by_channel(session, request.rows).values()) if times else 0
    if times_marks:
        # Marks that are chosen by what they say are found by reading all of them.
        rows += times_marks * queries.count_marks(session, replace(request.rows, answers={}, only=None))
    return rows


def _times_read(request: Request) -> tuple[int, int]:
    """How often each response and each mark is read."""
    if request.format.write_package:
        from participation.downloads.research.packing import TIMES_READ

        return TIMES_READ
    if request.format.write_national:
        return 1, 1
    if request.published:
        return 0, 1
    if request.format.write_workbook:
        return 1, 1
    return (1, 0) if request.table == RESPONSES else (0, 1)


def _write(session: Session, request: Request, path: Path, read: Read, write: WriteTable) -> int:
    """`write`: what a single table is written by."""
    asked = request.format
    # What only a package or only the national product needs costs other files a tenth of a second.
    if asked.write_package:
        from participation.downloads.research.packing import Packing

        with Packing(session, request, read).packed(path.parent) as package:
            return asked.write_package(package, path, request.headed_in, _)
    if asked.write_national:
        from participation.downloads.barnetrakk_product import Product

        return asked.write_national(Product(session, request, read).workbook(), path, None, _)
    tables = Tables(session, request, read)
    if asked.write_workbook:
        return asked.write_workbook(tables.workbook(), path, request.headed_in, _)
    return write(tables.table(), path, request.headed_in, _)
