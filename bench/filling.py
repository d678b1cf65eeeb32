"""Many stored responses at once, without the web."""

from __future__ import annotations

import random
import uuid
from typing import Any

import orjson
from sqlalchemy import func, insert, select

from bench.answers import place, route
from bench.installation import Installation
from participation import create_app
from participation.class_sessions.models import Pupil
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark, Response

CHUNK = 5000
ROUTE_VERTICES = 30


def fill(made: Installation, until: int) -> None:
    """Insert responses, each with a route and four places, until `until` are stored."""
    app = create_app({"DATA_DIR": made.folder})
    chance = random.Random(until)
    with app.app_context():
        pupils = list(db.session.scalars(select(Pupil.id)))
        there = db.session.scalar(select(func.count()).select_from(Response)) or 0
        newest = db.session.scalar(select(func.max(Response.id))) or 0
        for first in range(newest + 1, newest + 1 + until - there, CHUNK):
            numbers = range(first, min(first + CHUNK, newest + 1 + until - there))
            responses = [response(made, number, chance.choice(pupils), chance) for number in numbers]
            marks = [mark(number, feature) for number in numbers for feature in features(chance)]
            with writing(db) as session:
                session.execute(insert(Response), responses)
                session.execute(insert(Mark), marks)
        db.session.remove()
        db.engine.dispose()


def features(chance: random.Random) -> list[dict[str, Any]]:
    """One route and four places."""
    return [route(chance, ROUTE_VERTICES), *(place(chance) for _ in range(4))]


def response(made: Installation, number: int, pupil: int, chance: random.Random) -> dict[str, Any]:
    """The columns of a response that was handed in."""
    return {
        "id": number,
        "uuid": str(uuid.UUID(bytes=chance.randbytes(16), version=4)),
        "activity_id": made.activity,
        "class_session_id": made.class_id,
        "pupil_id": pupil,
        "questionnaire_version": 1,
        "language": "nb",
        "channel": "class",
        "revision": 1,
        "complete": True,
        "people": 1,
        "answers": '{"safe_on_road":3,"like_area":4}',
        "body_sha256": "0" * 64,
        "receipt_hash": chance.randbytes(32).hex(),
        "status": "received",
        "started_at": now(),
        "received_at": now(),
        "completed_at": now(),
        "late": False,
        "is_test": False,
        "flags": "",
    }


def mark(response_id: int, feature: dict[str, Any]) -> dict[str, Any]:
    """The columns of one of its marks."""
    geometry, properties = feature["geometry"], feature["properties"]
    points = [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]
    longitudes, latitudes = zip(*points, strict=True)
    return {
        "response_id": response_id,
        "question": properties["question"],
        "category": properties["category"],
        "geometry": orjson.dumps(geometry).decode(),
        "west": min(longitudes),
        "south": min(latitudes),
        "east": max(longitudes),
        "north": max(latitudes),
        "home_cut": properties.get("home_cut"),
        "answers": orjson.dumps(properties["answers"]).decode(),
        "flags": "",
        "fingerprint": f"{response_id:032x}",
        "hidden_by": "",
    }
