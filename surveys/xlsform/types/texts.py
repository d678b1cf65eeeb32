"""Texts, dates and times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.xlsform.types.base import SELF, Cells, ListOf, TypeMap, within


class _Text(TypeMap):
    reads = ("text",)

    def implied(self, question: Mapping[str, Any]) -> list[Any]:
        return within(question, "", "max_length", {"length": [SELF]}, lambda most: most)


class ShortText(_Text):
    name = "short_text"


class LongText(_Text):
    name = "long_text"

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        return Cells("text", {"appearance": "multiline"})


class Date(TypeMap):
    name = "date"
    reads = ("date",)

    def implied(self, question: Mapping[str, Any]) -> list[Any]:
        return within(question, "min", "max", SELF, lambda day: {"date": day})


class DateTime(TypeMap):
    name = "date_time"
    reads = ("dateTime",)

    def implied(self, question: Mapping[str, Any]) -> list[Any]:
        return within(question, "min", "max", SELF, lambda moment: {"date_time": moment})


class Time(TypeMap):
    name = "time"
    reads = ("time",)
