"""Joining and resuming: the device gets a token, a nickname, the personal code and what was drawn before."""

from __future__ import annotations

from typing import Any

import flask
from flask_babel import gettext as _

from participation.accounts.access import public
from participation.class_sessions import codes, joining
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.limits import wrong_code_limit
from participation.class_sessions.models import Pupil
from participation.database import writing
from participation.errors import Refused
from participation.extensions import csrf, db
from participation.languages import for_participants
from participation.responses import queries
from participation.safeguards.keyed_codes import grouped

blueprint = flask.Blueprint("joining", __name__)


@blueprint.post("/api/classes/<code>/pupils")
@csrf.exempt
@public
@for_participants
@wrong_code_limit(lambda response: response.status_code == 404)
def join(code: str) -> flask.typing.ResponseReturnValue:
    """Without a personal code: a new pupil (201). With one: that pupil, with what was saved (200)."""
    content = flask.request.get_json(silent=True)
    personal = content.get("personal_code") if isinstance(content, dict) else None
    with writing(db) as session:
        class_session = class_sessions.class_by_code(session, code)
        if class_session is None:
            raise Refused(_("The class code is wrong. Look at the board and type it again."), 404)
        if personal is None:
            return told(joining.join(session, class_session), None), 201
        pupil = class_sessions.pupil_by_code(session, class_session, str(personal)[:40])
        if pupil is None:
            raise Refused(_("Nobody in this class has that code. Look at your slip and type it again."), 404)
        joining.resume(class_session, pupil)
        response = queries.newest_of_pupil(session, pupil)
        return told(pupil, queries.document(response) if response else None), 200


def told(pupil: Pupil, response: dict[str, object] | None) -> dict[str, Any]:
    """What the device keeps about its pupil."""
    return {
        "token": codes.pupil_token(pupil),
        "nickname": pupil.nickname,
        "personal_code": grouped(codes.personal_code(pupil.class_session_id, pupil.number)),
        "response": response,
    }
