"""What an XPath expression is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Text:
    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the choices sheet."""

    name: str


@dataclass(frozen=True, slots=True)
class Own:
    """The dot: the question's own value."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator; `a and b and c` is one of three."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negative:
    of: Node


Node = Number | Text | Reference | Column | Own | Call | Negative
