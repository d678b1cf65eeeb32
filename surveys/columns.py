"""A plain column of an export: whoever writes files turns it into a column of its own."""

from dataclasses import dataclass
from typing import Literal

ColumnKind = Literal["text", "integer", "number"]
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    label: str
    kind: ColumnKind
