"""Checking a body against its questionnaire and project: the rows to store, or every problem at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from participation.activities import queries as activities
from participation.clock import local, now
from participation.extensions import db
from participation.responses import correcting, geography, home
from participation.responses.body import Body
from participation.responses.photos.named import named, not_taken_in
from participation.responses.placing import Place
from participation.responses.rows import mark_rows, response_row
from surveys.answers import clean_response
from surveys.questionnaire import Questionnaire


def check(body: Body, place: Place) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, str]]]:
    """The rows to store, or every problem at once."""
    content = body.content
    errors = check_fields(content)
    questionnaire = answered_questionnaire(content.get("questionnaire_version"), place)
    if questionnaire is None:
        errors.append(
            problem(
                "questionnaire_version",
                _("This version of the questionnaire was never published. Load the page again."),
            )
        )
        return {}, [], errors
    errors += unknown_page(content.get("page"), questionnaire)
    raw_marks, _dropped = home.cut_uncut_routes(questionnaire, content.get("marks", []), place.school)
    answers, marks, wrong = checked(body.uuid, questionnaire, content, raw_marks, place.area, now())
    errors += wrong + wrong_receipt(content, place)
    if errors:
        return {}, [], errors
    return response_row(body, place, answers), marks, []


def answered_questionnaire(number: Any, place: Place) -> Questionnaire | None:
    """The version that the device names; None for one that was never published, and in a test for any but the one tried."""
    if not place.way.is_test:
        return activities.published(db.session, place.activity_id, number)
    return activities.questionnaire(db.session, place.activity_id, number) if number == place.way.tried else None


def checked(
    uuid: str,
    questionnaire: Questionnaire,
    content: dict[str, Any],
    raw_marks: Any,
    area: str | None,
    received: datetime,
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, str]]]:
    """Cleaned answers, the rows of the marks (whose routes are cut already), and every problem with either."""
    language = content.get("language")
    cleaned = clean_response(
        questionnaire,
        content.get("answers", {}),
        raw_marks,
        content.get("complete") is True,
        _,
        area,
        language if isinstance(language, str) else "",
        f"{local(received):%Y-%m-%dT%H:%M}" if questionnaire.has_logic else None,
    )
    marks = [] if cleaned.errors else mark_rows(cleaned.marks, questionnaire)
    errors = cleaned.errors + outside(marks, [mark.place for mark in cleaned.marks], area)
    if not errors and questionnaire.takes_photos:
        errors = not_taken_in(db.session.connection(), uuid, named(questionnaire, cleaned.answers, cleaned.marks))
    return cleaned.answers, marks, errors


def problem(field: str, message: str) -> dict[str, str]:
    """One problem as the device reads it."""
    return {"field": field, "message": message}


def check_fields(content: dict[str, Any]) -> list[dict[str, str]]:
    """Problems with the body's own fields."""
    errors = []
    revision, language = content.get("revision"), content.get("language", "nb")
    if not isinstance(revision, int) or isinstance(revision, bool) or not 0 < revision < 2**31:
        errors.append(problem("revision", _("The revision must be a whole number from 1.")))
    if not isinstance(content.get("complete"), bool):
        errors.append(problem("complete", _("Say true when the answer is handed in, false while it is a draft.")))
    if not isinstance(language, str) or not language.replace("-", "").isalnum() or len(language) > 10:
        errors.append(problem("language", _("Write the language as a short code such as “nb”.")))
    return errors


def unknown_page(page: Any, questionnaire: Questionnaire) -> list[dict[str, str]]:
    """A problem where the page said to be the last one reached is none of the questionnaire's."""
    if page is None or page in [known.name for known in questionnaire.pages]:
        return []
    return [problem("page", _("The questionnaire has no such page. Leave it out, or send the name of one."))]


def outside(marks: list[dict[str, Any]], places: list[str], area: str | None) -> list[dict[str, str]]:
    """Problems with marks that lie outside the project's area. `places`: of each in what was sent."""
    if geography.surely_belong([(mark["west"], mark["south"], mark["east"], mark["north"]) for mark in marks], area):
        return []
    return [
        problem(f"{places[index]}.geometry", _("This place is outside the area of the project. Move it or delete it."))
        for index in geography.strays([mark["geometry"] for mark in marks], area)
    ]


def wrong_receipt(content: dict[str, Any], place: Place) -> list[dict[str, str]]:
    """Problems with the receipt of what this response corrects."""
    if content.get("replaces") is None:
        return []
    message = correcting.problem_with(db.session.connection(), content["replaces"], place)
    return [problem("replaces", message)] if message else []
