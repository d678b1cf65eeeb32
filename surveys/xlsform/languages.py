"""Languages as workbooks name them, `English (en)`, and their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale

NAMED = re.compile(r"(.*?)\s*\(\s*([A-Za-z]{2,3})(?:[-_][^()]*)?\s*\)\s*")
CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
OWN_NAMES = {
    "norsk": "nb",
    "norwegian": "nb",
    "bokmål": "nb",
    "norsk bokmål": "nb",
    "nynorsk": "nn",
    "norsk nynorsk": "nn",
    "samisk": "se",
    "davvisámegiella": "se",
    "engelsk": "en",
    "svenska": "sv",
    "dansk": "da",
    "polski": "pl",
    "українська": "uk",
    "العربية": "ar",
    "soomaali": "so",
    "español": "es",
    "français": "fr",
    "deutsch": "de",
    "português": "pt",
    "kiswahili": "sw",
}
PRIVATE = [f"qa{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"] + [
    f"qb{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"
]
"""Codes that the standard keeps free for languages of one's own."""


@cache
def _codes() -> dict[str, str]:
    english = Locale.parse("en").languages
    return {name.lower(): code for code, name in english.items() if re.fullmatch(r"[a-z]{2,3}", code)} | OWN_NAMES


def known_code(name: str) -> str | None:
    """The code of a language named in a heading, None where none is known."""
    if found := NAMED.fullmatch(name):
        return found[2].lower()
    if name.strip().lower() in _codes():
        return _codes()[name.strip().lower()]
    found = CODE.fullmatch(name.strip())
    return found[1].lower() if found and found[1].lower() in Locale.parse("en").languages else None


def codes_of(names: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Name → code, and the names whose code had to be made up."""
    found: dict[str, str] = {}
    unknown = []
    for name in dict.fromkeys(names):
        code = known_code(name)
        if code is None:
            unknown.append(name)
            code = next((free for free in PRIVATE if free not in found.values()), PRIVATE[-1])
        found[name] = code
    return found, unknown


def heading_name(code: str) -> str:
    """A language as a heading names it: `English (en)`."""
    locale = Locale.parse("en")
    name = locale.languages.get(code, code)
    return f"{name} ({code})"
