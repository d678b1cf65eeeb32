"""Which language a reader gets: the one asked for, the one chosen before, the browser's, bokmål."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import flask
from babel import Locale, UnknownLocaleError, dates, numbers
from flask_babel import get_locale

from participation.clock import local

View = TypeVar("View", bound=Callable[..., Any])

NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


def for_participants(view: View) -> View:
    """What this view says is read by pupils or residents, so each of its texts is in the participants' catalogue."""
    view.for_participants = True  # type: ignore[attr-defined]
    return view


def participant_asks() -> bool:
    """True when the request is one that pupils and residents make; also where there is no page, as by a mistyped link."""
    endpoint = flask.request.endpoint
    view = flask.current_app.view_functions.get(endpoint) if endpoint else for_participants
    return view is for_participants or getattr(view, "for_participants", False)


def select() -> str:
    """The language of this request; outside one, what was chosen for the work at hand."""
    if not flask.has_request_context():
        return str(flask.g.get("language", "nb"))
    known = flask.current_app.config["LANGUAGES"]
    wanted = (flask.g.get("language"), flask.request.args.get("lang"), flask.request.cookies.get("language"))
    chosen = next((language for language in wanted if language in known), None)
    return chosen or flask.request.accept_languages.best_match(known) or "nb"


def use(language: str) -> None:
    """Give the rest of this request in `language` (a class's, say) unless the reader asks for another."""
    if not flask.request.args.get("lang") and language in flask.current_app.config["LANGUAGES"]:
        flask.g.language = language


def current() -> str:
    """The code of the language in use, such as "nn"."""
    locale = get_locale() or Locale("nb")
    return "nb" if locale.language == "no" else locale.language


def register(app: flask.Flask) -> None:
    """Give templates the language menu and Norwegian dates and numbers, and remember a choice made with `?lang=`."""
    app.jinja_env.filters["day"] = lambda moment: dates.format_date(
        _date(moment), "d. MMMM y" if current() != "en" else "long", current()
    )
    app.jinja_env.filters["moment"] = moment
    app.jinja_env.filters["direction"] = direction
    app.jinja_env.filters["number"] = lambda value: numbers.format_decimal(value, locale=current())

    @app.context_processor
    def names() -> dict[str, Any]:
        return {"language": current(), "language_names": NAMES, "municipality": app.config["MUNICIPALITY"]}

    @app.after_request
    def remember(response: flask.Response) -> flask.Response:
        if flask.request.path.startswith("/api/"):
            return response
        asked = flask.request.args.get("lang")
        if asked and asked in app.config["LANGUAGES"]:
            secure = app.config["SESSION_COOKIE_SECURE"]
            response.set_cookie("language", asked, max_age=31536000, samesite="Lax", httponly=True, secure=secure)
        return response


def direction(language: str) -> str:
    """Which way a language of two or three letters is written, "ltr" or "rtl"; "ltr" for one that nobody knows."""
    try:
        return str(Locale.parse(language).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def moment(when: datetime) -> str:
    """Day and time in the reader's language, as "22. november 2026 kl. 10:42"."""
    pattern = "d. MMMM y 'kl.' HH:mm" if current() != "en" else "d MMMM y, HH:mm"
    return str(dates.format_datetime(local(when), pattern, locale=current()))


def _date(moment: Any) -> Any:
    return local(moment).date() if hasattr(moment, "tzinfo") else moment
