"""*Moderering*: everything in a project that waits for a look, and what is decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flask
from flask_babel import gettext as _
from flask_login import current_user

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.moderation import decisions, queue_page, translating, waiting_for
from participation.moderation.blurring import words_in
from participation.moderation.decision_words import told
from participation.moderation.kinds import PHOTO, Key, keys_in
from participation.moderation.queue_filters import queue_filters
from participation.moderation.routes.blueprint import blueprint
from participation.moderation.verbs import VERBS
from participation.projects.access import project_at
from participation.projects.models import Project

QUEUE = "/moderation"


@blueprint.get(QUEUE)
@requires(Permission.RESPONSE_SEE)
@reads(Act.QUEUE_READ)
def queue(slug: str) -> str:
    """What waits, or whatever else the address asks for."""
    project = project_at(slug)
    filters = queue_filters(flask.request.args)
    return flask.render_template("moderation/queue.html", **queue_page.content(db.session(), project, filters))


@blueprint.post(f"{QUEUE}/<any(approve, unapprove, hide, restore, blur, unblur):verb>")
@requires(Permission.RESPONSE_MODERATE)
@records(Act.ITEMS_APPROVED)
def decide_queue(slug: str, verb: str) -> flask.typing.ResponseReturnValue:
    """Carry a verb out for those that are ticked, or for everything that the address's filters let through."""
    keys, words = chosen(project_at(slug)), words_in(flask.request.form.get("words", ""))
    decision, count = None, 0
    at_once = decisions.part_of(verb)
    for start in range(0, len(keys), at_once):
        part = keys[start : start + at_once]
        with writing(db) as session:
            done = decisions.decide(session, project_at(slug), verb, part, current_user.email, words, decision)
            concerning(act=VERBS[verb].act, count=done.changed)
        decision, count = done.decision, count + done.changed
    if not count:
        flask.flash(nothing_done(verb), "error")
    return back(slug, done=decision)


@blueprint.post(f"{QUEUE}/undo/<int:decision_id>")
@requires(Permission.RESPONSE_MODERATE)
@records(Act.ITEMS_UNAPPROVED)
def undo_queue(slug: str, decision_id: int) -> flask.typing.ResponseReturnValue:
    """Undo what was decided by one press."""
    count, is_over = 0, False
    while not is_over:
        with writing(db) as session:
            verb, undone, is_over = decisions.undo(session, project_at(slug), decision_id, current_user.email)
            concerning(act=VERBS[verb].act, count=undone)
        count += undone
    flask.flash(told(verb, count))
    return back(slug)


@blueprint.post(f"{QUEUE}/translate")
@requires(Permission.RESPONSE_MODERATE)
@records(Act.TRANSLATED)
def translate_queue(slug: str) -> flask.typing.ResponseReturnValue:
    """Write a translation beside one text, or take it away."""
    form = flask.request.form
    language, text = form.get("language", ""), form.get("translation", "")
    with writing(db) as session:
        project = project_at(slug)
        key = decisions.one_of(session, project, keys_in(form.getlist("item")))
        if key is None or key.kind == PHOTO or language not in queue_page.languages_to():
            raise Refused(_("The text is gone, or the language is none of ours. Load the page again."), 422)
        translating.put(session, key.kind, key.id, form.get("variable", "")[:80], language, text)
        concerning(count=1)
    flask.flash(
        _("The translation is saved. Downloads carry it.") if text.strip() else _("The translation is removed.")
    )
    return back(slug)


def chosen(project: Project) -> Sequence[Key]:
    """What the form ticks; with “everything”, what the filters let through."""
    if "everything" in flask.request.form:
        return waiting_for.keys(db.session(), project, queue_filters(flask.request.args))
    return keys_in(flask.request.form.getlist("item"))


def nothing_done(verb: str) -> str:
    """Why a press changed nothing."""
    if verb == "blur":
        return _("No words were blurred. Say which words; what is not sent yet can only be hidden.")
    return _("Nothing was changed. Tick what you want to decide about; somebody else may have decided it meanwhile.")


def back(slug: str, done: int | None = None) -> flask.typing.ResponseReturnValue:
    """To the queue as it was, with what can be undone."""
    asked: dict[str, Any] = {**queue_filters(flask.request.args).as_arguments(), "done": done}
    asked["page"] = flask.request.args.get("page", type=int)
    return flask.redirect(flask.url_for("moderation.queue", slug=slug, **asked, _anchor="queue"))
