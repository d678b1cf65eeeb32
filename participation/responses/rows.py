"""The columns of a response and its marks, made from what was checked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import orjson

from participation.class_sessions import codes
from participation.clock import now
from participation.responses import geography, home
from participation.responses.body import Body
from participation.responses.flags import flags, flags_of_each
from participation.responses.placing import Place
from surveys.answers import CleanMark
from surveys.questionnaire import Questionnaire


def mark_rows(marks: Sequence[CleanMark], questionnaire: Questionnaire) -> list[dict[str, Any]]:
    """The columns of each mark."""
    found = flags_of_each([mark.answers for mark in marks])
    return [mark_row(mark, questionnaire) | {"flags": flag} for mark, flag in zip(marks, found, strict=True)]


def mark_row(mark: CleanMark, questionnaire: Questionnaire) -> dict[str, Any]:
    """The columns of one mark, but for its flags."""
    geometry = (
        home.rounded(mark.geometry)
        if questionnaire.question(mark.question).setting("cut_home", False)
        else mark.geometry
    )
    west, south, east, north = geography.bounds(geometry)
    text = geography.compact(geometry)
    answers = orjson.dumps(mark.answers).decode()
    identity = hashlib.sha256(f"{mark.question}\0{mark.category}\0{text}".encode()).hexdigest()[:32]
    return {
        "question": mark.question,
        "category": mark.category or "",
        "geometry": text,
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "home_cut": mark.home_cut,
        "answers": answers,
        "fingerprint": identity,
    }


def response_row(body: Body, place: Place, answers: dict[str, Any]) -> dict[str, Any]:
    """The columns of the response; `receipt` is for the acknowledgement."""
    content, moment = body.content, now()
    complete = content["complete"]
    pupil = place.pupil
    code = receipt(body.uuid, pupil[1:] if pupil else None) if complete else None
    return {
        "uuid": body.uuid,
        "activity_id": place.activity_id,
        "class_session_id": place.class_id,
        "pupil_id": pupil[0] if pupil else None,
        "questionnaire_version": content["questionnaire_version"],
        "language": content.get("language", "nb"),
        "channel": place.way.channel,
        "revision": content["revision"],
        "complete": complete,
        "reached_page": content.get("page"),
        "answers": orjson.dumps(answers).decode(),
        "body_sha256": body.sha256,
        "receipt_hash": codes.hashed(code) if code else None,
        "received_at": moment,
        "completed_at": moment if complete else None,
        "late": place.late,
        "is_test": place.way.is_test,
        "flags": flags(answers),
        "reviewed_at": None,
        "receipt": code,
    }


def receipt(uuid: str, place: tuple[int, int] | None) -> str:
    """A pupil's personal code, or a code derived from the response's UUID."""
    if place:
        return codes.personal_code(*place)
    return codes.receipt_code(uuid)
