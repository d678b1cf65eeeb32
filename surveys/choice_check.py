"""Checks the choices of a question: codes, labels, pictures and what they are marked as."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from surveys.choice_columns import check_columns
from surveys.document_check import DocumentCheck
from surveys.messages import _, shown
from surveys.statistics.summary import DONT_KNOW

MAX_CHOICES = 500
PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.(?:jpg|jpeg|png|webp)")
IMAGES = "images"


def check_choices(
    document: dict[str, Any], place: str, check: DocumentCheck, flags: Iterable[str] = (), *, filtered: bool = False
) -> None:
    """`place`: the path of the list itself. `filtered`: the choices may have columns, which a filter asks for."""
    choices = check.items(document.get("choices"), place, MAX_CHOICES, 1)
    for index, choice in enumerate(choices):
        if check.mapping(choice, f"{place}[{index}]") is not None:
            _check_choice(choice, f"{place}[{index}]", check, flags, filtered)
    offered = [choice for choice in choices if isinstance(choice, dict)]
    check.unlike((choice.get("code") for choice in offered), place)
    _check_reserved(document, offered, place, check)
    if sum(choice.get("specify") is True for choice in offered) > 1:
        check.report(place, _("Two choices open a text. Let only one of them do so."))
    if document.get("appearance") == IMAGES and any("image" not in choice for choice in offered):
        check.report(place, _("Choices shown as pictures need a picture each. Add “image” where it is missing."))


def check_picture(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """The name of a file that the activity carries."""
    name = document.get("image")
    if "image" in document and not (isinstance(name, str) and PICTURE.fullmatch(name)):
        check.report(
            f"{place}.image",
            _("“%(name)s” is not the name of a picture. Use a–z, 0–9, _ and -, and end with .jpg, .png or .webp."),
            name=shown(name),
        )


def _check_choice(
    choice: dict[str, Any], place: str, check: DocumentCheck, flags: Iterable[str], filtered: bool
) -> None:
    check.known_members(choice, ("code", "label", "icon", "image", *flags, *(["columns"] if filtered else [])), place)
    check.code(choice.get("code"), f"{place}.code")
    check.texts(choice.get("label"), f"{place}.label")
    check_picture(choice, place, check)
    if filtered:
        check_columns(choice, place, check)
    if "icon" in choice:
        check.code(choice["icon"], f"{place}.icon")
    for flag in flags:
        check.flag(choice, flag, place)


def _check_reserved(document: dict[str, Any], offered: list[dict[str, Any]], place: str, check: DocumentCheck) -> None:
    if document.get("dont_know") is not None and any(choice.get("code") == DONT_KNOW for choice in offered):
        check.report(
            place,
            _("The code “%(code)s” is taken by the answer that stands apart. Give the choice another."),
            code=DONT_KNOW,
        )
