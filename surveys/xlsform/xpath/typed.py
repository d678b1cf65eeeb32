"""An expression of docs/conditions.md with the kind of what it gives, made to fit where it stands.

XPath turns texts, numbers and truths into one another as it pleases; our conditions say so where it happens.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from surveys.conditions.dates import is_date, is_date_time, is_time
from surveys.conditions.names import family
from surveys.conditions.numbers import number_in, number_text
from surveys.conditions.operation_checks import result_kind
from surveys.conditions.operators import OPERATORS
from surveys.conditions.operators.operator import BOOLEAN, COMPARED, DAY, NUMBER, TEXT, Kinds
from surveys.conditions.values import Kind, stored
from surveys.document_check import DocumentCheck
from surveys.messages import _
from surveys.xlsform.xpath.tokens import XPathError


class Typed(NamedTuple):
    """`kind`: None where it cannot be told, as of what is missing."""

    expression: Any
    kind: Kind | None

    @property
    def is_literal(self) -> bool:
        return not isinstance(self.expression, dict) and self.expression is not None


MISSING = Typed(None, None)


def number(value: float) -> Typed:
    return Typed(stored(value), "number")


def operation(name: str, *given: Typed) -> Typed:
    """The operator on these, each made to fit it. XPathError where it takes another number of them."""
    operator = OPERATORS[name]
    if not operator.least <= len(given) <= operator.most:
        raise XPathError(_("“%(name)s” has %(count)s values, which does not fit it."), name=name, count=len(given))
    last = len(operator.takes) - 1
    fitting = [fitted(value, operator.takes[min(at, last)]) for at, value in enumerate(given)]
    kinds = [value.kind for value in fitting]
    kind = result_kind(name, operator, kinds, "", DocumentCheck())
    return Typed({name: [value.expression for value in fitting]}, kind)


def fitted(value: Typed, wanted: Kinds) -> Typed:
    """The value as one of the kinds wanted, where there is a way; as it is otherwise."""
    if value.kind is None or value.kind in wanted:
        return value
    if wanted == BOOLEAN:
        return operation("!=", value, number(0)) if value.kind in NUMBER else operation("answered", value)
    if wanted <= DAY:
        return _as_day(value)
    if "number" in wanted and value.kind in TEXT | BOOLEAN:
        return as_number(value)
    if wanted == TEXT and value.kind in COMPARED:
        return as_text(value)
    return value


def as_number(value: Typed) -> Typed:
    if isinstance(value.expression, str):
        read = number_in(value.expression)
        return value if read is None else number(read)
    return value if value.kind in NUMBER else Typed({"number": [value.expression]}, "number")


def as_text(value: Typed) -> Typed:
    if value.is_literal and value.kind == "number":
        return Typed(number_text(float(value.expression)), "text")
    return value if value.kind in TEXT else Typed({"text": [value.expression]}, "text")


def _as_day(value: Typed) -> Typed:
    if is_date(value.expression):
        return Typed({"date": value.expression}, "date")
    return Typed({"date_time": value.expression}, "date_time") if is_date_time(value.expression) else value


def alike(one: Typed, other: Typed) -> tuple[Typed, Typed]:
    """Both as values of one kind, where there is a way."""
    return _like(one, other), _like(other, one)


def _like(value: Typed, other: Typed) -> Typed:
    if value.kind is None or other.kind is None or family(value.kind) == family(other.kind):
        return value
    if isinstance(value.expression, str):
        return _text_like(value, other.kind)
    if value.kind in NUMBER and other.kind == "code" and value.is_literal:
        return as_text(value)
    return as_number(value) if value.kind in TEXT and other.kind in NUMBER and not _is_code(value, other) else value


def _is_code(value: Typed, other: Typed) -> bool:
    return value.kind == "code" and other.is_literal


def _text_like(value: Typed, kind: Kind) -> Typed:
    text = value.expression
    if kind == "codes":
        return Typed(text.split(), "codes") if text.split() else value
    if kind == "time" and is_time(text[:5]):
        return Typed({"time": text[:5]}, "time")
    return fitted(value, NUMBER if kind in NUMBER else DAY if kind in DAY else frozenset({"text"}))
