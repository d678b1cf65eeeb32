"""The one thing every format reads: columns, rows, geometries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from exports.lots import Lot, Lots, Row, lot_of
from exports.plain_text import plain_text
from exports.symbols import Symbols

Kind = Literal["point", "line", "area"]
__all__ = ["WGS84", "Column", "FeatureTable", "Kind", "Row"]

WGS84 = 4326
KINDS = ("text", "code", "label", "integer", "decimal", "date", "datetime", "boolean", "list")


@dataclass(frozen=True)
class Column:
    """A variable name, what its values are, and its heading by language.

    Values by kind: str for text, code and label; int; float; datetime.date; datetime.datetime;
    bool; a sequence of str for list. In every kind None is a blank, and a str stands as text.
    `codes`: what the values of a code column mean, where that is known. `mixed`: texts do stand among the values of another
    kind, so that a format whose columns hold one kind takes it for a text.
    """

    name: str
    kind: str = "text"
    headings: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    mixed: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: unknown kind {self.kind!r}")

    def heading(self, language: str | None) -> str:
        """The heading in `language`, or the variable name when there is none or `language` is None."""
        return self.headings.get(language or "") or self.name


@dataclass(frozen=True)
class FeatureTable:
    """Named columns and a stream of rows. `rows` is read once, and never held whole.

    `id_column` names the column that identifies a row; it must not be a secret.
    `about` is plain facts on the table (text by name) for formats that have room for them.
    `geometries`: the kinds that rows may have (a row may have none all the same); none where no row has a place. `crs` (EPSG)
    is what a format that can is to write them in; `symbols`: how a map shows them.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    id_column: str | None = None
    about: Mapping[str, str] = field(default_factory=dict)
    geometries: Sequence[Kind] = ()
    crs: int = WGS84
    symbols: Symbols | None = None

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.name}: two columns have the same name")

    def lots(self, most: int) -> Iterator[Lot]:
        """The rows, some at a time: as they were made, or `most` where they come one by one."""
        if isinstance(self.rows, Lots):
            yield from self.rows.lots
            return
        rows = iter(self.rows)
        while several := list(islice(rows, most)):
            yield lot_of(several)

    def id_position(self) -> int | None:
        names = [column.name for column in self.columns]
        return names.index(self.id_column) if self.id_column else None

    def headings(self, language: str | None) -> list[str]:
        """One heading per column, all different: a repeated one gets its variable name."""
        found: list[str] = []
        for column in self.columns:
            heading = plain_text(column.heading(language))
            found.append(f"{heading} ({column.name})" if heading in found else heading)
        return found

    def headings_for_people(self, language: str | None) -> list[str]:
        """As `headings`; where `language` is None, in any."""
        if language:
            return self.headings(language)
        return [plain_text(next(iter(column.headings.values()), column.name)) for column in self.columns]
