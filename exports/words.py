"""Words of the formats' own, marked here and translated by whoever calls."""

from collections.abc import Callable

Translate = Callable[[str], str]


def untranslated(text: str) -> str:
    """The text as it stands in the program: English. Also marks a text for the catalogues, under the name `_`."""
    return text
