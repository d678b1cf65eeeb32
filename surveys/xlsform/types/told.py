"""Types without an answer to type or choose: notes, boxes to tick, photos, what is worked out or hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.choice_check import PICTURE
from surveys.conditions.operators.operator import NUMBER
from surveys.logic_check import TEXT_RESULT
from surveys.messages import _, shown
from surveys.xlsform.reading import Reading
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import YES
from surveys.xlsform.types.base import Asked, Cells, ListOf, TypeMap
from surveys.xlsform.xpath.reading import read_value
from surveys.xlsform.xpath.tokens import XPathError


class Information(TypeMap):
    """A note's label is the heading, and its hint what is told."""

    name = "information"
    reads = ("note", "text")

    def read(self, asked: Asked) -> dict[str, Any]:
        members: dict[str, Any] = {"text": asked.reading.texts(asked.row, "hint"), "hint": None}
        picture = picture_of(asked.row, asked.reading)
        if picture:
            members["image"] = picture
            members["image_alt"] = asked.reading.texts(asked.row, "label") or asked.reading.plain_texts(picture)
        return members

    def cells(self, question: Mapping[str, Any], list_of: ListOf) -> Cells:
        return Cells("note", {"image": question["image"]} if "image" in question else {})


class Consent(TypeMap):
    """The hint of a box that must be ticked tells why."""

    name = "consent"
    reads = ("acknowledge",)

    def read(self, asked: Asked) -> dict[str, Any]:
        row, reading = asked.row, asked.reading
        if row.cell("required").lower() not in YES or any(path[0] == "reason" for path in row.own):
            return {}
        hint = reading.texts(row, "hint")
        if hint is None:
            reading.note(
                row, _("Nothing tells why the box must be ticked. The label stands there too: write why as a hint.")
            )
        return {"reason": hint or reading.texts(row, "label") or reading.plain_texts(row.cell("name")), "hint": None}


class Photo(TypeMap):
    name = "photo"
    reads = ("image",)


class Hidden(TypeMap):
    name = "hidden"
    reads = ("hidden",)


class Calculated(TypeMap):
    name = "calculated"
    reads = ("calculate",)

    def read(self, asked: Asked) -> dict[str, Any]:
        text = asked.row.cell("calculation")
        if not text:
            asked.reading.refuse(asked.row, _("The calculation is missing. Write it."))
            return {}
        try:
            return read_calculation(text, asked.reading)
        except XPathError as error:
            unread: dict[str, str] = {}
            asked.reading.keep_unread(asked.row, "calculation", error, unread)
            return {"unread": unread}


def read_calculation(text: str, reading: Reading) -> dict[str, Any]:
    expression, kind = read_value(text, reading.names.around(), NUMBER | TEXT_RESULT)
    if kind in NUMBER:
        return {"calculation": expression}
    return {"calculation": expression, "result": "text"}


def picture_of(row: Row, reading: Reading) -> str | None:
    """The file that media::image names, one for every language."""
    files = [name.removeprefix("images/") for name in row.spoken.get("image", {}).values()]
    if not files:
        return None
    name = files[0]
    if not PICTURE.fullmatch(name):
        reading.note(row, _("The picture “%(name)s” cannot be used and is left out."), name=shown(name))
        return None
    if len(set(files)) > 1:
        template = _("A picture is the same in every language here: “%(name)s” is shown in all of them.")
        reading.note(row, template, name=name)
    reading.pictures.setdefault(name, row)
    return name
