"""*Loddefjord og Olsvik*: real zones and schools, invented classes and answers."""

from __future__ import annotations

import math
import random
from datetime import timedelta
from pathlib import Path

from participation.activities import services as activities
from participation.class_sessions import services as class_sessions
from participation.clock import now
from participation.commands.demo import spots
from participation.commands.demo.answering import LABEL, answer, near, road, sticker
from participation.database import patient_writing
from participation.extensions import db
from participation.feedback import services as feedback
from participation.projects import services as projects
from participation.projects.polygons import read_area
from participation.projects.school_file import read_schools, store_schools
from participation.projects.zone_file import read_zones, store_zones

SLUG = "loddefjord-og-olsvik"
DATA = Path(__file__).parent / "data"
CLASSES = (
    ("Loddefjord skole", 6, "6A", 26, 22, (5.23178, 60.36364)),
    ("Vadmyra skole", 6, "6B", 24, 18, (5.22751, 60.36008)),
    ("Olsvik skole", 9, "9A", 27, 20, (5.21555, 60.38186)),
)


def fill() -> None:
    """Make the project with three classes and sixty answers."""
    from participation.commands.demo.fill import fill_privacy_fields

    chance = random.Random(2026)  # noqa: S311
    ground = DATA / "loddefjord_grunnkretser.geojson"
    area, zones = read_area(ground), read_zones(ground, "grunnkrets", "navn")
    schools = read_schools(DATA / "loddefjord_skoler.geojson", "navn", "type")
    with patient_writing(db) as session:
        project = projects.add_project(session, SLUG, "Loddefjord og Olsvik", area)
        project.description = "Demonstrasjon: Sonene og skolene er ekte, svarene er oppdiktet."
        project.dwellings_per_km2 = 900
        fill_privacy_fields(project)
        store_zones(session, project, "grunnkrets", zones)
        store_schools(session, project, schools)
        activity = activities.add_activity(session, project, "class_mapping", f"Barnetråkk 2026 {LABEL}")
        activity.answer_by = now().date() + timedelta(days=90)
        activities.open_activity(session, activity)
        ids = []
        for school, year, name, pupils, _answers, _position in CLASSES:
            class_session = class_sessions.add_class(
                session, activity, school_name=school, year=year, class_name=name, pupils=pupils,
                teacher_email="laerer@demo.example",
            )  # fmt: skip
            class_sessions.open_class(session, class_session)
            ids.append(class_session.id)
        feedback.tell(
            session, activity, "Mange av dere synes gangveien ved Vestkanten er mørk. Det tar vi opp. " + LABEL
        )
    for class_id, (*_class, answers, position) in zip(ids, CLASSES, strict=True):
        for number in range(answers):
            answer(class_id, marks(position, chance), chance, complete=number < answers - 2)


def marks(school: tuple[float, float], chance: random.Random) -> list[dict[str, object]]:
    """A road to school and three to five places."""
    line = wandering(near(school, 450, chance), school, chance)
    drawn = [road(line, mode=chance.choice(["walk", "walk", "walk", "cycle", "bus"]), season="all_year")]
    wanted = sorted(spots.SPOTS, key=lambda spot: math.dist(spot.position, school) + chance.random() * 0.02)
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
