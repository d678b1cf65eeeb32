"""Draws a sheet as PDF/A-2u, the archives' own form: fonts within, nothing fetched, text that can be searched."""

from __future__ import annotations

from exports.paper.pages import BLACK, GREY, PLAIN, QUIET, Pages, line_height
from exports.paper.sheet import Block, Boxes, Heading, Lines, Sheet, Text
from exports.paper.typefaces import drawable
from exports.paper.whole_questions import kept_together
from exports.plain_text import plain_text

SIZES = {1: 19.0, 2: 14.0, 3: 11.0}
ROOM_BELOW = {1: 60.0, 2: 50.0, 3: 32.0}  # mm that must be left on the page, so that no heading stands alone
BOX, MOST_FOR_CODES = 3.4, 45.0


def drawn(sheet: Sheet) -> bytes:
    """The file. The same sheet is the same bytes."""
    pages = _Drawing(sheet)
    together = kept_together(sheet.blocks)
    for at, block in enumerate(sheet.blocks):
        pages.draw(block, together.get(at, 0.0))
    return bytes(pages.output())


class _Drawing(Pages):
    def draw(self, block: Block, together: float) -> None:
        """`together`: the height (mm) that begins with the block and is to be on one page."""
        if isinstance(block, Heading):
            self._heading(block, together)
        elif isinstance(block, Text):
            with self.indented(block.indent):
                self._text(block, together)
        elif isinstance(block, Boxes):
            with self.indented(block.indent):
                self._boxes(block)
        else:
            with self.indented(block.indent):
                self._lines(block)

    def _text(self, text: Text, together: float) -> None:
        if text.strong:
            if self.will_page_break(max(ROOM_BELOW[3], together)):
                self.add_page()
            self.ln(2.5)
        self.written(text.text, *((QUIET, GREY) if text.quiet else (PLAIN, BLACK)), bold=text.strong)
        if not text.quiet:
            self.ln(1)

    def _heading(self, heading: Heading, together: float) -> None:
        if self.will_page_break(max(ROOM_BELOW[heading.level], together)):
            self.add_page()
        self.ln(1 if heading.level == 1 else 3)
        if heading.level < 3:
            self.start_section(plain_text(heading.text), heading.level - 1, strict=False)
        self.written(heading.text, SIZES[heading.level], BLACK, bold=True)
        self.ln(1)

    def _boxes(self, boxes: Boxes) -> None:
        self.pen(QUIET, GREY)
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
        """Write at some way from where lines begin, `width` wide or to the end of the line; gives the height.

        Lines are as high whatever the size, so that a code stands on the line of its words.
        """
        room = self.epw - away if width is None else width
        top = self.get_y()
        self.pen(size, grey)
        self.set_x(self.w - self.r_margin - away - room if self.rtl else self.l_margin + away)
        self.in_cell(text, room, line_height(PLAIN), "R" if self.rtl else "L")
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
