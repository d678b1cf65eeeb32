"""The words and signs of an XPath expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from surveys.messages import Message, _, shown

MOST_TOKENS = 2000
Kind = Literal["number", "text", "reference", "name", "sign", "end"]

# Word processors put curved quotation marks where straight ones were typed.
QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”", "’": "’", "”": "”"}
REFERENCE = re.compile(r"\$\{([^{}$]{1,200})\}")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
NAME = re.compile(r"[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?")
SIGN = re.compile(r"!=|<=|>=|\.\.|//|[-()\[\],=<>+*/.|@]")
BLANK = re.compile(r"\s+")


class XPathError(Exception):
    """Why an expression cannot be read."""

    def __init__(self, template: str, **params: Any) -> None:
        super().__init__(template)
        self.message = Message(template, params)


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str


END = Token("end", "")


def tokens_of(text: str) -> list[Token]:
    found: list[Token] = []
    for token in _tokens(text):
        found.append(token)
        if len(found) > MOST_TOKENS:
            raise XPathError(_("It is too long: more than %(most)s words and signs."), most=MOST_TOKENS)
    return [*found, END]


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if blank := BLANK.match(text, at):
            at = blank.end()
            continue
        token, at = _token(text, at)
        yield token


def _token(text: str, at: int) -> tuple[Token, int]:
    if text[at] in QUOTES:
        return _quoted(text, at)
    if found := REFERENCE.match(text, at):
        return Token("reference", found[1].strip()), found.end()
    for kind, pattern in _PATTERNS:
        if found := pattern.match(text, at):
            return Token(kind, found[0]), found.end()
    raise XPathError(_("“%(sign)s” cannot stand here."), sign=shown(text[at : at + 10]))


def _quoted(text: str, at: int) -> tuple[Token, int]:
    end = text.find(QUOTES[text[at]], at + 1)
    if end < 0:
        raise XPathError(_("A quotation mark is missing after “%(text)s”."), text=shown(text[at + 1 :]))
    return Token("text", text[at + 1 : end]), end + 1


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("number", NUMBER), ("name", NAME), ("sign", SIGN))
