"""What is not to be torn apart at the end of a page: a question, with all that is to be ticked or written below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from exports.paper.sheet import Block, Boxes, Heading, Lines, Text

# mm, about: what is a little higher than this says is torn apart after all.
LINE, QUIET_LINE, BOX, RULE, ABOVE = 6.5, 4.5, 6.0, 8.0, 4.0
LETTERS = 85  # on a line
HIGHEST = 130.0  # what is higher would leave too much of a page blank


def kept_together(blocks: Sequence[Block]) -> dict[int, float]:
    """For the position of each head, how much (mm) from there on is to be on one page.

    A head that has nothing of its own to tick or write on, such as a page's, goes with the question after it.
    """
    heads = [at for at, block in enumerate(blocks) if _is_head(block)]
    kept: dict[int, float] = {}
    following = 0.0
    for at, end in reversed(list(pairwise([*heads, len(blocks)]))):
        own = blocks[at:end]
        height = sum(map(_height, own))
        if not any(isinstance(block, Boxes | Lines) for block in own):
            height += following
        kept[at] = following = height if height <= HIGHEST else 0.0
    return kept


def _is_head(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Text) and block.strong)


def _height(block: Block) -> float:
    if isinstance(block, Lines):
        return block.count * RULE
    if isinstance(block, Boxes):
        return sum(BOX * _lines(label) for _code, label in block.choices)
    if isinstance(block, Heading) or block.strong:
        return ABOVE + LINE * _lines(block.text)
    return (QUIET_LINE if block.quiet else LINE) * _lines(block.text)


def _lines(text: str) -> int:
    return sum(1 + len(line) // LETTERS for line in text.split("\n"))
