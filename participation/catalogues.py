"""Which catalogues of texts there are: the planners' and teachers', and the participants'. One .po file adds a language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.support import Translations

FOLDER = Path(__file__).parent / "translations"
PLANNERS, PARTICIPANTS = "messages", "participant"
# `_` looks in both; Flask-Babel wants a folder for each.
BOTH, FOLDERS = f"{PLANNERS};{PARTICIPANTS}", f"{FOLDER};{FOLDER}"
SOURCE = "en"
# First in every menu; the rest follow by their codes.
FIRST = ("nb", "nn", SOURCE)
SHORT_NAMES = {"nb": "Bokmål", "nn": "Nynorsk"}


@lru_cache
def languages(catalogue: str) -> tuple[str, ...]:
    """The languages that have `catalogue`, in the order of menus."""
    there = {path.parts[-3] for path in FOLDER.glob(f"*/LC_MESSAGES/{catalogue}.mo")} | {SOURCE}
    return (*(code for code in FIRST if code in there), *sorted(there.difference(FIRST)))


@lru_cache
def name(language: str) -> str:
    """What a language calls itself, such as "Polski"; a code that nobody knows stays as it is."""
    if language in SHORT_NAMES:
        return SHORT_NAMES[language]
    try:
        own = str(Locale.parse(language).get_display_name(language))
    except (UnknownLocaleError, ValueError):
        return language
    return own[:1].upper() + own[1:]


@lru_cache
def direction(language: str) -> str:
    """Which way a language is written, "ltr" or "rtl"; "ltr" for one that nobody knows."""
    try:
        return str(Locale.parse(language).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


@lru_cache
def is_read(language: str) -> bool:
    """False while what participants read in `language` is a machine's work that no speaker has read.

    The header X-Read-By-Speaker of its .po file says "no" until a speaker puts "yes" or a name there.
    """
    header = Translations.load(FOLDER, [language], PARTICIPANTS)
    return str(getattr(header, "_info", {}).get("x-read-by-speaker", "yes")).strip().lower() != "no"
