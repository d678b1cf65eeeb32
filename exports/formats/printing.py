"""How the sheets of a workbook are printed: lying, with their headings and which row it is on every page."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from exports.charts.drawn import WIDE
from exports.workbook import Sheet


class Paper(NamedTuple):
    """`number`: Excel's; `across`: how many inches are left between the margins when it lies."""

    number: int
    across: float


A4, A3 = Paper(9, 10.9), Paper(8, 15.7)
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6, "header": 0.3, "footer": 0.3}
# Six points instead of eleven can still be read, and most is read on the screen.
SMALLEST = 0.6
TIGHTER = 0.5 / SMALLEST  # where a sheet is to be one page wide
USUAL_COLUMN = 8.43  # characters, where no width is set
PIXELS_A_CHARACTER, PADDING, PIXELS_AN_INCH = 7, 5, 96
# The sheet's name, and which page of how many.
FOOTER = "&L&A&R&P / &N"


def page_setup(sheet: Sheet, widths: Sequence[float]) -> dict[str, Any]:
    """What the writer calls so. `widths`: characters in each column.

    A sheet too wide for A4 gets A3, and as many pages beside each other as it takes to be read. The column that says which
    row it is stands on each of them. One that is to be one page wide is so as long as it can be read: the codebook of six
    languages, made to fit A4, had letters of three points.
    """
    setup = {"landscape": True, "margins": MARGINS, "repeat_rows": 0, "footer": FOOTER}
    beside = _of_charts(sheet)
    columns = [_inches(width) for width in (*widths, *beside)]
    needed = sum(columns) * (TIGHTER if sheet.one_page_wide else 1)
    if needed <= A4.across:
        return setup | {"paper_size": A4.number, "fit_to_pages": (1, 0)}
    setup["paper_size"] = A3.number
    if sheet.one_page_wide and (beside or needed <= A3.across):
        return setup | {"fit_to_pages": (1, 0)}
    identity = 0 if sheet.one_page_wide else sheet.table.id_position()
    if identity is None:
        return setup | {"fit_to_pages": (_pages(columns, A3.across, 0.0), 0)}
    pages = _pages(columns, A3.across, columns[identity])
    return setup | {"fit_to_pages": (pages, 0), "repeat_columns": identity}


def _of_charts(sheet: Sheet) -> list[float]:
    """The columns that charts stand in beside the table, and the empty one before them: what is printed is as wide as both."""
    return [USUAL_COLUMN] * (1 + WIDE) if sheet.most_charts else []


def _pages(columns: Sequence[float], across: float, again: float) -> int:
    """How many pages these columns take where none is torn apart, and `again` stands on each but the first anew."""
    pages, left = 1, across
    for width in columns:
        if width > left:
            pages, left = pages + 1, across - again
        left -= width
    return pages


def _inches(characters: float) -> float:
    """How wide a column is, as small as it may be printed."""
    return SMALLEST * (PIXELS_A_CHARACTER * characters + PADDING) / PIXELS_AN_INCH
