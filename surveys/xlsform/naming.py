"""Names of a workbook as variables and codes of ours, each used once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from surveys.document_check import CODE, VARIABLE
from surveys.question_check import TAKEN

LONGEST = 50
LETTERS = str.maketrans({"æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ß": "ss", "ł": "l", "đ": "d"})


def variable_for(name: str, taken: Container[str]) -> str:
    slug = re.sub(r"[^a-z0-9]+", "_", _ascii(name).lower()).strip("_")[:LONGEST] if not _fits(name) else name
    if not slug or not slug[0].isalpha():
        slug = f"q_{slug}".rstrip("_")
    if slug in TAKEN or slug.endswith("_label"):
        slug = f"{slug}_answer"
    return unused(slug, taken)


def code_for(name: str, taken: Container[str]) -> str:
    slug = name if CODE.fullmatch(name) else re.sub(r"[^A-Za-z0-9_-]+", "_", _ascii(name)).strip("_-")[:LONGEST]
    return unused(slug or "c", taken)


def row_code_for(name: str, taken: Container[str]) -> str:
    slug = re.sub(r"[^a-z0-9]+", "_", _ascii(name).lower()).strip("_")[:LONGEST]
    fits = VARIABLE.fullmatch(f"a{name}") and not name.endswith("label")
    return unused(name if fits else f"{slug or 'row'}_" if slug.endswith("label") else slug or "row", taken)


def unused(name: str, taken: Container[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def _fits(name: str) -> bool:
    return VARIABLE.fullmatch(name) is not None


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name.translate(LETTERS)).encode("ascii", "ignore").decode()
