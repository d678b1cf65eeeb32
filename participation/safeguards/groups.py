"""What may be told of each respondent's background so that nobody stands in a group of few.

A background is a tuple of values, such as zone, school year and language. Where all of them together would tell of too few,
some are blank: from the last column to the first, and with so many others that the blanks tell of nobody either. Whoever is
told of stands among at least `fewest` respondents who are told of in the same way: k-anonymity over all the columns, with
k = `fewest`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Mapping, Set

from participation.safeguards.suppression import suppress_parts

Background = tuple[Hashable, ...]
Members = Mapping[Background, Set[Hashable]]


def told_of(members: Members, fewest: int, finer: Container[int] = ()) -> dict[Background, Background]:
    """What each background is told as, None where a value is held back; empty where they all are too few together.

    `members`: background → respondents; one may have several, as who has marked several places. `finer`: positions of
    columns that tell more of the value before them, and would tell it where it is held back, as a hexagon tells its zone.
    """
    if len(set().union(*members.values())) < fewest:
        return {}
    return _told(members, fewest, finer, 0, False)


def _told(
    members: Members, fewest: int, finer: Container[int], position: int, held_back: bool
) -> dict[Background, Background]:
    """The values from `position` on, of those who are told of alike before it."""
    if not members or position == len(next(iter(members))):
        return dict.fromkeys(members, ())
    parts: dict[Hashable, dict[Background, Set[Hashable]]] = defaultdict(dict)
    for background, respondents in members.items():
        parts[background[position]][background] = respondents
    shown = _shown(parts, fewest, blank=held_back and position in finer)
    rest: dict[Background, Set[Hashable]] = {}
    told: dict[Background, Background] = {}
    for value, part in parts.items():
        if value in shown:
            following = _told(part, fewest, finer, position + 1, False)
            told |= {background: (value, *values) for background, values in following.items()}
        else:
            rest |= part
    following = _told(rest, fewest, finer, position + 1, True)
    return told | {background: (None, *values) for background, values in following.items()}


def _shown(
    parts: Mapping[Hashable, Mapping[Background, Set[Hashable]]], fewest: int, *, blank: bool
) -> Container[Hashable]:
    if blank:
        return ()
    return suppress_parts({value: set().union(*part.values()) for value, part in parts.items()}, fewest).shown
