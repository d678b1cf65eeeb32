"""Hides what so few respondents stand behind that it could tell who they are. Respondents count, marks never do."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

LOWEST = 3
SIGNED_IN = 3
PUBLIC = 5
# Of every H3 hexagon that the public sees, about 0.1 km²: were there two sizes, their difference could tell of few.
RESOLUTION = 9

Cell = TypeVar("Cell", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counts(Generic[Cell]):
    """`shown`: cell → different respondents; `hidden`: the cells with too few. Empty cells are in neither."""

    shown: dict[Cell, int]
    hidden: frozenset[Cell]


def fewest_respondents(*, public: bool, configured: int | None = None) -> int:
    """How many different respondents must stand behind what is shown: settings raise it, never lower it."""
    return max(PUBLIC if public else SIGNED_IN, configured or 0, LOWEST)


def respondents_by_cell(marks: Iterable[tuple[Cell, Hashable]]) -> dict[Cell, set[Hashable]]:
    """From one (cell, respondent) for each mark; a respondent with many marks in a cell counts once."""
    cells: dict[Cell, set[Hashable]] = defaultdict(set)
    for cell, respondent in marks:
        cells[cell].add(respondent)
    return dict(cells)


def suppress(cells: Mapping[Cell, Set[Hashable]], fewest: int) -> Counts[Cell]:
    """For cells without a total beside them, such as the hexagons of a map."""
    fewest = max(fewest, LOWEST)
    shown = {cell: len(respondents) for cell, respondents in cells.items() if len(respondents) >= fewest}
    hidden = frozenset(cell for cell, respondents in cells.items() if 0 < len(respondents) < fewest)
    return Counts(shown, hidden)


def suppress_filtered(
    filtered: Mapping[Cell, Set[Hashable]], everyone: Mapping[Cell, Set[Hashable]], fewest: int
) -> Counts[Cell]:
    """As suppress, where the same cells can also be seen without the filter.

    A cell is hidden too where the filter leaves out so few that the difference would tell of them.
    """
    counts = suppress(filtered, fewest)
    telling = {
        cell for cell in counts.shown if 0 < len(everyone.get(cell, frozenset()) - filtered[cell]) < max(fewest, LOWEST)
    }
    shown = {cell: count for cell, count in counts.shown.items() if cell not in telling}
    return Counts(shown, counts.hidden | telling)


def suppress_parts(parts: Mapping[Cell, Set[Hashable]], fewest: int) -> Counts[Cell]:
    """For parts whose total is shown beside them, such as the rows of a table: what is hidden cannot be subtracted out.

    Where the hidden parts together have too few respondents, the smallest of the shown is hidden with them.
    """
    fewest = max(fewest, LOWEST)
    counts = suppress(parts, fewest)
    shown, hidden = dict(counts.shown), set(counts.hidden)
    while hidden and shown and len(set().union(*(parts[cell] for cell in hidden))) < fewest:
        smallest = min(shown, key=lambda cell: (shown[cell], str(cell)))
        del shown[smallest]
        hidden.add(smallest)
    return Counts(shown, frozenset(hidden))
