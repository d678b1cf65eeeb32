"""Photos chosen in a page without JavaScript: taken in as the page comes, and named in the answers."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

from werkzeug.datastructures import FileStorage, MultiDict

from participation.errors import Refused
from participation.responses.photos import services as photos
from surveys.flow import followups_of

if TYPE_CHECKING:
    from participation.responses.answering.filled_page import FilledPage


def take_photos(stored: FilledPage, typed: MultiDict[str, str], files: MultiDict[str, FileStorage]) -> dict[str, str]:
    """Add the photos chosen on the page to what was typed there; by its place, why one was not taken in."""
    problems: dict[str, str] = {}
    for field, place in _fields(stored):
        for file in files.getlist(f"{field}_file"):
            data = file.read()
            if not data:
                continue
            name = str(uuid.uuid4())
            try:
                photos.take_in(stored.work.uuid, name, str(stored.survey.id), data)
                typed.add(field, name)
            except Refused as refused:
                problems[place] = refused.message
    return problems


def _fields(stored: FilledPage) -> Iterator[tuple[str, str]]:
    """The page's fields for photos: name, and place as errors have it."""
    for question in stored.questions:
        if question.type == "photo":
            yield question.variable, question.variable
        for card in stored.cards(question) if question.on_map else ():
            for about in followups_of(question, card.mark["properties"]["category"]):
                if about.type == "photo":
                    yield f"mark-{card.index}-{about.variable}", f"marks[{card.index}].answers.{about.variable}"
