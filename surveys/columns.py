"""A plain column of an export: whoever writes files turns it into a column of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

ColumnKind = Literal["text", "code", "label", "integer", "number", "date", "datetime", "boolean"]
Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """Cells by kind: str for text, code and label; int; float; datetime.date; datetime.datetime, of the place; bool."""

    name: str
    label: str
    kind: ColumnKind


def with_label(name: str, label: str, kind: ColumnKind = "code") -> list[Column]:
    """A coded column and its twin with labels."""
    return [Column(name, label, kind), Column(f"{name}_label", label, "label")]
