"""An answer under way, kept on the server as a draft; whoever has its signed token goes on with it."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.class_sessions import codes
from participation.responses import hand_in, queries
from participation.responses.answering.survey import Survey
from participation.responses.body import Body
from participation.responses.models import Response


@dataclass
class Work:
    """What one respondent has told so far; revision 0 is not stored yet. `marks` are GeoJSON features.

    `ticket`: by which way it comes (see responses/ways.py); only the pages carry it, so the store cannot tell whose it was.
    """

    uuid: str
    revision: int = 0
    complete: bool = False
    completed_at: datetime | None = None
    answers: dict[str, Any] = field(default_factory=dict)
    marks: list[dict[str, Any]] = field(default_factory=list)
    page: str | None = None
    ticket: str | None = None

    def counts(self) -> dict[str, int]:
        """How many marks each map question has."""
        found: dict[str, int] = {}
        for mark in self.marks:
            asked = mark["properties"]["question"]
            found[asked] = found.get(asked, 0) + 1
        return found


def begin(survey: Survey, parameters: Mapping[str, str], ticket: str | None = None) -> Work:
    """Nothing told yet, but what the address itself tells: hidden questions are filled from its `parameters`."""
    named = {one.variable: one.setting("parameter") for one in survey.questionnaire.questions if one.type == "hidden"}
    given = {variable: parameters.get(name) for variable, name in named.items() if name}
    return Work(
        str(uuid.uuid4()), answers={variable: value for variable, value in given.items() if value}, ticket=ticket
    )


def token(survey: Survey, work: Work) -> str:
    """What a page carries of the work, signed: its UUID, its way, and what the address told until that is stored."""
    told = {} if work.revision else work.answers
    return str(_signer().dumps([survey.id, work.uuid, told, work.ticket]))


def with_token(session: Session, survey: Survey, signed: str) -> Work | None:
    """The work a page was made for, as it is stored now; None for a token that is not ours or another survey's."""
    try:
        activity_id, identity, told, ticket = _signer().loads(signed)
    except (BadSignature, ValueError, TypeError):
        return None
    if activity_id != survey.id:
        return None
    found = session.scalar(select(Response).where(Response.uuid == identity, Response.activity_id == survey.id))
    return of_response(found, ticket) if found else Work(identity, answers=told, ticket=ticket)


def of_response(response: Response, ticket: str | None = None) -> Work:
    """A stored draft, to go on with."""
    stored = queries.document(response)
    return Work(
        response.uuid,
        response.revision,
        response.complete,
        response.completed_at,
        dict(stored["answers"]),  # type: ignore[call-overload]
        list(stored["marks"]),  # type: ignore[call-overload]
        response.reached_page,
        ticket,
    )


def save(survey: Survey, work: Work, language: str, complete: bool = False) -> hand_in.Answer:
    """Hand the work in as its next revision, by the same way as a device."""
    work.revision += 1
    content = {
        "activity": str(survey.id),
        "revision": work.revision,
        "complete": complete,
        "questionnaire_version": survey.version,
        "language": language,
        "page": work.page,
        "answers": work.answers,
        "marks": work.marks,
    }
    return hand_in.hand_in(Body(work.uuid, content, hashlib.sha256(orjson.dumps(content)).hexdigest(), work.ticket))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(codes.key(), salt="an answer under way")
