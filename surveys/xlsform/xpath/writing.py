"""From the conditions of docs/conditions.md to XPath, as near as it comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from surveys.conditions.names import Names
from surveys.conditions.values import WRITTEN
from surveys.xlsform.xpath.functions import DATE_PARTS, NAMED, TICKED
from surveys.xlsform.xpath.syntax import CHAINED, LEVELS

TIGHTEST = len(LEVELS) + 1
LEVEL = {operator: level for level, operators in enumerate(LEVELS) for operator in operators}
PART_FORMATS = {part: form for form, part in DATE_PARTS.items()}


class XPathWriter:
    """`workbook_names`: our variable → its name in the workbook."""

    def __init__(self, names: Names, workbook_names: Mapping[str, str]) -> None:
        self.names = names
        self.workbook_names = workbook_names

    def written(self, expression: Any, level: int = 0) -> str:
        """In brackets where what is around it binds tighter."""
        text, own = self._written(expression)
        return text if own >= level else f"({text})"

    def _written(self, expression: Any) -> tuple[str, int]:
        if not isinstance(expression, dict):
            return _literal(expression), TIGHTEST
        ((name, given),) = expression.items()
        if name in WRITTEN:
            return _moment(name, given), TIGHTEST
        if name in _REFERENCES:
            return self._reference(name, given)
        if name in LEVEL and len(given) > 1:
            return self._operator(name, given), LEVEL[name]
        if name in ("and", "or", "+", "*") and len(given) == 1:
            return self._written(given[0])
        return self._function(name, given)

    def _reference(self, name: str, given: Any) -> tuple[str, int]:
        if name == "column":
            return str(given), TIGHTEST
        if name in ("today", "now"):
            return f"{name}()", TIGHTEST
        known = self.names.own if name == "self" else self.names.known.get(given)
        text = "." if name == "self" else f"${{{self.workbook_names.get(given, given)}}}"
        if known is not None and known.on_map:
            return f"count({text})", TIGHTEST
        if known is not None and known.kind == "boolean":
            return f"{text} = '{TICKED}'", LEVEL["="]
        return text, TIGHTEST

    def _operator(self, name: str, given: list[Any]) -> str:
        level = LEVEL[name]
        first = level + 1 if name in CHAINED or level in (LEVEL["="], LEVEL["<"]) else level
        written = [self.written(given[0], first), *(self.written(part, level + 1) for part in given[1:])]
        return f" {name} ".join(written)

    def _function(self, name: str, given: list[Any]) -> tuple[str, int]:
        if name == "-":
            return f"-{self._bracketed(given[0])}", len(LEVELS)
        special = _SPECIAL.get(name)
        if special is not None:
            return special(*[self.written(part, LEVEL["+"] + 1) for part in given])
        return f"{NAMED.get(name, name)}({', '.join(map(self.written, given))})", TIGHTEST

    def _bracketed(self, expression: Any) -> str:
        # A number would become a negative one.
        return (
            f"({self.written(expression)})" if not isinstance(expression, dict) else self.written(expression, TIGHTEST)
        )


_REFERENCES = ("column", "answer", "marks", "self", "today", "now")


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return f"{str(value).lower()}()"
    if isinstance(value, int | float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, list):
        return _text(" ".join(value))
    return _text(value or "")


def _text(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    parts = ', "\'", '.join(f"'{part}'" for part in text.split("'"))
    return f"concat({parts})"


def _moment(kind: str, text: str) -> str:
    return {"date": f"date('{text}')", "time": f"'{text}'", "date_time": f"date-time('{text}')"}[kind]


def _part(form: str) -> Callable[..., tuple[str, int]]:
    return lambda day: (f"number(format-date({day}, '{form}'))", TIGHTEST)


_SPECIAL: dict[str, Callable[..., tuple[str, int]]] = {
    "answered": lambda value: (f"{value} != ''", LEVEL["="]),
    "days_between": lambda start, end: (f"decimal-date-time({end}) - decimal-date-time({start})", LEVEL["+"]),
    "add_days": lambda start, days: (f"date(decimal-date-time({start}) + {days})", TIGHTEST),
    **{part: _part(form) for part, form in PART_FORMATS.items()},
}
