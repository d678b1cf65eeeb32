"""Types with choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.choice_check import IMAGES
from surveys.question_types.scale import Scale as ScaleType
from surveys.question_types.single_choice import DROPDOWN
from surveys.xlsform.types.base import SELF, Asked, Cells, ListOf, TypeMap, within
from surveys.xlsform.types.listed import read_choices, with_apart

DROPDOWNS = ("minimal", "autocomplete", "autocomplete_chars", "search")


class SingleChoice(TypeMap):
    name = "single_choice"
    reads = ("select_one",)

    def read(self, asked: Asked) -> dict[str, Any]:
        members = read_choices(asked)
        if any(word.startswith(DROPDOWNS) for word in asked.appearance):
            members["appearance"] = DROPDOWN
        elif _all_pictures(members):
            members["appearance"] = IMAGES
        return members

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        listed = list_of(with_apart(question), question["variable"])
        appearance = {"appearance": "minimal"} if question.get("appearance") == DROPDOWN else {}
        return Cells(f"select_one {listed}", appearance)


class MultipleChoice(TypeMap):
    name = "multiple_choice"
    reads = ("select_multiple",)

    def read(self, asked: Asked) -> dict[str, Any]:
        members = read_choices(asked)
        return members | ({"appearance": IMAGES} if _all_pictures(members) else {})

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        return Cells(f"select_multiple {list_of(question['choices'], question['variable'])}", {})

    def implied(self, question: Mapping[str, Any]) -> list[Any]:
        count = {"count_selected": [SELF]}
        found = within(question, "min", "max", count, lambda limit: limit)
        alone = [choice["code"] for choice in question["choices"] if choice.get("exclusive")]
        found += [{"or": [{"<=": [count, 1]}, {"not": [{"selected": [SELF, code]}]}]} for code in alone]
        return found


class Ranking(TypeMap):
    name = "ranking"
    reads = ("rank",)

    def read(self, asked: Asked) -> dict[str, Any]:
        return read_choices(asked)

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        return Cells(f"rank {list_of(question['choices'], question['variable'])}", {})


class Scale(TypeMap):
    """Its steps stand as choices for other programs; ours knows them by the settings."""

    name = "scale"
    reads = ("select_one",)

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        steps = list(ScaleType().choices(question))
        return Cells(f"select_one {list_of(steps, question['variable'])}", {"appearance": "likert"})


class SmileyScale(TypeMap):
    name = "smiley_scale"
    reads = ("select_one",)

    def read(self, asked: Asked) -> dict[str, Any]:
        return read_choices(asked)

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        return Cells(f"select_one {list_of(with_apart(question), question['variable'])}", {"appearance": "likert"})


def _all_pictures(members: Mapping[str, Any]) -> bool:
    choices = members.get("choices") or []
    return bool(choices) and all("image" in choice for choice in choices)
