"""The catalogues as files: participation/translations/<language>/LC_MESSAGES/<domain>.po."""

from __future__ import annotations

from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from tools.translating.sources import MESSAGES, PARTICIPANT, PLURAL, ROOT, texts

TRANSLATIONS = ROOT / "participation" / "translations"
DOMAINS = (PARTICIPANT, MESSAGES)
Translated = str | list[str]
# Babel has the last two forms of Arabic the other way round than the tools translators use.
PLURALS = {"ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"}


def languages(domain: str) -> list[str]:
    """The languages that have this catalogue. The source is English, so English has none."""
    return sorted(path.parts[-3] for path in TRANSLATIONS.glob(f"*/LC_MESSAGES/{domain}.po"))


def domain_of(text: str) -> str:
    """The catalogue a text belongs in."""
    return PARTICIPANT if text in texts(PARTICIPANT) else MESSAGES


def catalogue(language: str, domain: str) -> polib.POFile:
    """What is there, or a new one that says no speaker has read it."""
    path = TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=0)
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Language": language,
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS.get(language) or str(get_plural(language)),
        "X-Read-By-Speaker": "no",
    }
    made.fpath = str(path)
    return made


def name_of(entry: polib.POEntry) -> str:
    """The text as `texts` gives it."""
    return PLURAL.join((entry.msgid, entry.msgid_plural)) if entry.msgid_plural else str(entry.msgid)


def is_translated(entry: polib.POEntry) -> bool:
    """True when no form of it is empty."""
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def entry_of(text: str, translated: Translated) -> polib.POEntry:
    """A text and its translation, or its translations by number."""
    if isinstance(translated, str):
        return polib.POEntry(msgid=text, msgstr=translated)
    one, many = text.split(PLURAL)
    return polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural=dict(enumerate(translated)))


def save(made: polib.POFile, kept: frozenset[str] | None = None) -> None:
    """Write what is translated, in the order of the texts; only those of `kept` when it is given."""
    entries = {name_of(entry): entry for entry in made if is_translated(entry)}
    ordered = polib.POFile(wrapwidth=0)
    ordered.metadata = made.metadata
    ordered.extend(entries[text] for text in sorted(entries) if kept is None or text in kept)
    Path(made.fpath).parent.mkdir(parents=True, exist_ok=True)
    ordered.save(made.fpath)


def compile_all() -> None:
    """Make the .mo file of every catalogue, with its header."""
    for path in TRANSLATIONS.glob("*/LC_MESSAGES/*.po"):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
