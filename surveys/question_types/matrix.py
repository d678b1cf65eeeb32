"""Several rows answered on one scale or with one set of choices: stored as row code → answer.

Each row is a question of its own, of the type `scale` or `single_choice`, with the variable `<variable>_<row>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from surveys.answer_fields.rows import AnswerRowsField
from surveys.choice_check import check_choices
from surveys.columns import Cell, Column
from surveys.document_check import VARIABLE, DocumentCheck
from surveys.editing.settings import ROWS, choices
from surveys.errors import AnswerError
from surveys.messages import Message, _, shown
from surveys.question_types.base import QuestionType
from surveys.question_types.coded import BLANK, choices_of
from surveys.question_types.scale import Scale, check_scale
from surveys.question_types.single_choice import SingleChoice
from surveys.statistics.summary import Summary

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

MAX_ROWS = 50


class Matrix(QuestionType):
    name = "matrix"
    value_kind = "unknown"
    begins = False
    settings = Scale.settings | {"rows", "choices"}
    coded = True
    configured_by = (ROWS, choices("exclusive", "retired", least=0), *Scale.configured_by)
    begins_as = {"rows": [*BLANK], "min": 1, "max": 5}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        if "choices" in document:
            check_choices(document, f"{place}.choices", check, SingleChoice.choice_flags - {"specify"})
            check.texts(document.get("dont_know"), f"{place}.dont_know", required=False)
            for name in sorted((Scale.settings - {"dont_know"}) & document.keys()):
                check.report(f"{place}.{name}", _("Give the rows either choices or a scale, not both."))
        else:
            check_scale(document, place, check)
        _check_rows(document, f"{place}.rows", check)

    def variables(self, document: Mapping[str, Any]) -> list[str]:
        rows = document.get("rows")
        codes = [row.get("code") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        return [each for name in super().variables(document) for each in (name, *(f"{name}_{code}" for code in codes))]

    def choices(self, document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        return choices_of(document) if "choices" in document else Scale().choices(document)

    def parts(self, question: Question) -> tuple[Question, ...]:
        kind = SingleChoice.name if "choices" in question.settings else Scale.name
        return tuple(
            replace(
                question,
                uid=f"{question.uid}-{row.code}",
                variable=f"{question.variable}_{row.code}",
                type=kind,
                label=row.label,
                hint=None,
                rows=(),
            )
            for row in question.rows
        )

    def clean(self, question: Question, value: object) -> dict[str, Any] | None:
        if value is None or value == "":
            return None
        if not isinstance(value, dict):
            raise AnswerError(_('Send the answers of the rows as an object: {"row": answer}.'))
        rows = _rows(question)
        unknown = next((code for code in value if code not in rows), None)
        if unknown is not None:
            raise AnswerError(_("“%(row)s” is not one of the rows. Remove it."), row=shown(unknown))
        cleaned = {code: row.clean(value.get(code)) for code, row in rows.items()}
        return {code: answer for code, answer in cleaned.items() if answer is not None} or None

    def lacking(self, question: Question, answer: Any, *, required: bool) -> Message | None:
        left = sum(row.code not in (answer or {}) for row in question.rows if not row.retired)
        if not required or not left:
            return None
        return Message(_("Answer the rows that are left: %(count)s."), {"count": left})

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerRowsField(question, language, translate)

    def columns(self, question: Question, language: str) -> list[Column]:
        label = question.label_in(language)
        return [
            replace(column, label=f"{label}: {column.label}")
            for row in question.parts
            for column in row.behaviour.columns(row, language)
        ]

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        return [
            cell
            for code, row in _rows(question).items()
            for cell in row.behaviour.cells(row, (value or {}).get(code), language)
        ]

    def from_cells(self, question: Question, cells: Sequence[object]) -> object:
        """Of each row a code and its label."""
        rows = zip(_rows(question).items(), cells[::2], cells[1::2], strict=True)
        return {code: row.behaviour.from_cells(row, pair) for (code, row), *pair in rows}

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        """One summary a row, in `parts`."""
        parts = {
            code: row.behaviour.summarise(row, [(value or {}).get(code) for value in values])
            for code, row in _rows(question).items()
        }
        return Summary(len(values), sum(bool(value) for value in values), parts=parts)


def _rows(question: Question) -> dict[str, Question]:
    return {row.code: part for row, part in zip(question.rows, question.parts, strict=True)}


def _check_rows(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    rows = check.items(document.get("rows"), place, MAX_ROWS, 1)
    for index, row in enumerate(rows):
        if check.mapping(row, f"{place}[{index}]") is None:
            continue
        check.known_members(row, ("code", "label", "retired"), f"{place}[{index}]")
        check.texts(row.get("label"), f"{place}[{index}].label")
        check.flag(row, "retired", f"{place}[{index}]")
        _check_row_code(row.get("code"), f"{place}[{index}].code", check)
    check.unlike((row.get("code") for row in rows if isinstance(row, dict)), place)


def _check_row_code(code: object, place: str, check: DocumentCheck) -> None:
    # It ends the name of a column.
    if not isinstance(code, str) or not VARIABLE.fullmatch(f"a{code}") or code.endswith("label"):
        check.report(
            place,
            _("“%(value)s” cannot be the code of a row. Use a–z, 0–9 and _, and do not end with label."),
            value=shown(code),
        )
