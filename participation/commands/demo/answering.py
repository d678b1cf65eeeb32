"""Invented answers, handed in by the same way as real ones; and pupils who join for it."""

from __future__ import annotations

import hashlib
import random
import uuid
from typing import Any

import orjson

from participation.class_sessions import codes, joining
from participation.class_sessions.models import ClassSession
from participation.database import patient_writing
from participation.extensions import db
from participation.responses import hand_in
from participation.responses.body import Body

LABEL = "(oppdiktet)"


def answer(class_id: int, marks: list[dict[str, Any]], chance: random.Random, complete: bool = True) -> None:
    """One pupil of the class joins and hands `marks` in, or leaves them as a draft."""
    with patient_writing(db) as session:
        class_session = session.get_one(ClassSession, class_id)
        pupil = joining.join(session, class_session)
        token, code, activity = codes.pupil_token(pupil), class_session.code, class_session.activity_id
    content = {
        "activity": str(activity),
        "revision": 1,
        "complete": complete,
        "questionnaire_version": 1,
        "language": "nb",
        "class_code": code,
        "pupil": token,
        "answers": {"safe_on_road": chance.choice([2, 3, 3, 4, 4, 5]), "like_area": chance.choice([3, 3, 4, 4, 5])},
        "marks": marks,
    }
    hand_in_as(content, chance)


def hand_in_as(content: dict[str, Any], chance: random.Random) -> None:
    """Hand in what a device would send."""
    identity = str(uuid.UUID(bytes=chance.randbytes(16), version=4))
    sha256 = hashlib.sha256(orjson.dumps(content)).hexdigest()
    given = hand_in.hand_in(Body(identity, content, sha256))
    if given.status != 201:
        raise AssertionError(f"the demo's own answer was refused: {given.content}")
    db.session.rollback()


def sticker(position: tuple[float, float], category: str, **answers: Any) -> dict[str, Any]:
    """A place as a device sends it."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(number, 5) for number in position]},
        "properties": {"question": "places", "category": category, "answers": answers},
    }


def road(line: list[list[float]], category: str = "school_road", **answers: Any) -> dict[str, Any]:
    """A road, cut on the device."""
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": line},
        "properties": {"question": "road", "category": category, "home_cut": True, "answers": answers},
    }


def near(position: tuple[float, float], metres: float, chance: random.Random) -> tuple[float, float]:
    """A place some metres from `position`; degrees, WGS84, about 60° north."""
    return (
        position[0] + chance.gauss(0, metres) / 55_300,
        position[1] + chance.gauss(0, metres) / 111_300,
    )
