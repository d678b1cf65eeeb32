"""A workbook as a questionnaire document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from surveys.messages import _
from surveys.questionnaire import Questionnaire
from surveys.xlsform.checked import refuse_what_is_wrong, rows_by_name
from surveys.xlsform.findings import Finding, Findings
from surveys.xlsform.form import UNTITLED, read_document
from surveys.xlsform.workbook import RawSheet, read_sheets

OWN_LANGUAGE, LONGEST_TITLE = "nb", 200


@dataclass(frozen=True)
class Imported:
    """`pictures`: name of a file that the workbook shows → sheet and row of the first that does; `rows`: uid of a question,
    or name of a page → its sheet and row."""

    document: dict[str, Any]
    notices: Sequence[Finding] = field(default_factory=tuple)
    pictures: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def questionnaire(self) -> Questionnaire:
        return Questionnaire.checked_before(self.document)


def import_workbook(data: bytes, name: str, language: str = OWN_LANGUAGE) -> Imported:
    """`name`: the file's. `language`: of a workbook that does not say which it is in.

    XLSFormError, with every reason and its row, where the workbook gives no questionnaire.
    """
    findings = Findings()
    sheets, stopped = read_sheets(data, name)
    for row in stopped:
        findings.note(
            "", row, _("60 blank rows follow this one. Rows after them are not read: take the blank ones away.")
        )
    return import_sheets(sheets, language, findings, PurePath(name).stem[:LONGEST_TITLE].strip() or UNTITLED)


def import_sheets(
    sheets: Mapping[str, RawSheet],
    language: str = OWN_LANGUAGE,
    findings: Findings | None = None,
    title: str = UNTITLED,
) -> Imported:
    """Sheets that have been read already; what else is to be known of them may stand in `findings`."""
    findings = findings or Findings()
    document, reading = read_document(sheets, language, findings, title)
    refuse_what_is_wrong(document, reading)
    pictures = {name: (row.sheet, row.number) for name, row in reading.pictures.items()}
    return Imported(document, findings.notices, pictures, dict(rows_by_name(document, reading)))
