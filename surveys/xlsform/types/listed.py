"""The choices of a question, out of the list that its type names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.messages import _, shown
from surveys.question_types.coded import dont_know
from surveys.xlsform.choice_lists import ChoiceList, ListedChoice
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.types.base import Asked
from surveys.xlsform.types.told import picture_of

OTHER, OTHER_LABEL = "other", "Other"
OTHER_LABELS = {
    "nb": "Annet", "nn": "Anna", "en": OTHER_LABEL, "sv": "Annat", "da": "Andet", "de": "Sonstiges",
    "pl": "Inne", "uk": "Інше", "ar": "غير ذلك", "so": "Wax kale",
}  # fmt: skip
SPECIFY = ("select_one", "select_multiple")


def read_choices(asked: Asked) -> dict[str, Any]:
    """`choices`, and `dont_know` where one of them stands apart."""
    listed = list_named(asked.entry.type.choices, asked.row, asked.reading)
    if listed is None:
        return {"choices": []}
    choices = [read_choice(choice, asked.reading) for choice in listed.choices]
    members: dict[str, Any] = {"choices": [choice for choice in choices if not choice.pop("apart", False)]}
    for choice, its in zip(choices, listed.choices, strict=True):
        if its.row.own_cell("apart"):
            members["dont_know"] = choice["label"]
    if asked.entry.type.or_other and asked.entry.type.base in SPECIFY:
        _open_text(members["choices"], asked.reading)
    asked.reading.names.codes[asked.variable] = listed.codes
    return members


def list_named(name: str, row: Row, reading: Reading) -> ChoiceList | None:
    if not name:
        reading.refuse(row, _("The type names no list. Write the name of a list of choices after it."))
        return None
    listed = reading.lists.get(name)
    if listed is None:
        template = _("The list “%(list)s” is not on the sheet “choices”. Add its choices there.")
        reading.refuse(row, template, list=shown(name))
    return listed


def read_choice(listed: ListedChoice, reading: Reading) -> dict[str, Any]:
    row = listed.row
    label = reading.texts(row, "label")
    if label is None:
        if not row.spoken.get("image"):
            reading.note(row, _("The label is missing. The code stands in its place."))
        label = reading.plain_texts(row.cell("name"))
    choice: dict[str, Any] = {"code": listed.code, "label": label}
    picture = picture_of(row, reading)
    if picture:
        choice["image"] = picture
    if row.own_cell("apart"):
        choice["apart"] = True
    return with_own(choice, own_members(row, reading.findings))


def with_apart(question: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [*question.get("choices", ()), *dont_know(question)]


def _open_text(choices: list[dict[str, Any]], reading: Reading) -> None:
    for choice in choices:
        if choice["code"] == OTHER:
            choice["specify"] = True
            return
    codes = reading.languages.codes
    label = {code: OTHER_LABELS[code] for code in codes if code in OTHER_LABELS}
    choices.append({"code": OTHER, "label": label or reading.plain_texts(OTHER_LABEL), "specify": True})
