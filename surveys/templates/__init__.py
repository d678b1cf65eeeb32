"""To add a template: write its module here with a `document()` and add its name to the list below."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from surveys.templates import barnetrakk_3_7, barnetrakk_8_10

TEMPLATES: dict[str, Callable[[], dict[str, Any]]] = {
    "barnetrakk_3_7": barnetrakk_3_7.document,
    "barnetrakk_8_10": barnetrakk_8_10.document,
}


def template(name: str) -> dict[str, Any]:
    """A questionnaire document of this template, the caller's own to change; KeyError for an unknown name."""
    return deepcopy(TEMPLATES[name]())
