"""Names that Excel accepts for sheets."""

import re
from collections.abc import Iterable

from exports.plain_text import plain_text

FORBIDDEN = re.compile(r"[\[\]:*?/\\\t\n]")
LONGEST = 31


def sheet_names(titles: Iterable[str]) -> list[str]:
    """One acceptable name per title, all different whatever the case of their letters."""
    names: list[str] = []
    for title in titles:
        wanted = FORBIDDEN.sub(" ", plain_text(title)).strip(" '")[:LONGEST].strip(" '") or "Ark"
        names.append(_unlike(names, wanted))
    return names


def _unlike(names: list[str], wanted: str) -> str:
    taken = {name.casefold() for name in names} | {"history"}  # Excel keeps that one for itself
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        ending = f" ({number})"
        name = wanted[: LONGEST - len(ending)] + ending
    return name
