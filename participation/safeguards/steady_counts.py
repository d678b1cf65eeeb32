"""Counts that are looked at while they grow: neither time nor a filter tells of fewer than `fewest` respondents.

What is shown is made anew only when enough different respondents have added something; a cell's number then stays, or
changes by at least `fewest`; and numbers that lie beside each other differ by nothing or by at least `fewest`.
Counts are by part (a filter: the whole and its seasons) and cell, one of which is the total of all.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from typing import TypeVar

from participation.safeguards.suppression import LOWEST, suppress

Cell = TypeVar("Cell", bound=Hashable)
Part = TypeVar("Part", bound=Hashable)


def may_renew(newcomers: Iterable[Hashable], fewest: int) -> bool:
    """True when so many different respondents have added something that what changes tells of none of them.

    That a class ends is no reason to renew: what the last one or two added would be seen to be theirs.
    """
    return len(set(newcomers)) >= max(fewest, LOWEST)


def next_counts(
    respondents: Mapping[Part, Mapping[Cell, Set[Hashable]]],
    told: Mapping[Part, Mapping[Cell, int]],
    *,
    whole: Part,
    total: Cell,
    fewest: int,
) -> dict[Part, dict[Cell, int]]:
    """What may be shown now, when `told` are the last numbers ever shown of each part's cells.

    `whole` is the part that holds all others; `total` is the cell with everyone of a part in it.
    """
    steady = {
        part: steadied(suppress(cells, fewest).shown, told.get(part, {}), fewest) for part, cells in respondents.items()
    }
    apart = parts_apart(steady, whole, fewest)
    return {part: with_safe_total(cells, total, fewest) for part, cells in apart.items()}


def steadied(counts: Mapping[Cell, int], told: Mapping[Cell, int], fewest: int) -> dict[Cell, int]:
    """`counts`, where what was told before stays until it has changed by at least `fewest`."""
    return {
        cell: told[cell] if is_few(count - told.get(cell, count), fewest) else count for cell, count in counts.items()
    }


def parts_apart(counts: Mapping[Part, Mapping[Cell, int]], whole: Part, fewest: int) -> dict[Part, dict[Cell, int]]:
    """The whole, and in each cell those of its parts that cannot be subtracted from it or from one another."""
    shown: dict[Part, dict[Cell, int]] = {part: {} for part in counts}
    for cell, number in counts[whole].items():
        shown[whole][cell] = number
        parts = {part: cells[cell] for part, cells in counts.items() if part != whole and cell in cells}
        for part, kept in unsubtractable(number, parts, fewest).items():
            shown[part][cell] = kept
    return shown


def unsubtractable(whole: int, parts: Mapping[Part, int], fewest: int) -> dict[Part, int]:
    """The parts, largest first, of which neither one nor two together leave a few of the whole, or a few too many."""
    kept: dict[Part, int] = {}
    for part, number in sorted(parts.items(), key=lambda item: (-item[1], str(item[0]))):
        rest = whole - number
        if not any(is_few(rest - other, fewest) for other in (0, *kept.values())):
            kept[part] = number
    return kept


def with_safe_total(shown: Mapping[Cell, int], total: Cell, fewest: int) -> dict[Cell, int]:
    """`shown`, without its total where a cell, or all cells together, leave a few of it: those who are elsewhere."""
    cells = {cell: number for cell, number in shown.items() if cell != total}
    taken = (*cells.values(), sum(cells.values()))
    tells = total in shown and any(0 < shown[total] - number < max(fewest, LOWEST) for number in taken)
    return cells if tells else dict(shown)


def still_standing(
    shown: Mapping[Cell, int], respondents: Mapping[Cell, Set[Hashable]], fewest: int
) -> dict[Cell, int]:
    """`shown` without the cells that too few stand behind by now, since some have taken back what they gave."""
    standing = suppress(respondents, fewest).shown
    return {cell: number for cell, number in shown.items() if cell in standing}


def is_few(difference: int, fewest: int) -> bool:
    """True where `difference` would tell of some, but fewer than `fewest`."""
    return 0 < abs(difference) < max(fewest, LOWEST)
