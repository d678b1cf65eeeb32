"""Which of a file's fields is which of our columns, where a column may be called in several ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Ways = Mapping[str, set[str]]


def found_fields(called: Ways, names: Sequence[str], short: Mapping[str, str]) -> dict[str, str]:
    """The field for each of `called`, by the names of our columns; `names`: the file's; `short`: what a shapefile calls them.

    First one that has the very name, then one that tells the name or is headed as the column, as a field like the name but
    for its capitals may hold the label beside: Category beside Category code.
    """
    there = {name.strip().casefold(): name for name in reversed(names)}
    exactly, found = {name.strip() for name in names}, {}
    for name, ways in called.items():
        likely = sorted(
            {*ways, short[name]},
            key=lambda way: (way != name or name not in exactly, way.casefold() == name, name not in way, way),
        )
        match = next((there[small] for way in likely if (small := way.strip().casefold()) in there), None)
        if match is not None:
            found[name] = match
    return found
