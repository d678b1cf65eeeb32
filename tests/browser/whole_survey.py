"""One survey with a question of every type, a condition and an earlier answer in a text; what is told in it, and what is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import FilePayload
from sqlalchemy import select

from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Mark, Photo, Response
from tests.browser.every_question import QUESTIONS, ask, say
from tests.browser.map_survey import map_survey
from tests.browser.survey_site import SurveySite, survey_site
from tests.browser.survey_steps import STORED, TOLD, every_plain_question
from tests.factories.classes import SCHOOL
from tests.factories.mapped_class import make_zone

PHOTO = next(question for question in QUESTIONS if question["type"] == "photo") | {"required": True}
FOLLOWING = [
    ask("short_text", "best", say("Hva er best med {called}?", "ما الأفضل في {called}؟"),
        relevant={"=": [{"answer": "mode"}, "other"]}),
    ask("short_text", "crowd", say("Hvordan bor så mange sammen?", "كيف تسكنون معًا؟"),
        relevant={">": [{"answer": "household"}, 9]}),
]  # fmt: skip
LAST = {
    "name": "following",
    "title": say("Mer om stedet", "المزيد عن المكان"),
    "questions": [*FOLLOWING, PHOTO],
}
TOLD_HERE: dict[str, Any] = TOLD | {"best": "Utsikten"}
STORED_HERE = STORED | {"best": "Utsikten"}
TOLD_OF_BAD = {"nickname": "Krysset", "why": ["cars"], "more": "De kjører for fort"}
# Each map question, the category of the mark, and what is told about it.
MARKS: list[tuple[str, str, dict[str, Any]]] = [
    ("spots", "bad", TOLD_OF_BAD),
    ("road", "", {}),
    ("green", "park", {}),
]


def whole_survey() -> dict[str, Any]:
    """The ordinary questions five a page, what follows from them with a photo, and a page for each map question."""
    plain = every_plain_question()
    maps = [page for page in map_survey()["pages"] if page["name"] != "home"]
    return plain | {"pages": [*plain["pages"], LAST, *maps]}


def photo_file() -> FilePayload:
    """A red one."""
    data = BytesIO()
    Image.new("RGB", (900, 600), "red").save(data, "JPEG")
    return {"name": "krysset.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}


@dataclass(frozen=True)
class Stored:
    """What the server has of one response; `geometries` by question; `photo`: the colour in the middle of its only one."""

    complete: bool
    language: str
    answers: dict[str, Any]
    marks: list[tuple[str, str, dict[str, Any]]]
    geometries: dict[str, dict[str, Any]]
    photo: tuple[int, int, int]


@dataclass(frozen=True)
class WholeSite(SurveySite):
    def everything(self) -> Stored:
        """The only response there is."""
        with self.app.app_context():
            row = db.session.scalars(select(Response)).one()
            marks = db.session.scalars(select(Mark).order_by(Mark.id)).all()
            answers = json.loads(row.answers)
            (name,) = answers.pop("photos")
            photo = db.session.scalars(select(Photo).where(Photo.name == name)).one()
            found = Stored(
                row.complete,
                row.language,
                answers,
                [(mark.question, mark.category, json.loads(mark.answers)) for mark in marks],
                {mark.question: json.loads(mark.geometry) for mark in marks},
                middle_of(photo.jpeg),
            )
            db.session.remove()
        return found


def middle_of(jpeg: bytes) -> tuple[int, int, int]:
    picture = Image.open(BytesIO(jpeg)).convert("RGB")
    return picture.getpixel((picture.width // 2, picture.height // 2))  # type: ignore[return-value]


@contextmanager
def whole_site(folder: Path) -> Iterator[WholeSite]:
    """The survey, with a zone beside the school for those who answer without a map."""
    with survey_site(folder, whole_survey(), streets=True) as site:
        with site.app.app_context():
            with writing(db) as session:
                west, south = SCHOOL[0] + 0.002, SCHOOL[1] + 0.001
                make_zone(
                    session,
                    session.scalars(select(Project)).one(),
                    "1",
                    "Vadmyra",
                    (west, south, west + 0.004, south + 0.002),
                )
            db.session.remove()
        yield WholeSite(site.address, site.link, site.app)
