"""What a document is made of, whatever it is shown as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Table:
    """`rows` have a cell for each heading; an empty one is for somebody to fill in."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Section:
    """`asks`: what whoever fills the document in is to answer here, shown as lines to write on."""

    heading: str
    paragraphs: Sequence[str] = ()
    table: Table | None = None
    asks: Sequence[str] = ()


@dataclass(frozen=True)
class Document:
    """A document in the reader's language. `lead`: what it is for."""

    title: str
    lead: str
    sections: Sequence[Section] = field(default_factory=tuple)
