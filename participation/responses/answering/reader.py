"""The respondent's language: the questionnaire's texts in it, and the program's own words in it or the nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from flask_babel import gettext as _
from markupsafe import Markup, escape

from participation import catalogues
from participation.catalogues import direction
from participation.languages import browsers
from surveys.texts import Texts


@dataclass(frozen=True)
class Reader:
    """`language`: of the questionnaire's texts; `own`: of the program's words, which knows fewer languages."""

    language: str
    own: str
    languages: tuple[str, ...]

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def own_attributes(self) -> Markup:
        """What an element with the program's own words says of their language, where it is not the page's."""
        return Markup("") if self.own == self.language else spoken(self.own)

    def text(self, texts: Texts | None) -> str:
        """The text alone, in the first language that has one where it lacks."""
        return found(texts, self.language)[1]

    def said(self, texts: Texts | None) -> str:
        """The text as HTML; one in another language says so, to eyes and to screen readers."""
        language, text = found(texts, self.language)
        if language == self.language or not text:
            return escape(text)
        return Markup("<span {}>{}</span> {}").format(spoken(language), text, self.only_in(language))

    def only_in(self, language: str) -> Markup:
        """What says that something is there in `language` alone."""
        return only_in(language, self.own)


def reader_of(languages: Sequence[str], wanted: Sequence[str | None], known: Sequence[str]) -> Reader:
    """`languages`: the questionnaire's; `wanted`: by the reader, the most wanted first; `known`: the program's."""
    chosen = next((language for language in wanted if language in languages), None)
    language = chosen or browsers(languages) or languages[0]
    own = next((spoken for spoken in (language, *languages) if spoken in known), "nb")
    return Reader(language, own, tuple(languages))


def found(texts: Texts | None, language: str) -> tuple[str, str]:
    """Language and text: the one asked for, else the first there is."""
    known = {spoken: text for spoken, text in (texts or {}).items() if text}
    if language in known or not known:
        return language, known.get(language, "")
    return next(iter(known.items()))


def only_in(language: str, own: str) -> Markup:
    """What says that something is there in `language` alone, to one who reads the program's words in `own`."""
    return Markup('<span {} class="only-in">{}</span>').format(spoken(own), only_in_words(language, own))


def only_in_words(language: str, own: str) -> str:
    return _("Only in %(language)s", language=name(language, own))


def spoken(language: str) -> Markup:
    """The attributes of an element in this language."""
    return Markup('lang="{}" dir="{}"').format(language, direction(language))


def name(language: str, reader: str) -> str:
    """What the language is called in `reader`'s; its own name for itself where that is not known."""
    try:
        told = Locale.parse(language).get_language_name(reader)
    except (UnknownLocaleError, ValueError):
        told = None
    return told or catalogues.name(language)
