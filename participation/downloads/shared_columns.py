"""Follow-up questions of one variable have their columns in common, though each category may ask another one by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from participation.downloads import columns
from surveys.question import Question

Kinds = Mapping[str, str]  # of columns, by name


class SharedColumns:
    """What stands in the columns `kinds` for an answer to any question of their variable, by the names of its own columns."""

    def __init__(self, kinds: Kinds, language: str) -> None:
        self.kinds = kinds
        self.language = language
        self.blanks: list[Any] = [None] * len(kinds)
        self._others: dict[int, Kinds | None] = {}

    @classmethod
    def of(cls, question: Question, language: str) -> SharedColumns:
        return cls(_kinds(question, language), language)

    def cells(self, asked: Question, value: Any, *, fits: bool = True) -> list[Any]:
        """As many as columns. Where these are not of the same kinds as those of the question that was `asked`, the answer is
        given as text; `fits` as `columns.cells` has it."""
        given = columns.cells(asked, value, self.language, fits=fits)
        own = self._other_kinds(asked)
        if own is None:
            return given
        if not own.keys() <= self.kinds.keys():
            return [columns.as_text(value), *self.blanks[1:]]
        found = dict(zip(own, given, strict=True))
        return [self._cell(name, own, found[name], value) if name in own else None for name in self.kinds]

    def _other_kinds(self, asked: Question) -> Kinds | None:
        """Those of the columns of `asked`; None where they are the very same."""
        if id(asked) not in self._others:
            own = _kinds(asked, self.language)
            self._others[id(asked)] = None if [*own.items()] == [*self.kinds.items()] else own
        return self._others[id(asked)]

    def _cell(self, name: str, own: Kinds, cell: Any, value: Any) -> Any:
        kinds = own[name], self.kinds[name]
        if cell is None or isinstance(cell, str) or kinds[0] == kinds[1] or kinds == ("integer", "number"):
            return cell
        return columns.as_text(value if len(own) == 1 else cell)


def _kinds(question: Question, language: str) -> Kinds:
    return {column.name: column.kind for column in question.behaviour.columns(question, language)}
