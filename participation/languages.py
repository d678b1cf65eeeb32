"""Which language a reader gets: the one asked for, one chosen before, the browser's, bokmål.

Participants choose among all languages of their catalogue; planners and teachers among those of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import flask
from babel import Locale, dates, negotiate_locale, numbers
from flask_babel import get_locale, get_translations
from flask_babel import gettext as _
from markupsafe import Markup

from participation import catalogues
from participation.clock import local

View = TypeVar("View", bound=Callable[..., Any])

NORWEGIAN = ("nb", "nn")
# Enough for the plural rules of any language, and none comes first.
EVERY_KIND_OF_NUMBER = range(103)
# The day before the month, as everywhere else here.
DATES_IN = {"en": "en_GB"}
COOKIE = "language"
# A planner who looks at a participant's page in another language still has the planner's own.
REMEMBERED = 2


def for_participants(view: View) -> View:
    """What this view says is read by pupils or residents, so each of its texts is in the participants' catalogue."""
    view.for_participants = True  # type: ignore[attr-defined]
    return view


def participant_asks() -> bool:
    """True when the request is one that pupils and residents make; also where there is no page, as by a mistyped link."""
    if not flask.has_request_context():
        return False
    endpoint = flask.request.endpoint
    view = flask.current_app.view_functions.get(endpoint) if endpoint else for_participants
    return view is for_participants or getattr(view, "for_participants", False)


def offered() -> tuple[str, ...]:
    """The languages to choose among here."""
    return catalogues.languages(catalogues.PARTICIPANTS if participant_asks() else catalogues.PLANNERS)


def select() -> str:
    """The language of this request; outside one, what was chosen for the work at hand."""
    if not flask.has_request_context():
        return str(flask.g.get("language", "nb"))
    return chosen() or browsers(offered()) or "nb"


def chosen() -> str | None:
    """The language the reader or the page chose, if any."""
    wanted = (flask.g.get("language"), flask.request.args.get("lang"), *remembered())
    known = offered()
    return next((language for language in wanted if language in known), None)


def browsers(known: Sequence[str]) -> str | None:
    """The first of the browser's languages that is among `known`, also where it says a country ("pl-PL")."""
    asked = [code for code, quality in flask.request.accept_languages if quality]
    plain = ["nb" if code.lower().split("-")[0] == "no" else code.lower() for code in asked]
    found = negotiate_locale(plain, known, sep="-")
    return next((language for language in known if language.lower() == found), None)


def remembered() -> list[str]:
    """What this reader has chosen before, the latest first."""
    return flask.request.cookies.get(COOKIE, "").split(".")[:REMEMBERED]


def use(language: str) -> None:
    """Give the rest of this request in `language` (a class's, say) unless the reader asks for another."""
    if flask.request.args.get("lang") not in offered() and language in offered():
        flask.g.language = language


def current() -> str:
    """The code of the language in use, such as "nn"."""
    locale = get_locale() or Locale("nb")
    return "nb" if locale.language == "no" else locale.language


def ours(language: str) -> Markup:
    """What an element with the program's own words says of theirs, inside a text in `language`."""
    own = current()
    return Markup("") if own == language else Markup(' lang="{}" dir="{}"').format(own, catalogues.direction(own))


def register(app: flask.Flask) -> None:
    """Give templates the language menu, dates and numbers, and remember a choice made with `?lang=`."""
    app.jinja_env.filters.update(day=day, moment=moment, number=number, direction=catalogues.direction, ours=ours)
    app.jinja_env.globals["language_name"] = catalogues.name
    app.context_processor(about_language)
    app.after_request(remember)


def about_language() -> dict[str, Any]:
    """What every template knows of the language it is shown in, and of the others."""
    language = current()
    return {
        "language": language,
        "direction": catalogues.direction(language),
        "language_names": {code: catalogues.name(code) for code in offered()},
        "unread": participant_asks() and not catalogues.is_read(language),
        "municipality": flask.current_app.config["MUNICIPALITY"] or _("The municipality"),
    }


def remember(response: flask.Response) -> flask.Response:
    """Keep a choice made with `?lang=` in a cookie."""
    if flask.request.path.startswith("/api/") or flask.g.get("leaves_nothing"):
        return response
    asked = flask.request.args.get("lang")
    if asked in offered():
        latest = [asked, *(language for language in remembered() if language not in ("", asked))]
        secure = flask.current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(
            COOKIE, ".".join(latest[:REMEMBERED]), max_age=31536000, samesite="Lax", httponly=True, secure=secure
        )
    return response


def forms(one: str, many: str) -> dict[str, str]:
    """A text for one and many in the reader's language, by plural category ("one", "few", "other" …) of whole numbers."""
    category = Locale(current()).plural_form
    return {category(count): get_translations().ungettext(one, many, count) for count in EVERY_KIND_OF_NUMBER}


def dates_in() -> str:
    """The locale of dates in the reader's language."""
    return DATES_IN.get(current(), current())


def day(when: date) -> str:
    """A date in the reader's language, as "22. november 2026"; the local one of a moment."""
    known = local(when).date() if isinstance(when, datetime) else when
    return str(dates.format_date(known, "long", dates_in()))


def day_of_year(when: date) -> str:
    """A date without its year in the reader's language, as "22. november"."""
    return str(dates.format_skeleton("MMMMd", when, locale=dates_in()))


def moment(when: datetime) -> str:
    """Day and time in the reader's language, as "22. november 2026 kl. 10:42"."""
    between = " kl. " if current() in NORWEGIAN else ", "
    return f"{day(when)}{between}{dates.format_time(local(when), 'HH:mm', locale=dates_in())}"


def number(value: Any) -> str:
    """A number in the reader's language, as "1 234,5"."""
    return str(numbers.format_decimal(value, locale=current()))
