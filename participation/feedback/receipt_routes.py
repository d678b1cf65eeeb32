"""*Hva skjedde med svaret mitt?*: how far it has come, what was heard, and taking it back."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation import languages
from participation.accounts.access import public
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.limits import wrong_code_limit
from participation.database import writing
from participation.extensions import db
from participation.feedback import queries
from participation.feedback.receipt_form import ReceiptForm
from participation.languages import for_participants
from participation.responses import queries as responses
from participation.responses import services as response_services
from participation.responses.answering.reader import only_in

blueprint = flask.Blueprint("receipt", __name__)


@blueprint.route("/receipt", methods=["GET", "POST"])
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 422)
def show() -> flask.typing.ResponseReturnValue:
    """What became of an answer, by its receipt or the pupil's own code; with `withdraw` it is deleted."""
    form = ReceiptForm()
    if not form.validate_on_submit():
        return flask.render_template("feedback/receipt.html", form=form), 422 if form.is_submitted() else 200
    found = responses.responses_by_receipt(db.session(), form.code.data or "")
    pupil = None if found else class_sessions.pupil_with(db.session(), form.code.data or "")
    if pupil is not None:
        languages.use(pupil.class_session.language)
        return flask.render_template("feedback/receipt.html", form=form, nothing_from=pupil)
    if not found:
        form.code.errors = [_("No answer has this code. Look at your slip and type it again.")]
        return flask.render_template("feedback/receipt.html", form=form), 422
    languages.use(found[0].language)
    if form.withdraw.data:
        return withdraw(form.code.data or "")
    told = [(response, queries.became_of(db.session(), response)) for response in found]
    own = languages.current()
    return flask.render_template(
        "feedback/receipt.html", form=form, told=told, only_in=lambda language: only_in(language, own)
    )


def withdraw(code: str) -> str:
    """Delete everything of the one with this code."""
    with writing(db) as session:
        response_services.erase_by_receipt(session, code)
    response_services.log_erasures()
    return flask.render_template("feedback/withdrawn.html")
