"""The language of whoever reads what a command says: the environment's where we have it, else bokmål."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import flask

from participation import catalogues, languages
from participation.extensions import babel

# The order in which gettext asks; LANGUAGE may hold several, the best first.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
KNOWN = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}


def language() -> str:
    """The reader's language."""
    asked = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    codes = (re.split(r"[_.@]", part)[0].lower() for part in asked.split(":"))
    return next((KNOWN[code] for code in codes if code in KNOWN), "nb")


@contextmanager
def spoken_to() -> Iterator[None]:
    """Let sentences be in the reader's language before there is an application; click's own too."""
    bare = flask.Flask(__name__, static_folder=None)
    babel.init_app(
        bare,
        default_domain=catalogues.BOTH,
        default_translation_directories=catalogues.FOLDERS,
        locale_selector=languages.select,
    )
    with _click_in(language()), inside(bare):
        yield


@contextmanager
def inside(app: flask.Flask) -> Iterator[flask.Flask]:
    """The application's context, speaking the reader's language."""
    with app.app_context():
        flask.g.language = language()
        yield app


@contextmanager
def _click_in(wanted: str) -> Iterator[None]:
    """Click asks gettext's default domain, which goes by the environment."""
    gettext.bindtextdomain(gettext.textdomain(), str(catalogues.FOLDER))
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = wanted
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
