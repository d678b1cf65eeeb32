"""XLSForm workbooks that people bring: the questionnaire, the pictures it shows, and what is to be known of both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from surveys.errors import AnswerError
from surveys.picture import safe_picture
from surveys.xlsform.findings import Finding
from surveys.xlsform.importing import Imported, import_workbook


@dataclass(frozen=True)
class Brought:
    """`shown`: pictures by name, encoded anew; `notices`: in words."""

    document: dict[str, Any]
    shown: dict[str, bytes]
    notices: list[str]


def told(finding: Finding) -> str:
    """A finding with its sheet and row."""
    message = finding.render(_)
    if not finding.row:
        return f"{finding.sheet}: {message}" if finding.sheet else message
    row = _("Row %(row)s: %(message)s", row=finding.row, message=message)
    return f"{finding.sheet}: {row}" if finding.sheet else row


def brought(data: bytes, name: str, pictures: Mapping[str, bytes], held: Collection[str]) -> Brought:
    """A workbook sent with files of `pictures`; `held`: names of those that are there from before.

    XLSFormError with every problem.
    """
    imported = import_workbook(data, name)
    shown: dict[str, bytes] = {}
    notices = [told(finding) for finding in imported.notices]
    notices += _pictures(imported, pictures, held, shown)
    return Brought(imported.document, shown, notices)


def _pictures(
    imported: Imported, pictures: Mapping[str, bytes], held: Collection[str], shown: dict[str, bytes]
) -> Iterator[str]:
    """Fill `shown`, and tell what is wrong."""
    for name in imported.pictures:
        if name in pictures:
            try:
                shown[name] = safe_picture(pictures[name], name)
            except AnswerError as error:
                yield _("The picture “%(name)s” cannot be shown. %(why)s", name=name, why=error.render(_))
        elif name not in held:
            yield _("The picture “%(name)s” is not among the files, and is not shown. Choose it too.", name=name)
    for name in pictures:
        if name not in imported.pictures:
            yield _("The workbook does not name the picture “%(name)s”, so it is left out.", name=name[:100])
