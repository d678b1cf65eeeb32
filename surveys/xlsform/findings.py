"""What was found in a workbook: what refuses it, and what is only to be known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from surveys.messages import Message, Translate, _, untranslated

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
MOST_FINDINGS = 1000


@dataclass(frozen=True, slots=True)
class Finding:
    """`row` as the spreadsheet counts it; 0 for the whole sheet. `sheet`: blank for the whole workbook."""

    sheet: str
    row: int
    message: Message

    def render(self, translate: Translate = untranslated) -> str:
        return self.message.render(translate)


class XLSFormError(Exception):
    """Every reason why a workbook gives no questionnaire, in `problems`; what else was found by then in `notices`."""

    def __init__(self, problems: Sequence[Finding], notices: Sequence[Finding] = ()) -> None:
        self.problems, self.notices = list(problems), list(notices)
        super().__init__("\n".join(f"{each.sheet}:{each.row}: {each.render()}" for each in self.problems))


@dataclass
class Findings:
    problems: list[Finding] = field(default_factory=list)
    notices: list[Finding] = field(default_factory=list)

    def refuse(self, sheet: str, row: int, template: str, /, **params: Any) -> None:
        _add(self.problems, Finding(sheet, row, Message(template, params)))

    def note(self, sheet: str, row: int, template: str, /, **params: Any) -> None:
        _add(self.notices, Finding(sheet, row, Message(template, params)))

    def raise_problems(self) -> None:
        if self.problems:
            raise XLSFormError(self.problems, self.notices)


def refused(template: str, sheet: str = "", row: int = 0, **params: Any) -> XLSFormError:
    return XLSFormError([Finding(sheet, row, Message(template, params))])


def _add(found: list[Finding], finding: Finding) -> None:
    if finding in found[-3:]:
        return
    if len(found) < MOST_FINDINGS:
        found.append(finding)
    elif len(found) == MOST_FINDINGS:
        found.append(Finding("", 0, Message(_("There is more of this kind, which is not listed."))))
