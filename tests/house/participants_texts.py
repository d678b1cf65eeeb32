"""What a participant reads is in the participants' catalogue: seen to whenever a test fetches anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any
from unittest import mock

import flask
from babel.support import Translations

from participation import languages
from tools.translating.catalogues import catalogue, name_of
from tools.translating.sources import PARTICIPANT, PLURAL, is_participants

OURS = "messages"
# Shown to whoever comes, and so to teachers and planners too.
EVERYBODYS = ("errors/",)
_looking: ContextVar[bool] = ContextVar("looking", default=False)


@lru_cache
def known() -> frozenset[str]:
    return frozenset(name_of(entry) for entry in catalogue("nb", PARTICIPANT))


@contextmanager
def participants_texts_only() -> Iterator[None]:
    """Fail where a participant's request looks up a planner's text, or another request renders a participant's page.

    In this thread and context alone: tests ask from several threads at once.
    """
    token = _looking.set(True)
    try:
        yield
    finally:
        _looking.reset(token)


def _look_on() -> None:
    """From now on, in every thread; once, for what is put over something twice at a time is not taken off whole."""
    one, many = Translations.ugettext, Translations.ungettext

    def gettext(catalogues: Translations, text: str) -> str:
        see_to(catalogues, text)
        return one(catalogues, text)

    def ngettext(catalogues: Translations, singular: str, plural: str, number: int) -> str:
        see_to(catalogues, PLURAL.join((singular, plural)))
        return many(catalogues, singular, plural, number)

    mock.patch.multiple(Translations, ugettext=gettext, ungettext=ngettext).start()
    flask.template_rendered.connect(see_to_template)


def see_to(catalogues: Translations, text: str) -> None:
    if _looking.get() and catalogues.domain == OURS and flask.has_request_context() and languages.participant_asks():
        assert text in known(), f"participants read {text!r} here: list its file in tools/translating/sources.py"


def see_to_template(_app: flask.Flask, template: Any, **_context: Any) -> None:
    name = str(template.name)
    if _looking.get() and is_participants(f"templates/{name}") and not name.startswith(EVERYBODYS):
        assert languages.participant_asks(), f"put @for_participants on the view that shows {name}"


_look_on()
