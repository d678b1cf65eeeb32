"""Draws a sheet as PDF/A-2u, the archives' own form: fonts within, nothing fetched, text that can be searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from exports.paper.sheet import Block, Boxes, Heading, Lines, Sheet, Text
from exports.paper.typefaces import BASE, drawable, use_fonts
from exports.paper.xmp import PRODUCER, described
from exports.plain_text import plain_text

MARGIN, STEP = 20.0, 7.0  # mm
SIZES = {1: 19.0, 2: 14.0, 3: 11.0}
ROOM_BELOW = {1: 60.0, 2: 50.0, 3: 32.0}  # mm that must be left on the page, so that no heading stands alone
PLAIN, QUIET = 10.5, 8.5
BLACK, GREY = 20, 95
JOINED = re.compile("[\u0300-\u036f\u0590-\u08ff\ufb1d-\ufefc]")
BOX, MOST_FOR_CODES = 3.4, 45.0


def drawn(sheet: Sheet) -> bytes:
    """The file. The same sheet is the same bytes."""
    pages = _Pages(sheet)
    for block in sheet.blocks:
        pages.draw(block)
    return bytes(pages.output())


class _Pages(FPDF):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__(format="A4", enforce_compliance="PDF/A-2U")
        self.sheet = sheet
        self.rtl = sheet.direction == "rtl"
        self.set_title(plain_text(sheet.title))
        self.set_lang(sheet.language)
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
        self._write(self.sheet.footer(self.page_no(), "{nb}"), QUIET, GREY, align="C")

    def draw(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Text):
            with self._indented(block.indent):
                self._text(block)
        elif isinstance(block, Boxes):
            with self._indented(block.indent):
                self._boxes(block)
        else:
            with self._indented(block.indent):
                self._lines(block)

    def _text(self, text: Text) -> None:
        if text.strong:
            if self.will_page_break(ROOM_BELOW[3]):
                self.add_page()
            self.ln(2.5)
        self._write(text.text, *((QUIET, GREY) if text.quiet else (PLAIN, BLACK)), bold=text.strong)
        if not text.quiet:
            self.ln(1)

    def _heading(self, heading: Heading) -> None:
        if self.will_page_break(ROOM_BELOW[heading.level]):
            self.add_page()
        self.ln(1 if heading.level == 1 else 3)
        if heading.level < 3:
            self.start_section(plain_text(heading.text), heading.level - 1, strict=False)
        self._write(heading.text, SIZES[heading.level], BLACK, bold=True)
        self.ln(1)

    def _boxes(self, boxes: Boxes) -> None:
        self._pen(QUIET, GREY)
        widths = [self.get_string_width(drawable(self, code)) + 4 for code, _label in boxes.choices]
        codes = min(max(widths, default=0.0), MOST_FOR_CODES)
        for code, label in boxes.choices:
            if self.will_page_break(8):
                self.add_page()
            self._box(boxes.several)
            top = self.get_y()
            bottoms = [top + self._beside(label, BOX + 2.6 + codes, None, PLAIN, BLACK)]
            bottoms.append(top + self._beside(code, BOX + 2.6, codes, QUIET, GREY))
            self.set_xy(self.l_margin, max(bottoms) + 0.6)

    def _box(self, several: bool) -> None:
        left = self.w - self.r_margin - BOX if self.rtl else self.l_margin
        self.set_draw_color(BLACK)
        self.set_line_width(0.25)
        draw = self.rect if several else self.ellipse
        draw(left, self.get_y() + 0.9, BOX, BOX)

    def _beside(self, text: str, away: float, width: float | None, size: float, grey: int) -> float:
        """Write at some way from where lines begin, `width` wide or to the end of the line; gives the height."""
        room = self.epw - away if width is None else width
        top = self.get_y()
        self._pen(size, grey)
        self.set_x(self.w - self.r_margin - away - room if self.rtl else self.l_margin + away)
        self._cell(text, room, size, "R" if self.rtl else "L")
        height = self.get_y() - top
        self.set_y(top)
        return max(height, 0.0)

    def _lines(self, lines: Lines) -> None:
        for _line in range(lines.count):
            if self.will_page_break(9):
                self.add_page()
            below = self.get_y() + 7
            self.set_draw_color(GREY)
            self.line(self.l_margin, below, self.w - self.r_margin, below)
            self.set_y(below + 1)

    def _write(self, text: str, size: float, grey: int, bold: bool = False, align: str = "") -> None:
        self._pen(size, grey, bold)
        self.set_x(self.l_margin)
        self._cell(text, self.epw, size, align or ("R" if self.rtl else "L"))

    def _cell(self, text: str, width: float, size: float, align: Any) -> None:
        height = size * 0.5  # mm for points: lines at 1.4 times the letters
        self.multi_cell(width, height, drawable(self, text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _pen(self, size: float, grey: int, bold: bool = False) -> None:
        self.set_font(BASE, "B" if bold else "", size)
        self.set_text_color(grey)

    @contextmanager
    def _indented(self, steps: int) -> Iterator[None]:
        left, right = self.l_margin, self.r_margin
        if self.rtl:
            self.set_right_margin(right + steps * STEP)
        else:
            self.set_left_margin(left + steps * STEP)
        yield
        self.set_left_margin(left)
        self.set_right_margin(right)
