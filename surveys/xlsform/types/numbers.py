"""Numbers, sliders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from surveys.conditions.numbers import number_in
from surveys.conditions.values import stored
from surveys.messages import _, shown
from surveys.xlsform.types.base import SELF, Asked, Cells, ListOf, TypeMap, within

PARAMETER = re.compile(r"([A-Za-z][\w-]*)\s*=\s*([^\s,;=]+)")
LONGEST = 500
STANDARD = {"start": ("min", 0), "end": ("max", 10), "step": ("step", 1)}
"""What a range is without parameters, as pyxform has it."""


class _Number(TypeMap):
    def implied(self, question: Mapping[str, Any]) -> list[Any]:
        return within(question, "min", "max", SELF, lambda limit: limit)


class WholeNumber(_Number):
    name = "whole_number"
    reads = ("integer",)


class Decimal(_Number):
    name = "decimal"
    reads = ("decimal",)


class Slider(TypeMap):
    name = "slider"
    reads = ("range",)

    def read(self, asked: Asked) -> dict[str, Any]:
        given = parameters(asked.row.cell("parameters"))
        members = {}
        left = [*(name for name in given if name not in STANDARD), *other_words(asked.row.cell("parameters"))]
        if left:
            template = _("A slider knows start, end and step: “%(names)s” of “parameters” is left out.")
            asked.reading.note(asked.row, template, names=shown(", ".join(left)))
        for name, (member, otherwise) in STANDARD.items():
            number = number_in(given[name]) if name in given else otherwise
            if number is None:
                asked.reading.refuse(
                    asked.row,
                    _("“%(value)s” is no number. Write the parameters as start=0 end=10 step=1."),
                    value=shown(given[name]),
                )
                continue
            members[member] = stored(float(number))
        return members

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        ends = {"start": question.get("min", 0), "end": question.get("max", 100), "step": question.get("step", 1)}
        return Cells("range", {"parameters": " ".join(f"{name}={value}" for name, value in ends.items())})


def parameters(text: str) -> dict[str, str]:
    return {found[1].lower(): found[2] for found in PARAMETER.finditer(text[:LONGEST])}


def other_words(text: str) -> list[str]:
    """What stands between the parameters."""
    return re.sub(r"[\s,;]+", " ", PARAMETER.sub(" ", text[:LONGEST])).split()
