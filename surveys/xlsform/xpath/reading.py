"""From XPath to the conditions of docs/conditions.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from surveys.conditions.checking import check_expression
from surveys.conditions.operators.operator import BOOLEAN, DAY, Kinds
from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from surveys.messages import _, shown
from surveys.xlsform.xpath.comparing import compared, with_codes
from surveys.xlsform.xpath.days import with_days
from surveys.xlsform.xpath.functions import COMPARISONS, DATE_PARTS, PADDED, SAME
from surveys.xlsform.xpath.nodes import Call, Negative, Node, Number, Own, Reference, Text
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.syntax import read_xpath
from surveys.xlsform.xpath.tokens import XPathError
from surveys.xlsform.xpath.typed import MISSING, Typed, fitted, number, operation


def read_condition(text: str, around: Surroundings) -> Any:
    """A condition: true or false. XPathError where it cannot be read."""
    return _checked(fitted(_Translation(around).of(read_xpath(text)), BOOLEAN), around, BOOLEAN)[0]


def read_value(text: str, around: Surroundings, wanted: Kinds) -> tuple[Any, Kind | None]:
    """A calculation, and the kind of what it gives."""
    found = _Translation(around).of(read_xpath(text))
    if found.kind in BOOLEAN | frozenset({"codes"}):
        found = operation("text", found)
    return _checked(found, around, wanted)


def _checked(found: Typed, around: Surroundings, wanted: Kinds) -> tuple[Any, Kind | None]:
    check = DocumentCheck()
    kind = check_expression(found.expression, "", wanted, around.names, check)
    if check.problems:
        message = check.problems[0].message
        raise XPathError(message.template, **message.params)
    return found.expression, kind


class _Translation:
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def of(self, node: Node) -> Typed:
        if isinstance(node, Number):
            return number(node.value)
        if isinstance(node, Text):
            return Typed(node.value, "text") if node.value else MISSING
        if isinstance(node, Reference):
            return self.reference(node.name)
        if isinstance(node, Own):
            return self.own()
        if isinstance(node, Negative):
            return operation("-", self.of(node.of))
        return self.call(node)

    def reference(self, name: str) -> Typed:
        variable = self.around.variables.get(name)
        if variable is None:
            self.refuse_name(name)
        known = self.around.known(variable)
        if known is None:
            raise XPathError(_("“%(name)s” has no answer that could be asked for here."), name=shown(name))
        return Typed({"marks" if known.on_map else "answer": variable}, known.kind)

    def refuse_name(self, name: str) -> NoReturn:
        reason = self.around.reasons.get(name)
        if reason is not None:
            raise XPathError(reason.template, **reason.params)
        raise XPathError(_("No question before this has the name “%(name)s”."), name=shown(name))

    def own(self) -> Typed:
        known = self.around.names.own
        if known is None:
            raise XPathError(_("The dot, the question's own answer, can only stand in its constraint."))
        return Typed({"self": True}, known.kind)

    def call(self, node: Call) -> Typed:
        special = _SPECIAL.get(node.name)
        if special is not None:
            return special(self, node)
        given = [self.of(argument) for argument in node.arguments]
        if node.name in COMPARISONS:
            return compared(node.name, given[0], given[1], self.around)
        if node.name in ("+", "-") and (days := with_days(node.name, given)):
            return days
        if node.name not in SAME:
            raise XPathError(_("The function “%(name)s” is not known here."), name=shown(node.name))
        if node.name == "selected":
            given = with_codes(given, self.around)
        return operation(SAME[node.name], *given)

    def only(self, node: Call) -> Node:
        if len(node.arguments) != 1:
            template = _("“%(name)s” has %(count)s values, which does not fit it.")
            raise XPathError(template, name=node.name, count=len(node.arguments))
        return node.arguments[0]

    def once(self, node: Call) -> Typed:
        return self.of(self.only(node))

    def truth(self, node: Call) -> Typed:
        return fitted(self.of(self.only(node)), BOOLEAN)

    def count(self, node: Call) -> Typed:
        found = self.of(self.only(node))
        known = self.around.names.own if found.expression == {"self": True} else None
        if isinstance(found.expression, dict) and ("marks" in found.expression or (known and known.on_map)):
            return found
        raise XPathError(_("Only the marks of a question for the map can be counted."))

    def day(self, node: Call) -> Typed:
        found = fitted(self.of(self.only(node)), DAY)
        if found.expression == {"now": True}:
            return Typed({"today": True}, "date")
        if found.kind == "date_time":
            return operation("add_days", found, number(0))
        return self.must_be(found, DAY, node)

    def moment(self, node: Call) -> Typed:
        return self.must_be(fitted(self.of(self.only(node)), DAY), DAY, node)

    def must_be(self, found: Typed, wanted: Kinds, node: Call) -> Typed:
        if found.kind not in wanted:
            raise XPathError(_("“%(name)s” needs a date."), name=node.name)
        return found

    def number(self, node: Call) -> Typed:
        of = self.only(node)
        part = self.date_part(of, DATE_PARTS | PADDED)
        if part is not None:
            return part
        return operation("number", self.of(of))

    def formatted(self, node: Call) -> Typed:
        part = self.date_part(node, DATE_PARTS)
        if part is None:
            raise XPathError(_("Only %(known)s can be written of a date."), known=", ".join(DATE_PARTS))
        return operation("text", part)

    def date_part(self, node: Node, parts: dict[str, str]) -> Typed | None:
        if not isinstance(node, Call) or node.name not in ("format-date", "format-date-time"):
            return None
        if len(node.arguments) != 2 or not isinstance(node.arguments[1], Text):
            return None
        part = parts.get(node.arguments[1].value)
        return operation(part, self.of(node.arguments[0])) if part else None


_SPECIAL: dict[str, Callable[[_Translation, Call], Typed]] = {
    "true": lambda _self, _node: Typed(True, "boolean"),
    "false": lambda _self, _node: Typed(False, "boolean"),
    "today": lambda _self, _node: Typed({"today": True}, "date"),
    "now": lambda _self, _node: Typed({"now": True}, "date_time"),
    "once": _Translation.once,
    "boolean": _Translation.truth,
    "count": _Translation.count,
    "date": _Translation.day,
    "date-time": _Translation.moment,
    "decimal-date-time": _Translation.moment,
    "number": _Translation.number,
    "format-date": _Translation.formatted,
    "format-date-time": _Translation.formatted,
}
