"""JSON-stat, as the table services of Statistics Norway and others answer: laid out with a row for each area."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import orjson
from flask_babel import gettext as _

from participation.errors import Refused
from participation.table_cells import Rows

MOST_COLUMNS = 50
AREAS = ("region", "grunnkrets", "grunnkretser", "kommune", "bydel", "delområde", "rute", "area", "zone")


@dataclass(frozen=True)
class Dimension:
    """`categories`: code and label of each, in the order of the values."""

    name: str
    label: str
    categories: Sequence[tuple[str, str]]


def rows_of_json_stat(raw: bytes) -> Rows:
    """A heading, then code, name and numbers of each area; one column for each of what else the table is divided by."""
    dataset = _dataset(raw)
    try:
        dimensions, values = _dimensions(dataset), dataset["value"]
        sizes = [len(dimension.categories) for dimension in dimensions]
        if sizes != list(_own(dataset, "size")) or not dimensions:
            raise ValueError
        area = _area(dimensions, dataset)
        return list(enumerate(_laid_out(dimensions, area, values), 1))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as wrong:
        raise Refused(
            _("The file is no whole JSON-stat. Fetch it again, or take the table as CSV or Excel.")
        ) from wrong


def _dataset(raw: bytes) -> Mapping[str, Any]:
    try:
        document = orjson.loads(raw.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as wrong:
        raise Refused(
            _("The file is no whole JSON-stat. Fetch it again, or take the table as CSV or Excel.")
        ) from wrong
    found = document.get("dataset", document) if isinstance(document, dict) else None
    if isinstance(found, dict) and found.get("type") in ("FeatureCollection", "Feature"):
        raise Refused(_("The file is a map. Take it in as zones, and say which field holds the population."))
    if not isinstance(found, dict) or "dimension" not in found or "value" not in found:
        raise Refused(_("The file is no table of figures. Take it as JSON-stat, CSV or Excel."))
    return found


def _own(dataset: Mapping[str, Any], member: str) -> Any:
    """Of version 2 it stands in the dataset, of version 1 among the dimensions."""
    return dataset.get(member) or dataset["dimension"][member]


def _dimensions(dataset: Mapping[str, Any]) -> list[Dimension]:
    return [_dimension(str(name), dataset["dimension"][name]) for name in _own(dataset, "id")]


def _dimension(name: str, told: Mapping[str, Any]) -> Dimension:
    category = told["category"]
    labels, index = category.get("label") or {}, category.get("index")
    codes = sorted(index, key=lambda code: int(index[code])) if isinstance(index, dict) else list(index or labels)
    return Dimension(name, str(told.get("label") or name), [(str(code), str(labels.get(code, code))) for code in codes])


def _area(dimensions: Sequence[Dimension], dataset: Mapping[str, Any]) -> int:
    """Which dimension the areas are: as the file says, by its name, else the longest."""
    role = dataset.get("role") or dataset["dimension"].get("role") or {}
    told = {str(name).lower() for name in role.get("geo") or ()} | set(AREAS)
    named = [place for place, one in enumerate(dimensions) if {one.name.lower(), one.label.lower()} & told]
    return named[0] if named else max(range(len(dimensions)), key=lambda place: len(dimensions[place].categories))


def _laid_out(dimensions: Sequence[Dimension], area: int, values: Any) -> Iterator[list[str]]:
    others = [range(len(one.categories)) if place != area else (0,) for place, one in enumerate(dimensions)]
    columns = list(product(*others))
    if len(columns) > MOST_COLUMNS:
        message = _(
            "The table has %(count)s numbers for each zone. Fetch it anew with one year, and with ages and sexes together.",
            count=len(columns),
        )
        raise Refused(message)
    steps = [math.prod(len(one.categories) for one in dimensions[place + 1 :]) for place in range(len(dimensions))]
    yield [_("Code"), dimensions[area].label, *(_heading(dimensions, area, column) for column in columns)]
    for number, (code, label) in enumerate(dimensions[area].categories):
        start = number * steps[area]
        places = (start + sum(place * step for place, step in zip(column, steps, strict=True)) for column in columns)
        yield [code, label, *(_cell(values, place) for place in places)]


def _heading(dimensions: Sequence[Dimension], area: int, column: Sequence[int]) -> str:
    """What tells the columns apart; where there is only one, all that is known of it."""
    others = [(one, place) for at, (one, place) in enumerate(zip(dimensions, column, strict=True)) if at != area]
    return ", ".join(one.categories[place][1] for one, place in others)


def _cell(values: Any, place: int) -> str:
    value = values.get(str(place)) if isinstance(values, dict) else values[place]
    return "" if value is None else str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
