"""Text that a spreadsheet would run.

A CSV file cannot say "this is text". A cell that begins with = + - @, behind any blanks, is run
by Excel and LibreOffice, and somebody's comment may be written for that. Such a text gets an
apostrophe in front, and so does a text that already begins with one; so whoever wants the text as
it was removes one leading apostrophe. A text that is nothing but a number is left alone.
"""

import re
from collections.abc import Sequence

RUN = re.compile(r"\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\n\r']")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\Z", re.ASCII)


def harmless(text: str) -> str:
    """`text` as a spreadsheet will show it and not run it."""
    return f"'{text}" if RUN.match(text) and not NUMBER.match(text) else text


def all_harmless(texts: Sequence[str | None]) -> Sequence[str | None]:
    """Each of the texts as `harmless` gives it; those of a column, most of which begin with a letter."""
    suspicious = {first for first in {text[:1] for text in texts if text} if first.isspace() or RUN.match(first)}
    if not suspicious:
        return texts
    return [text if not text or text[0] not in suspicious else harmless(text) for text in texts]


def as_it_was(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell.removeprefix("'")
