"""The pages that a sheet is drawn on: PDF/A-2u, with the fonts its texts need, and writing on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fpdf import FPDF, ViewerPreferences
from fpdf.enums import XPos, YPos

from exports.paper.sheet import Sheet
from exports.paper.typefaces import BASE, drawable, use_fonts
from exports.paper.xmp import PRODUCER, described
from exports.plain_text import plain_text

MARGIN, STEP = 20.0, 7.0  # mm
PLAIN, QUIET = 10.5, 8.5
BLACK, GREY = 20, 95
JOINED = re.compile("[\u0300-\u036f\u0590-\u08ff\ufb1d-\ufefc]")


def line_height(size: float) -> float:
    """mm for points: lines at 1.4 times the letters."""
    return size * 0.5


class Pages(FPDF):
    """What is written goes on below what was written last."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(format="A4", enforce_compliance="PDF/A-2U")
        self.sheet = sheet
        self.rtl = sheet.direction == "rtl"
        self.set_title(plain_text(sheet.title))
        self.set_lang(sheet.language)
        # A file is called v1-nb.pdf; what it is stands at the top of the window.
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_creation_date(sheet.made_at)
        self.set_producer(PRODUCER)
        self.set_xmp_metadata(described(sheet))
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, MARGIN)
        use_fonts(self, sheet.texts())
        # Letters that join are shaped one by one as lines are filled, which takes its time.
        self.set_text_shaping(any(map(JOINED.search, sheet.texts())), direction=sheet.direction)
        self.add_page()

    def footer(self) -> None:
        """Below every page. FPDF calls it."""
        self.set_y(-14)
        self.written(self.sheet.footer(self.page_no(), "{nb}"), QUIET, GREY, align="C")

    def written(self, text: str, size: float, grey: int, bold: bool = False, align: str = "") -> None:
        """Write from where lines begin to where they end."""
        self.pen(size, grey, bold)
        self.set_x(self.l_margin)
        self.in_cell(text, self.epw, line_height(size), align or ("R" if self.rtl else "L"))

    def in_cell(self, text: str, width: float, height: float, align: Any) -> None:
        """Write in lines of at most `width` and of `height`, both mm."""
        self.multi_cell(width, height, drawable(self, text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def pen(self, size: float, grey: int, bold: bool = False) -> None:
        self.set_font(BASE, "B" if bold else "", size)
        self.set_text_color(grey)

    @contextmanager
    def indented(self, steps: int) -> Iterator[None]:
        left, right = self.l_margin, self.r_margin
        if self.rtl:
            self.set_right_margin(right + steps * STEP)
        else:
            self.set_left_margin(left + steps * STEP)
        yield
        self.set_left_margin(left)
        self.set_right_margin(right)

    def _render_styled_text_line(self, *line: Any, **how: Any) -> bool:
        """Each line names its font. fpdf2 takes it to be set after a line that begins in another script, but sets it within
        that line alone: the next was drawn in the font before it, or was invisible where it was the first of its page."""
        self.current_font_is_set_on_page = False
        return super()._render_styled_text_line(*line, **how)
