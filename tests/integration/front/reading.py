"""How hard a page's own words are to read."""

from __future__ import annotations

import re
from html import unescape

from surveys.readability import lix

MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
ASIDE = re.compile(r"<(svg|dl|script|form|noscript)\b.*?</\1>", re.DOTALL)
BLOCK_END = re.compile(r"</(p|li|h1|h2|h3|dt|dd|td|th|caption)>")


def words_of(page: str) -> str:
    """The text of the page's main part, a line for each paragraph, without what a planner has filled in (in `dl`)."""
    found = MAIN.search(page)
    assert found, "the page has no main part"
    text = BLOCK_END.sub("\n", ASIDE.sub(" ", found[0]))
    lines = (" ".join(line.split()) for line in unescape(re.sub(r"<[^>]+>", " ", text)).split("\n"))
    return "\n".join(line for line in lines if line)


def lix_of(page: str) -> float:
    """LIX of the page's main part."""
    return lix(words_of(page))
