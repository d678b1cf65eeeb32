"""Values as texts, the same in every format; and texts in columns of other kinds."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

LIST_SEPARATOR = "; "
Cell = TypeVar("Cell")


def or_text(cell: Callable[[Any], Cell], text: Callable[[str], Cell]) -> Callable[[Any], Cell]:
    """As `cell`, but a text is written as `text` writes it, whatever the column is of."""
    return lambda value: text(value) if isinstance(value, str) else cell(value)


def listed(values: Sequence[str]) -> str:
    """A list in one cell."""
    return LIST_SEPARATOR.join(values)


def iso(value: Any) -> str:
    """A date or a moment, as ISO 8601 has it."""
    return str(value.isoformat())
