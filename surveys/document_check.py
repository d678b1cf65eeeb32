"""The small checks that a questionnaire document is made of; each notes what is wrong and goes on."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from surveys.errors import Problem
from surveys.messages import Message, _, shown

VARIABLE = re.compile(r"[a-z][a-z0-9_]{0,62}")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")
LANGUAGE = re.compile(r"[a-z]{2,3}")
MAX_TEXT = 4000


class DocumentCheck:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.languages: Sequence[str] = ()

    def report(self, place: str, template: str, **params: Any) -> None:
        self.problems.append(Problem(place, Message(template, params)))

    def mapping(self, value: object, place: str) -> dict[str, Any] | None:
        if isinstance(value, dict):
            return value
        self.report(place, _("Put an object {…} here."))
        return None

    def items(self, value: object, place: str, most: int, least: int = 0) -> list[Any]:
        if not isinstance(value, list):
            self.report(place, _("Put a list […] here."))
            return []
        if not least <= len(value) <= most:
            self.report(
                place,
                _("There are %(count)s here. There must be %(least)s to %(most)s."),
                count=len(value),
                least=least,
                most=most,
            )
        return value[:most]

    def known_members(self, document: dict[str, Any], known: Iterable[str], place: str) -> None:
        known = set(known)
        for name in document:
            if name in known:
                continue
            near = get_close_matches(shown(name), known, n=1)
            hint = near[0] if near else ", ".join(sorted(known))
            self.report(
                place,
                _("“%(name)s” is not known here. Did you mean %(hint)s? Otherwise remove it."),
                name=shown(name),
                hint=hint,
            )

    def texts(self, value: object, place: str, *, required: bool = True) -> None:
        """`{language: text}`, at least in one language of the document."""
        if value is None and not required:
            return
        if value is None and self.languages:
            value = {}
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self.report(place, _('Write the text once for each language: {"nb": "…"}.'))
            return
        if self.languages and not any(value.get(language, "").strip() for language in self.languages):
            self.report(place, _("The text is missing in %(language)s. Write it."), language=self.languages[0])
        for language, text in value.items():
            self._text(language, text, place)

    def _text(self, language: object, text: str, place: str) -> None:
        if self.languages and language not in self.languages:
            self.report(
                place,
                _("The language “%(language)s” is not among the questionnaire's languages. Add it there."),
                language=shown(language),
            )
        if len(text) > MAX_TEXT:
            self.report(
                place, _("The text has %(length)s characters. Shorten it to %(most)s."), length=len(text), most=MAX_TEXT
            )
        if not _can_be_stored(text):
            self.report(place, _("The text holds characters that cannot be stored. Write it again."))

    def variable(self, value: object, place: str) -> None:
        if not isinstance(value, str) or not VARIABLE.fullmatch(value) or value.endswith("_label"):
            self.report(
                place,
                _(
                    "“%(value)s” cannot be a variable. Use a–z, 0–9 and _, begin with a letter, and do not end with _label."
                ),
                value=shown(value),
            )

    def code(self, value: object, place: str) -> None:
        if not isinstance(value, str) or not CODE.fullmatch(value):
            self.report(place, _("“%(value)s” cannot be a code. Use letters a–z, digits, _ and -."), value=shown(value))

    def one_of(self, value: object, allowed: Sequence[str], place: str) -> bool:
        if isinstance(value, str) and value in allowed:
            return True
        self.report(
            place,
            _("“%(value)s” cannot stand here. Choose among: %(allowed)s."),
            value=shown(value),
            allowed=", ".join(allowed),
        )
        return False

    def flag(self, document: dict[str, Any], name: str, place: str) -> None:
        if name in document and not isinstance(document[name], bool):
            self.report(f"{place}.{name}", _("Write true or false."))

    def whole_number(self, document: dict[str, Any], name: str, place: str, least: int, most: int) -> int | None:
        """The number, or None when it is left out or wrong."""
        value = document.get(name)
        if value is None:
            return None
        if type(value) is not int or not least <= value <= most:
            self.report(
                f"{place}.{name}", _("Write a whole number from %(least)s to %(most)s."), least=least, most=most
            )
            return None
        return value

    def unlike(self, values: Iterable[object], place: str) -> None:
        seen: set[object] = set()
        for value in values:
            if isinstance(value, str) and value in seen:
                self.report(place, _("“%(value)s” is used twice. Give each its own."), value=shown(value))
            if isinstance(value, str):
                seen.add(value)


def _can_be_stored(text: str) -> bool:
    try:
        return "\x00" not in text and bool(text.encode() or True)
    except UnicodeEncodeError:
        return False
