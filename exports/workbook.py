"""What a workbook holds, whoever writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exports.charts.bars import BarOf
from exports.table import FeatureTable


@dataclass(frozen=True)
class Sheet:
    """One table on a sheet of its own.

    `widths`: characters by column name, where the usual width will not do; `number_formats`: Excel's, likewise. `bar_of`:
    what tells of a row whether it is a bar of a chart beside the table; `most_charts`: no more than these. `one_page_wide`:
    printed so, where it can still be read.
    """

    title: str
    table: FeatureTable
    filtered: bool = True
    widths: Mapping[str, int] = field(default_factory=dict)
    number_formats: Mapping[str, str] = field(default_factory=dict)
    one_page_wide: bool = False
    bar_of: BarOf | None = None
    most_charts: int = 0


@dataclass(frozen=True)
class Workbook:
    """Sheets in the order they are shown."""

    sheets: Sequence[Sheet]
