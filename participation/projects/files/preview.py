"""A look into a file before it is imported: its fields, each with examples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from participation.projects.files.geofile import read_rows

MOST_EXAMPLES = 3
LONGEST_EXAMPLE = 60


@dataclass(frozen=True)
class Preview:
    """`fields`: name → up to three different values as text; `rows`: how many features the file has."""

    fields: dict[str, list[str]]
    rows: int

    def guess(self, *words: str) -> str | None:
        """The first field with one of these words in its name, tried in order."""
        return next((name for word in words for name in self.fields if word in name.lower()), None)


def preview(path: Path) -> Preview:
    """Read the whole file, so that one that cannot be read is refused here."""
    fields: dict[str, list[str]] = {}
    rows = 0
    for row in read_rows(path):
        rows += 1
        for name, value in row.attributes.items():
            examples = fields.setdefault(name, [])
            text = "" if value is None else str(value)[:LONGEST_EXAMPLE]
            if text and text not in examples and len(examples) < MOST_EXAMPLES:
                examples.append(text)
    return Preview(fields, rows)
