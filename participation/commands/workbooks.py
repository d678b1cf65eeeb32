"""XLSForm workbooks as the commands read and write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from exports.whole_file import whole_file
from participation.activities.workbook import told
from participation.commands.output import say
from participation.commands.picture_files import pictures_beside
from participation.errors import Refused
from participation.reasons import reason
from surveys.checks import findings, missing_translations
from surveys.xlsform.findings import SURVEY, Finding, XLSFormError
from surveys.xlsform.importing import Imported, import_workbook


def imported_from(file: Path) -> Imported:
    """XLSFormError with every problem; refused where the file itself cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(_("%(file)s cannot be read: %(why)s.", file=file, why=reason(error))) from error
    return import_workbook(data, file.name)


def tell(findings: Sequence[Finding]) -> None:
    for finding in findings:
        say(told(finding))


def worth_a_look(imported: Imported) -> Iterator[Finding]:
    """What the checks before publishing find, but for the languages, of which the rows themselves tell."""
    for found in findings(imported.questionnaire):
        if found.check != missing_translations.NAME:
            named = found.where.question or found.where.page
            yield Finding(*imported.rows.get(named, (SURVEY, 0)), found.message)


def taken_in(file: Path, media: Path | None = None) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The workbook's questionnaire document and the pictures it shows; what is to be known of them is told.

    Refused with every problem. `media`: the folder of the pictures, if they are not beside the workbook.
    """
    try:
        imported = imported_from(file)
    except XLSFormError as error:
        raise Refused("\n".join(map(told, error.problems))) from error
    pictures, lacking = pictures_beside(imported, file, media)
    tell([*imported.notices, *lacking, *worth_a_look(imported)])
    return imported.document, pictures


def write(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        # Written whole, it would take the place of a device or a folder.
        why = _("it is a folder") if path.is_dir() else _("it is no file")
        raise Refused(_("The file %(path)s cannot be written: %(why)s.", path=path, why=why))
    try:
        with whole_file(path) as temporary:
            temporary.write_bytes(data)
    except OSError as error:
        raise Refused(_("The file %(path)s cannot be written: %(why)s.", path=path, why=reason(error))) from error
