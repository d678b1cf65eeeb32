"""Texts in columns of other kinds."""

from collections.abc import Callable
from typing import Any, TypeVar

Cell = TypeVar("Cell")


def or_text(cell: Callable[[Any], Cell], text: Callable[[str], Cell]) -> Callable[[Any], Cell]:
    """As `cell`, but a text is written as `text` writes it, whatever the column is of."""
    return lambda value: text(value) if isinstance(value, str) else cell(value)
