"""To add a template: write its module here with a `document()` and add its name to the list below."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from surveys.pictures_named import pictures_named
from surveys.templates import barnetrakk_3_7, barnetrakk_8_10, neighbourhood, open_meeting, place_quality, safety_walk

PICTURES = Path(__file__).parent / "pictures"
TEMPLATES: dict[str, Callable[[], dict[str, Any]]] = {
    "barnetrakk_3_7": barnetrakk_3_7.document,
    "barnetrakk_8_10": barnetrakk_8_10.document,
    "neighbourhood": neighbourhood.document,
    "place_quality": place_quality.document,
    "safety_walk": safety_walk.document,
    "open_meeting": open_meeting.document,
}


def template(name: str) -> dict[str, Any]:
    """A questionnaire document of this template, the caller's own to change; KeyError for an unknown name."""
    return deepcopy(TEMPLATES[name]())


def template_pictures(name: str) -> dict[str, bytes]:
    """The pictures that a template shows, by name: drawn by tools/draw_pictures.py."""
    return {picture: (PICTURES / picture).read_bytes() for picture in pictures_named(template(name))}
