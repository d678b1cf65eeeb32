"""From XPath to the conditions of docs/conditions.md."""

from __future__ import annotations

from typing import Any

from surveys.conditions.checking import check_expression
from surveys.conditions.operators.operator import BOOLEAN, Kinds
from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.syntax import read_xpath
from surveys.xlsform.xpath.tokens import XPathError
from surveys.xlsform.xpath.translation import Translation
from surveys.xlsform.xpath.typed import Typed, fitted, operation


def read_condition(text: str, around: Surroundings) -> Any:
    """A condition: true or false. XPathError where it cannot be read."""
    return _checked(fitted(Translation(around).of(read_xpath(text)), BOOLEAN), around, BOOLEAN)[0]


def read_value(text: str, around: Surroundings, wanted: Kinds) -> tuple[Any, Kind | None]:
    """A calculation, and the kind of what it gives."""
    found = Translation(around).of(read_xpath(text))
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
