"""Which fonts a text needs, and what stands where none has a character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fpdf import FPDF

from exports.plain_text import plain_text

FOLDER = Path(__file__).parent / "fonts"
BASE = "noto-sans-latin"
WEIGHTS = {"": "regular", "B": "bold"}
# To add a script: two files in fonts/, and what it writes here.
SCRIPTS = {
    "noto-sans-latin-ext": "[Ā-ʯ̀-ͯḀ-ỿ₠-⃀Ⱡ-Ɀ]",
    "noto-sans-cyrillic": "[Ѐ-ӿ]",
    "noto-sans-cyrillic-ext": "[Ѐ-ԯ]",
    "vazirmatn-arabic": "[؀-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ]",
    "noto-sans-ethiopic": "[ሀ-᎟]",
}
# Keeps two letters from joining: without it a Persian word reads as another.
APART = "\u200c"
# They choose between two looks of a character, or join several to one; alone they draw nothing.
INVISIBLE = re.compile("[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")


def use_fonts(pdf: FPDF, texts: Iterable[str]) -> None:
    """Load the fonts that the texts need, and no others: each takes time."""
    everything = "".join(texts)
    needed = [name for name, letters in SCRIPTS.items() if re.search(letters, everything)]
    for name in (BASE, *needed):
        for style, weight in WEIGHTS.items():
            pdf.add_font(name, style, FOLDER / f"{name}-{weight}.woff2")
    pdf.set_fallback_fonts(needed, exact_match=True)


def drawable(pdf: FPDF, text: str) -> str:
    """`text` with the name of each character that no loaded font has, such as [party popper], in its place."""
    known = [font.cmap for font in pdf.fonts.values() if hasattr(font, "cmap")]
    return "".join(_drawn(known, character) for character in INVISIBLE.sub("", plain_text(text)))


def _drawn(known: Iterable[object], character: str) -> str:
    if character.isspace():
        return "\n" if character == "\n" else " "
    if any(ord(character) in cmap for cmap in known):  # type: ignore[operator]
        return character
    if character == APART:
        return ""  # nothing joins there
    named = unicodedata.name(character, f"U+{ord(character):04X}")
    return f"[{named.lower()}]"
