"""The screens of answering, with what each needs."""

from __future__ import annotations

import flask

from participation import catalogues, languages
from participation.extensions import db
from participation.invitations import tickets, using
from participation.responses.answering import listed_places, place_answers, work
from participation.responses.answering.filled_page import FilledPage
from participation.responses.answering.reader import Reader, reader_of
from participation.responses.answering.survey import Survey
from participation.responses.pupil_page import promised
from participation.safeguards.keyed_codes import grouped

# In the browser of one who has answered, for this survey alone: that somebody has, and nothing about whom.
ANSWERED, REMEMBERED_FOR = "answered", 180 * 24 * 3600


def reader(survey: Survey) -> Reader:
    """Who reads: by the button pressed, the address, the page before, an earlier choice, the browser."""
    typed, known = flask.request.form, languages.offered()
    wanted = (
        chosen_by_button(typed.get("page-go", "")),
        flask.request.args.get("lang"),
        typed.get("page-spoken"),
        *languages.remembered(),
    )
    found = reader_of(survey.questionnaire.languages, wanted, known)
    flask.g.language = found.own
    return found


def chosen_by_button(pressed: str) -> str | None:
    """The language of a button that says "stay:ar"."""
    verb, _colon, language = pressed.partition(":")
    return language if verb == "stay" else None


def render(template: str, survey: Survey, reader: Reader, **values: object) -> str:
    """A page in the reader's language."""
    return flask.render_template(
        f"answering/{template}.html",
        survey=survey,
        reader=reader,
        said=reader.said,
        language=reader.language,
        direction=reader.direction,
        languages={code: catalogues.name(code) for code in reader.languages},
        **values,
    )


def brought(survey: Survey) -> tuple[str | None, str | None]:
    """The state of the personal code this browser came with, None without one; and its note while it can be used."""
    ticket = tickets.kept(survey.id)
    hashed = tickets.code_hash(ticket, survey.id)
    if hashed is None:
        return None, None
    state = using.state(db.session.connection(), survey.id, hashed)
    return state, ticket if state == using.UNUSED else None


def page(filled: FilledPage, told: str = "", code: str | None = None) -> flask.typing.ResponseReturnValue:
    """One page to fill in; 422 where something on it is to be mended."""
    survey = filled.survey
    number, of = filled.flow.progress(filled.page.name)
    added = flask.request.form.get("page-go", "").startswith("add:")
    walk = filled.flow.walk
    filled.form.offer(walk.offered)
    filled.form.require(walk.required)
    on_map = any(one.on_map for one in filled.questions)
    known = place_answers.named_places(db.session(), survey.activity.project) if on_map else []
    answer = render(
        "page",
        survey,
        filled.reader,
        filled=filled,
        address=survey.questionnaire.pages.index(filled.page) + 1,
        number=number,
        of=of,
        told=told,
        code=code,
        token=work.token(survey, filled.work),
        typed={} if added and not filled.errors else flask.request.form,
        places=places(filled),
        place_name=lambda mark: place_answers.name_of(known, mark["geometry"]),
    )
    return answer, 422 if filled.errors else 200


def places(filled: FilledPage) -> dict[str, object]:
    """The places offered for each map question of the page, while there is room for one more."""
    typed = flask.request.form
    return {
        one.variable: listed_places.offered(db.session(), filled, one, typed.get(f"find-{one.variable}", ""))
        for one in filled.questions
        if one.on_map and listed_places.may_add(filled, one)
    }


def thanks(filled: FilledPage, receipt: str) -> flask.typing.ResponseReturnValue:
    """The answer is in: the receipt, and what happens next."""
    answer = flask.make_response(
        render(
            "thanks", filled.survey, filled.reader, receipt=grouped(receipt), promise=promised(filled.survey.activity)
        )
    )
    secure, path = flask.current_app.config["SESSION_COOKIE_SECURE"], f"/a/{filled.survey.id}"
    if filled.work.ticket is None:
        answer.set_cookie(ANSWERED, "1", max_age=REMEMBERED_FOR, path=path, samesite="Lax", secure=secure)
    tickets.forget(answer, filled.survey.id)
    return answer


def answered_before(survey: Survey, reader: Reader) -> str:
    """This browser has answered: may somebody else begin?"""
    return render("answered_before", survey, reader)


def sent_before(filled: FilledPage) -> str:
    """The page of an answer that is sent, shown again."""
    return render("sent_before", filled.survey, filled.reader)


def invitation_form(survey: Survey, reader: Reader, wrong: str = "", typed: str = "") -> str:
    """Where a personal code is typed."""
    return render("code", survey, reader, wrong=wrong, typed=typed)


def code_form(survey: Survey, reader: Reader, wrong: str = "", typed: str = "") -> str:
    """Where the code of what was begun elsewhere is typed."""
    return render("resume", survey, reader, wrong=wrong, typed=typed)
