"""The parts of an XPath expression as operators and references of docs/conditions.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from surveys.choice_columns import CODE_COLUMN
from surveys.conditions.operators.operator import BOOLEAN
from surveys.messages import _, shown
from surveys.xlsform.xpath import moments
from surveys.xlsform.xpath.comparing import compared, with_codes
from surveys.xlsform.xpath.days import with_days
from surveys.xlsform.xpath.functions import COMPARISONS, SAME
from surveys.xlsform.xpath.nodes import Call, Column, Negative, Node, Number, Own, Reference, Text
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.syntax import PATH
from surveys.xlsform.xpath.tokens import XPathError
from surveys.xlsform.xpath.typed import MISSING, Typed, fitted, number, operation


class Translation:
    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def of(self, node: Node) -> Typed:
        if isinstance(node, Number):
            return number(node.value)
        if isinstance(node, Text):
            return Typed(node.value, "text") if node.value else MISSING
        if isinstance(node, Reference):
            return self.reference(node.name)
        if isinstance(node, Column):
            return self.column(node.name)
        if isinstance(node, Own):
            return self.own()
        if isinstance(node, Negative):
            return operation("-", self.of(node.of))
        return self.call(node)

    def column(self, name: str) -> Typed:
        if self.around.names.columns is None:
            raise XPathError(PATH, text=shown(name))
        if name not in self.around.names.columns:
            raise XPathError(_("No choice of the list has the column “%(name)s”."), name=shown(name))
        return Typed({"column": name}, "code" if name == CODE_COLUMN else "text")

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
        special = SPECIAL.get(node.name)
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

    def number(self, node: Call) -> Typed:
        of = self.only(node)
        part = moments.part(of, moments.IN_A_NUMBER, self.of)
        return operation("number", self.of(of)) if part is None else part

    def formatted(self, node: Call) -> Typed:
        return moments.formatted(node, self.of)


def _day(translation: Translation, node: Call) -> Typed:
    return moments.day(translation.of(translation.only(node)), node.name)


def _moment(translation: Translation, node: Call) -> Typed:
    return moments.moment(translation.of(translation.only(node)), node.name)


SPECIAL: dict[str, Callable[[Translation, Call], Typed]] = {
    "true": lambda _self, _node: Typed(True, "boolean"),
    "false": lambda _self, _node: Typed(False, "boolean"),
    "today": lambda _self, _node: Typed({"today": True}, "date"),
    "now": lambda _self, _node: Typed({"now": True}, "date_time"),
    "once": Translation.once,
    "boolean": Translation.truth,
    "count": Translation.count,
    "date": _day,
    "date-time": _moment,
    "decimal-date-time": _moment,
    "number": Translation.number,
    "format-date": Translation.formatted,
    "format-date-time": Translation.formatted,
}
