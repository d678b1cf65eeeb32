"""Checks of an operator and what it is given: how many, of which kinds, alike where they must be."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from surveys.conditions.evaluation import REFERENCES
from surveys.conditions.names import KIND_NAMES, Known, Names, family, kinds_named
from surveys.conditions.operators import OPERATORS, Operator
from surveys.conditions.pattern_syntax import PatternError
from surveys.conditions.patterns import pattern_of
from surveys.conditions.values import WRITTEN, Kind
from surveys.document_check import DocumentCheck
from surveys.messages import _, shown

CODES_IN_A_MESSAGE = 20


def known_operator(name: object, given: object, place: str, check: DocumentCheck) -> Operator | None:
    """The operator, where it has as many values as it needs."""
    operator = OPERATORS.get(name) if isinstance(name, str) else None
    if operator is None:
        known = [*OPERATORS, *REFERENCES, *WRITTEN]
        near = get_close_matches(shown(name), known, n=1) or known
        template = _("“%(name)s” is no operator. Use one of these: %(known)s.")
        check.report(place, template, name=shown(name), known=", ".join(near))
        return None
    if isinstance(given, list) and operator.least <= len(given) <= operator.most:
        return operator
    number = str(operator.least) if operator.least == operator.most else f"{operator.least}–{operator.most}"
    template = _("“%(operator)s” needs a list with this many values: %(number)s.")
    check.report(place, template, operator=name, number=number)
    return None


def check_arguments(
    name: str, operator: Operator, kinds: Sequence[Kind | None], place: str, check: DocumentCheck
) -> None:
    last = len(operator.takes) - 1
    for at, kind in enumerate(kinds):
        wanted = operator.takes[min(at, last)]
        if kind is not None and kind not in wanted:
            check.report(
                f"{place}[{at}]",
                _("This gives %(found)s. “%(operator)s” works on: %(wanted)s."),
                found=KIND_NAMES[kind],
                operator=name,
                wanted=kinds_named(wanted),
            )


def result_kind(
    name: str, operator: Operator, kinds: Sequence[Kind | None], place: str, check: DocumentCheck
) -> Kind | None:
    if operator.alike_from is None:
        return operator.gives
    alike = list(dict.fromkeys(kind for kind in kinds[operator.alike_from :] if kind is not None))
    families = {family(kind) for kind in alike}
    if len(families) > 1:
        found = tuple(KIND_NAMES[kind] for kind in alike)
        check.report(
            place, _("“%(operator)s” needs values of one kind. These are: %(found)s."), operator=name, found=found
        )
    if operator.gives is not None or len(families) != 1:
        return operator.gives
    return alike[0] if len(alike) == 1 else families.pop()


def check_pattern(pattern: object, place: str, check: DocumentCheck) -> None:
    if not isinstance(pattern, str):
        check.report(place, _("Write the pattern itself here, in quotation marks."))
        return
    read = pattern_of(pattern)
    if isinstance(read, PatternError):
        check.report(place, read.message.template, **read.message.params)


def check_compared(compared: list[Any], place: str, names: Names, check: DocumentCheck) -> None:
    """No side may be nothing, and each code must be one that the question it is compared with can be answered with."""
    asked = next((known for side in compared if (known := _asked(side, names)) and known.codes), None)
    for at, side in enumerate(compared):
        if side is None:
            check.report(f"{place}[{at}]", _("Nothing equals what is missing. Ask “answered” whether it is there."))
        for code in side if isinstance(side, list) else [side]:
            if asked and isinstance(code, str) and code and code not in asked.codes:
                _report_code(code, asked, f"{place}[{at}]", check)


def _asked(side: Any, names: Names) -> Known | None:
    if not isinstance(side, dict):
        return None
    if "self" in side:
        return names.own
    variable = side.get("answer")
    return names.known.get(variable) if isinstance(variable, str) else None


def _report_code(code: str, asked: Known, place: str, check: DocumentCheck) -> None:
    listed = ", ".join(asked.codes[:CODES_IN_A_MESSAGE]) + (", …" if len(asked.codes) > CODES_IN_A_MESSAGE else "")
    template = _("“%(value)s” is not one of the choices. Choose among: %(choices)s.")
    check.report(place, template, value=shown(code), choices=listed)
