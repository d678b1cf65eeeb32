"""*Loddefjord og Olsvik*: real zones and schools, invented classes and answers."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.activities.queries import questionnaire
from participation.class_sessions import services as class_sessions
from participation.clock import now
from participation.commands.demo import project_page, residents, spots
from participation.commands.demo.answering import LABEL, answer, near, road, sticker
from participation.database import patient_writing
from participation.extensions import db
from participation.feedback import services as feedback
from participation.projects import services as projects
from participation.projects.files.polygons import read_area
from participation.projects.models import Project
from participation.projects.school_file import read_schools, store_schools
from participation.projects.zone_file import ZoneFields, read_zones, store_zones

SLUG = "loddefjord-og-olsvik"
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Room:
    """A class, how many of its pupils answer, and where its school is."""

    school: str
    year: int
    name: str
    pupils: int
    answers: int
    position: tuple[float, float]


@dataclass(frozen=True)
class Round:
    """One activity: its questions, its classes, and what the municipality has told them, if anything yet."""

    title: str
    template: str
    rooms: tuple[Room, ...]
    heard: str


ROUNDS = (
    Round(
        f"Barnetråkk 2026 {LABEL}",
        "barnetrakk_3_7",
        (
            Room("Loddefjord skole", 6, "6A", 26, 22, (5.23178, 60.36364)),
            Room("Vadmyra skole", 6, "6B", 24, 18, (5.22751, 60.36008)),
            Room("Kjøkkelvik skole", 7, "7A", 25, 20, (5.23113, 60.37349)),
        ),
        "Mange av dere synes gangveien ved Vestkanten er mørk. Det tar vi opp.",
    ),
    Round(
        f"Barnetråkk 2026, ungdomstrinnet {LABEL}",
        "barnetrakk_8_10",
        (Room("Olsvik skole", 9, "9A", 27, 0, (5.21555, 60.38186)),),
        "",
    ),
)


def fill() -> None:
    """Make the project: sixty answers of years 6 and 7, a class of year 9 that has not begun, and a survey with answers."""
    from participation.commands.demo.fill import fill_privacy_fields

    chance = random.Random(2026)  # noqa: S311
    ground = DATA / "loddefjord_grunnkretser.geojson"
    area, zones = read_area(ground), read_zones(ground, ZoneFields("grunnkrets", "navn"))
    schools = read_schools(DATA / "loddefjord_skoler.geojson", "navn", "type")
    with patient_writing(db) as session:
        project = projects.add_project(session, SLUG, "Loddefjord og Olsvik", area)
        project.description = "Demonstrasjon: Sonene og skolene er ekte, svarene er oppdiktet."
        project.dwellings_per_km2 = 900
        fill_privacy_fields(project)
        project_page.tell(session, project, now().date())
        store_zones(session, project, "grunnkrets", zones)
        store_schools(session, project, schools)
        survey = add_survey(session, project)
        ids = [add_round(session, project, planned) for planned in ROUNDS]
    for planned, class_ids in zip(ROUNDS, ids, strict=True):
        for room, class_id in zip(planned.rooms, class_ids, strict=True):
            for number in range(room.answers):
                drawn = marks(room.position, chance)
                answer(class_id, drawn, chance, complete=number < room.answers - 2)
    asked = questionnaire(db.session(), survey, 1)
    assert asked is not None
    residents.answer(survey, asked, chance)


def add_survey(session: Session, project: Project) -> int:
    """An open survey that anyone may answer; its id."""
    survey = activities.add_activity(session, project, "resident_survey", f"Slik er det å bo her {LABEL}")
    survey.answer_by = now().date() + timedelta(days=60)
    activities.open_activity(session, survey)
    return survey.id


def add_round(session: Session, project: Project, planned: Round) -> list[int]:
    """An open activity with its classes at work; the classes' ids."""
    activity = activities.add_activity(session, project, "class_mapping", planned.title, planned.template)
    activity.answer_by = now().date() + timedelta(days=90)
    activities.open_activity(session, activity)
    if planned.heard:
        feedback.tell(session, activity, f"{planned.heard} {LABEL}")
    return [add_room(session, activity, room) for room in planned.rooms]


def add_room(session: Session, activity: Activity, room: Room) -> int:
    """An open class; its id."""
    class_session = class_sessions.add_class(
        session, activity, school_name=room.school, year=room.year, class_name=room.name, pupils=room.pupils,
        teacher_email="laerer@demo.example",
    )  # fmt: skip
    class_sessions.open_class(session, class_session)
    return class_session.id


def marks(school: tuple[float, float], chance: random.Random) -> list[dict[str, object]]:
    """A road to school and three to five places."""
    line = wandering(near(school, 450, chance), school, chance)
    drawn = [road(line, mode=chance.choice(["walk", "walk", "walk", "cycle", "bus"]), season="all_year")]
    wanted = sorted(spots.CHILDREN, key=lambda spot: math.dist(spot.position, school) + chance.random() * 0.02)
    for spot in wanted[: chance.choice([3, 4, 5])]:
        drawn.append(sticker(near(spot.position, 25, chance), spot.category, **spot.answers(chance, LABEL)))
    return drawn


def wandering(start: tuple[float, float], end: tuple[float, float], chance: random.Random) -> list[list[float]]:
    """A bending line of about fifteen points."""
    bend, phase = chance.uniform(-0.0012, 0.0012), chance.uniform(0.7, 1.6)
    line = []
    for step in range(15):
        share = step / 14
        aside = math.sin(share * math.pi * phase) * bend * (1 - share)
        line.append(
            [
                round(start[0] + (end[0] - start[0]) * share + aside * 1.6, 5),
                round(start[1] + (end[1] - start[1]) * share - aside, 5),
            ]
        )
    return line
