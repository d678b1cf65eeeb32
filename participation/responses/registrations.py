"""Registrations made elsewhere: what a file's fields hold, and what is known of each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry

# GeoJSON's geometries and the type of question each answers.
TYPES = {"Point": "place", "LineString": "route", "Polygon": "area"}


@dataclass(frozen=True)
class Fields:
    """Which fields of the file hold what; `category` is one for all rows. Without `id_field` a field called id is taken, and
    none where it is "".

    Rows with the same value in `respondent_field` are one respondent's. `answers`: fields by the variable of the follow-up
    question that they answer and the name of its column. `middles`: fields that tell that a row's point is the middle of something
    longer. `status_field`: tells which rows do not count. `cut`: the home ends of roads are cut already.
    """

    category: str | None = None
    category_field: str | None = None
    comment_field: str | None = None
    count_field: str | None = None
    id_field: str | None = None
    respondent_field: str | None = None
    question_field: str | None = None
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    middles: tuple[str, ...] = ()
    status_field: str | None = None
    cut: bool = False

    def named(self) -> list[str]:
        chosen = (self.category_field, self.comment_field, self.count_field, self.id_field, self.respondent_field)
        return [name for name in chosen if name]


@dataclass(frozen=True, slots=True)
class Registration:
    """One row: its number in the file, its geometry in single parts, what was said of it and by how many.

    `category` is empty where the row has none; `source_id` is what the row is called where it comes from, `respondent`
    what whoever said it is called there. `question`: the variable of the map question it answered there, "" where that is
    not told. `answers`: cells by variable and name of the column, blanks left out.
    """

    number: int
    parts: tuple[BaseGeometry, ...]
    category: str
    comment: str | None
    people: int
    source_id: str | None
    respondent: str | None = None
    question: str = ""
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    cut: bool = False


class Rejected(Exception):
    """One row that cannot be taken in, and why."""
