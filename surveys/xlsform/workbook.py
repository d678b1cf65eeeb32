"""The sheets of a workbook, read by pyxform in a process that can do no harm."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from surveys.messages import _, shown
from surveys.xlsform.findings import refused

LARGEST_FILE, LARGEST_UNZIPPED, MOST_PARTS = 20_000_000, 200_000_000, 5000
MOST_SECONDS = 90
SCRIPT = Path(__file__).with_name("workbook_process.py")
ENDINGS = (".xlsx", ".xlsm", ".xls", ".csv", ".md")
ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class RawSheet:
    """`rows`: heading → cell, blank rows too; the first is row 2 of the spreadsheet."""

    headings: Sequence[str]
    rows: Sequence[dict[str, Any]]


def read_sheets(data: bytes, name: str) -> tuple[dict[str, RawSheet], list[int]]:
    """Sheet name in small letters → sheet, and after which rows blank ones made the reading stop.

    `name`: the file's, whose ending tells what a text file is. XLSFormError where it cannot be read.
    """
    kind = _kind(data, name)
    answer = _asked(data, kind)
    if "failed" in answer:
        raise _failure(answer["failed"], answer["detail"])
    return _sheets(answer["book"]), answer["unread_after"]


def _kind(data: bytes, name: str) -> str:
    ending = Path(name).suffix.lower()
    if len(data) > LARGEST_FILE:
        raise refused(_("The file is larger than %(most)s MB. Make it smaller."), most=LARGEST_FILE // MEGABYTE)
    if data.startswith(ZIP):
        _check_zip(data)
        return ".xlsx"
    if data.startswith(OLE):
        return ".xls"
    if ending in (".csv", ".md"):
        return ending
    if not data:
        raise refused(_("The file is empty. Choose the workbook again."))
    raise refused(_("This is no workbook, or a damaged one. Save it again as one of these: %(kinds)s."), kinds=KINDS)


KINDS = ", ".join(ENDINGS)


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError) as error:
        raise refused(_("The workbook is damaged. Open it in a spreadsheet program and save it again.")) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNZIPPED:
        raise refused(
            _("The workbook is larger than %(most)s MB when unpacked. Take away what is not the questionnaire."),
            most=LARGEST_UNZIPPED // MEGABYTE,
        )


def _asked(data: bytes, kind: str) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(SCRIPT), kind], input=data, capture_output=True, timeout=MOST_SECONDS
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        # Stopped by one of its limits.
        return {"failed": "limit", "detail": ""}
    return answer if isinstance(answer, dict) else {"failed": "limit", "detail": ""}


def _failure(failed: str, detail: str) -> Exception:
    if failed in ("memory", "limit"):
        return refused(_("The workbook is too large to be read. Take away blank rows, colours and other sheets."))
    if "Duplicate column header" in detail:
        heading = detail.rpartition(":")[2].strip()
        return refused(
            _("The heading “%(heading)s” stands in two columns. Take one of them away."), row=1, heading=shown(heading)
        )
    if "is not a valid" in detail or failed == "UnicodeDecodeError":
        return refused(_("The file is not written in UTF-8. Save it anew with that encoding."))
    if failed == "AttributeError" and "'strip'" in detail:
        return refused(_("A heading in the first row is a number or a date. Write it as a text."), row=1)
    return refused(_("The workbook cannot be read: it is damaged, protected by a password or no workbook."))


def _sheets(book: dict[str, Any]) -> dict[str, RawSheet]:
    found = {}
    for name, rows in book.items():
        if name == "sheet_names" or name.endswith("_header") or not isinstance(rows, list):
            continue
        headings = [heading for row in book.get(f"{name}_header") or [{}] for heading in row]
        found[name] = RawSheet(headings or list(dict.fromkeys(key for row in rows for key in row)), rows)
    return found
