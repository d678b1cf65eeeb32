"""Finds every problem of an expression, with its place, before it is used."""

from __future__ import annotations

import math
from difflib import get_close_matches
from typing import Any

from surveys.conditions.evaluation import MAX_DEPTH, NAMED, REFERENCES
from surveys.conditions.names import KIND_NAMES, Known, Names, kinds_named
from surveys.conditions.operation_checks import (
    check_arguments,
    check_compared,
    check_pattern,
    known_operator,
    result_kind,
)
from surveys.conditions.operators.operator import Kinds
from surveys.conditions.values import WRITTEN, Kind
from surveys.document_check import DocumentCheck
from surveys.messages import _, shown

MAX_PARTS, MOST_HINTS = 500, 20
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=", "selected")
EXAMPLES = {"date": "2026-11-22", "time": "14:30", "date_time": "2026-11-22T14:30"}
MOMENTS: dict[str, Kind] = {"today": "date", "now": "date_time"}


def check_expression(expression: object, place: str, wanted: Kinds, names: Names, check: DocumentCheck) -> Kind | None:
    """The kind of what it gives, None where that cannot be told."""
    checker = ExpressionCheck(names, check)
    kind = checker.kind_of(expression, place)
    if kind is not None and kind not in wanted:
        check.report(
            place,
            _("This gives %(found)s. What stands here must give %(wanted)s."),
            found=KIND_NAMES[kind],
            wanted=kinds_named(wanted),
        )
    return kind


class ExpressionCheck:
    def __init__(self, names: Names, check: DocumentCheck) -> None:
        self.names = names
        self.check = check
        self.parts = 0

    def kind_of(self, expression: object, place: str, depth: int = 0) -> Kind | None:
        self.parts += 1
        if self.parts > MAX_PARTS or depth > MAX_DEPTH - 1:
            # Told once: what lies beyond is not looked at.
            if self.parts <= MAX_PARTS + 1:
                self._report_size(place)
            self.parts = MAX_PARTS + 1
            return None
        if not isinstance(expression, dict):
            return self._literal(expression, place)
        if len(expression) != 1:
            self.check.report(place, _('Write one operator here, such as {"and": […]}.'))
            return None
        ((name, given),) = expression.items()
        if name in REFERENCES:
            return self._reference(name, given, f"{place}.{name}")
        if name in WRITTEN:
            return self._written(name, given, f"{place}.{name}")
        return self._operation(name, given, place, depth)

    def _report_size(self, place: str) -> None:
        self.check.report(
            place,
            _("This is too large: at most %(most)s parts, %(deep)s within each other. Take some of it away."),
            most=MAX_PARTS,
            deep=MAX_DEPTH,
        )

    def _literal(self, value: object, place: str) -> Kind | None:
        if isinstance(value, bool):
            return "boolean"
        if isinstance(value, int | float) and _is_finite(value):
            return "number"
        if isinstance(value, str) and value:
            return "text"
        if isinstance(value, list) and value and all(isinstance(code, str) and code for code in value):
            return "codes"
        if value is not None:
            self.check.report(
                place,
                _("“%(value)s” is no value. Write a text, a number, true, false, codes, or null for nothing."),
                value=shown(value),
            )
        return None

    def _written(self, name: Any, text: object, place: str) -> Kind | None:
        if WRITTEN[name](text):
            kind: Kind = name
            return kind
        self.check.report(
            place,
            _("“%(value)s” cannot stand here. Write it as %(example)s."),
            value=shown(text),
            example=EXAMPLES[name],
        )
        return None

    def _reference(self, name: str, given: object, place: str) -> Kind | None:
        if name in NAMED:
            known = self._known(given, place)
            return None if known is None else self._referred(known, name, given, place)
        if name == "column":
            return self._column(given, place)
        if given is not True:
            self.check.report(place, _("Write true here."))
            return None
        if name in MOMENTS:
            return MOMENTS[name]
        if self.names.own is None:
            self.check.report(place, _("Only a constraint can ask for the question's own value."))
            return None
        return self.names.own.kind

    def _column(self, name: object, place: str) -> Kind | None:
        columns = self.names.columns
        if columns is None:
            self.check.report(place, _("Only a choice_filter can ask for a column of the choices."))
        elif not isinstance(name, str) or name not in columns:
            template = _("No choice has the column “%(name)s”. Choose among: %(columns)s.")
            self.check.report(place, template, name=shown(name), columns=", ".join(sorted(columns)[:MOST_HINTS]))
        else:
            return "text"
        return None

    def _known(self, variable: object, place: str) -> Known | None:
        known = self.names.known.get(variable) if isinstance(variable, str) else None
        if known is None:
            report_unknown(variable, place, self.names, self.check)
        return known

    def _referred(self, known: Known, name: str, variable: object, place: str) -> Kind | None:
        if known.on_map == (name == "marks"):
            return known.kind
        template = (
            _("“%(variable)s” is answered on the map. Write “marks” to ask how many marks it has.")
            if known.on_map
            else _("“%(variable)s” is not answered on the map. Write “answer” to ask for its answer.")
        )
        self.check.report(place, template, variable=shown(variable))
        return None

    def _operation(self, name: object, given: object, place: str, depth: int) -> Kind | None:
        operator = known_operator(name, given, place, self.check)
        if operator is None or not isinstance(given, list):
            return operator.gives if operator else None
        place = f"{place}.{name}"
        kinds = [self.kind_of(argument, f"{place}[{at}]", depth + 1) for at, argument in enumerate(given)]
        check_arguments(str(name), operator, kinds, place, self.check)
        if name in COMPARISONS:
            check_compared(given, place, self.names, self.check)
        if name == "matches":
            check_pattern(given[1], f"{place}[1]", self.check)
        return result_kind(str(name), operator, kinds, place, self.check)


def report_unknown(variable: object, place: str, names: Names, check: DocumentCheck) -> None:
    """Why this variable cannot be referred to here."""
    reason = names.why_not(variable) if isinstance(variable, str) else None
    if reason is not None:
        check.report(place, reason.template, **reason.params)
        return
    # Looking for what was meant takes long among many names.
    near = get_close_matches(shown(variable), list(names.known), n=1) if len(check.problems) < MOST_HINTS else []
    if near:
        template = _("No question before this has the variable “%(variable)s”. Did you mean %(near)s?")
        check.report(place, template, variable=shown(variable), near=near[0])
    else:
        check.report(
            place,
            _("No question has the variable “%(variable)s”. Write that of an earlier question."),
            variable=shown(variable),
        )


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:
        return False
