"""Rules of QGIS: a tree by the columns that choose the symbol, so that the legend has it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.symbols import Symbol

ELSE = "ELSE"


@dataclass(frozen=True)
class Rule:
    """`wanted`: which rows, those that no rule beside it takes where that is ELSE; a `symbol`, or `rules` under it."""

    wanted: str
    label: str
    symbol: Symbol | None = None
    rules: Sequence[Rule] = ()


def rules(columns: Sequence[str], symbols: Sequence[Symbol]) -> list[Rule]:
    """Rules for these symbols. A first column in which all are one needs no heading of its own."""
    firsts = {symbol.values[0] for symbol in symbols}
    if len(firsts) == 1 and all(len(symbol.values) > 1 for symbol in symbols):
        return _branches(columns, symbols, 1, above=_equals(columns[0], symbols[0].values[0]))
    return _branches(columns, symbols, 0)


def _branches(columns: Sequence[str], symbols: Sequence[Symbol], depth: int, above: str = "") -> list[Rule]:
    by_value: dict[str | None, list[Symbol]] = {}
    for symbol in symbols:
        by_value.setdefault(symbol.values[depth], []).append(symbol)
    made = []
    for value, alike in by_value.items():
        own = ELSE if value is None else _equals(columns[depth], value)
        wanted = f"{above} AND {own}" if above and own != ELSE else own
        made.append(_branch(wanted, columns, alike, depth))
    return made


def _branch(wanted: str, columns: Sequence[str], alike: Sequence[Symbol], depth: int) -> Rule:
    first = alike[0]
    label = first.labels[depth]
    if len(alike) == 1 and first.values[depth + 1 :] in ((), (None,)):
        return Rule(wanted, label, first)
    return Rule(wanted, label, rules=_branches(columns, alike, depth + 1))


def _equals(column: str, value: str | None) -> str:
    name = '"' + column.replace('"', '""') + '"'
    return f"{name} = {_text(value or '')}"


def _text(value: str) -> str:
    """A text as QGIS's expressions have it: `\\` begins an escape there."""
    for plain, escaped in (("\\", "\\\\"), ("'", "''"), ("\n", "\\n"), ("\t", "\\t")):
        value = value.replace(plain, escaped)
    return f"'{value}'"
