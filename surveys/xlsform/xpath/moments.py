"""XPath's functions of dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surveys.conditions.operators.operator import DAY
from surveys.messages import _
from surveys.xlsform.xpath.functions import DATE_PARTS, PADDED
from surveys.xlsform.xpath.nodes import Call, Node, Text
from surveys.xlsform.xpath.tokens import XPathError
from surveys.xlsform.xpath.typed import Typed, fitted, number, operation

IN_A_NUMBER = DATE_PARTS | PADDED


def day(of: Typed, name: str) -> Typed:
    """What `name`, the function, makes of it: the day alone."""
    found = fitted(of, DAY)
    if found.expression == {"now": True}:
        return Typed({"today": True}, "date")
    if found.kind == "date_time":
        return operation("add_days", found, number(0))
    return _must_be_a_day(found, name)


def moment(of: Typed, name: str) -> Typed:
    """A date as it is."""
    return _must_be_a_day(fitted(of, DAY), name)


def formatted(node: Call, of: Callable[[Node], Typed]) -> Typed:
    """A part of a date as a text."""
    found = part(node, DATE_PARTS, of)
    if found is None:
        raise XPathError(_("Only %(known)s can be written of a date."), known=", ".join(DATE_PARTS))
    return operation("text", found)


def part(node: Node, parts: Mapping[str, str], of: Callable[[Node], Typed]) -> Typed | None:
    """The part of a date that `format-date` writes; None for anything else."""
    if not isinstance(node, Call) or node.name not in ("format-date", "format-date-time"):
        return None
    if len(node.arguments) != 2 or not isinstance(node.arguments[1], Text):
        return None
    wanted = parts.get(node.arguments[1].value)
    return operation(wanted, of(node.arguments[0])) if wanted else None


def _must_be_a_day(found: Typed, name: str) -> Typed:
    if found.kind not in DAY:
        raise XPathError(_("“%(name)s” needs a date."), name=name)
    return found
