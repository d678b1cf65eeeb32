"""What a workbook holds, whoever writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exports.table import FeatureTable


@dataclass(frozen=True)
class Sheet:
    """One table on a sheet of its own.

    `widths`: characters by column name, where the usual width will not do.
    """

    title: str
    table: FeatureTable
    filtered: bool = True
    widths: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """Sheets in the order they are shown."""

    sheets: Sequence[Sheet]
