"""What is wrong with the catalogues: texts that are missing, forms that are too few, placeholders that were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import polib

from tools.translating.catalogues import Translated, catalogue, is_translated, languages, name_of
from tools.translating.sources import MESSAGES, PARTICIPANT, PLURAL, texts

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+(?:!r)?\}")


def missing(language: str, domain: str) -> list[str]:
    """The texts of `domain` that `language` lacks."""
    return sorted(texts(domain) - {name_of(entry) for entry in catalogue(language, domain) if is_translated(entry)})


def everything_wrong() -> Iterator[str]:
    """A sentence for each fault of each catalogue."""
    for domain in (PARTICIPANT, MESSAGES):
        for language in languages(domain):
            yield from (f"{language} lacks in {domain}: {text!r}" for text in missing(language, domain))
            for entry in catalogue(language, domain):
                wrong = fault(language, name_of(entry), translation(entry))
                if wrong:
                    yield wrong


def translation(entry: polib.POEntry) -> Translated:
    """What an entry says: one text, or the forms by number."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else str(entry.msgstr)


def fault(language: str, text: str, translated: Translated) -> str | None:
    """What is wrong with one translation, or None."""
    needed = forms(language) if PLURAL in text else 1
    if (1 if isinstance(translated, str) else len(translated)) != needed:
        return f"{language}: {text!r} needs {needed} forms"
    if isinstance(translated, list):
        return fault_of_forms(language, text, translated)
    if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(translated)):
        return f"{language}: the placeholders differ in {text!r} and {translated!r}"
    return None


def fault_of_forms(language: str, text: str, translated: list[str]) -> str | None:
    """Forms for one and two may leave the number out; no form may ask for what is not given."""
    known = set(PLACEHOLDER.findall(text))
    lost = set(PLACEHOLDER.findall(text.split(PLURAL)[1])) - set(PLACEHOLDER.findall(translated[-1]))
    strange = {found for form in translated for found in PLACEHOLDER.findall(form)} - known
    if lost or strange:
        return f"{language}: the placeholders differ in {text!r} and {translated!r}"
    return None


@lru_cache
def forms(language: str) -> int:
    """How many forms for one and many the catalogues of `language` have."""
    rule = catalogue(language, PARTICIPANT).metadata["Plural-Forms"]
    return int(re.search(r"nplurals\s*=\s*(\d+)", rule)[1])  # type: ignore[index]
