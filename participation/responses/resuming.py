"""Going on with an unfinished answer on another device: a code is asked for here and typed in there."""

from __future__ import annotations

from typing import Any

import flask
from flask_babel import gettext as _

from participation.accounts.access import public
from participation.class_sessions.limits import wrong_code_limit
from participation.database import writing
from participation.errors import Refused
from participation.extensions import csrf, db
from participation.responses import queries, resume_codes
from participation.responses.body import version_4
from participation.responses.models import Response
from participation.safeguards.keyed_codes import grouped

blueprint = flask.Blueprint("resuming", __name__)


@blueprint.post("/api/responses/<uuid>/resume-code")
@csrf.exempt
@public
@wrong_code_limit(lambda response: response.status_code == 404)
def give(uuid: str) -> flask.typing.ResponseReturnValue:
    """A new code for whoever knows the UUID; one given before stops working."""
    with writing(db) as session:
        code = resume_codes.give(session, version_4(uuid) or "")
    return {"code": grouped(code)}, 201


@blueprint.post("/api/activities/<int:identity>/resume")
@csrf.exempt
@public
@wrong_code_limit(lambda response: response.status_code == 404)
def resume(identity: int) -> flask.typing.ResponseReturnValue:
    """The unfinished answer behind a code, as a device keeps it."""
    content = flask.request.get_json(silent=True)
    code = content.get("code") if isinstance(content, dict) else None
    found = resume_codes.draft_behind(db.session(), identity, code) if isinstance(code, str) else None
    if found is None:
        raise Refused(unknown(), 404)
    return told(found)


def unknown() -> str:
    """What is told when no draft has the code."""
    return _(
        "No unfinished answer has this code. Look at what you wrote down and type it again. "
        "The code does not work any more once the answer is sent."
    )


def told(response: Response) -> dict[str, Any]:
    """What another device needs to go on."""
    return {
        **queries.document(response),
        "questionnaire_version": response.questionnaire_version,
        "language": response.language,
        "page": response.reached_page,
    }
