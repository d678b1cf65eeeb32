"""*Oslo øst*: real streets, an invented school; the place to try drawing."""

from __future__ import annotations

import json
import random
from datetime import timedelta
from pathlib import Path

from participation.activities import services as activities
from participation.class_sessions import services as class_sessions
from participation.clock import now
from participation.commands.demo.answering import LABEL, answer, near, road, sticker
from participation.database import patient_writing
from participation.extensions import db
from participation.projects import services as projects
from participation.projects.models import School

SLUG = "oslo-ost"
DATA = Path(__file__).parent / "data"
SCHOOL = (10.79013, 59.91317)
BOUNDS = (10.722, 59.872, 10.815, 59.926)
# Where many of the walks meet; one spot for each story.
SPOTS = (
    (10.79133, 59.91209),
    (10.78556, 59.91148),
    (10.78938, 59.91337),
    (10.78135, 59.91623),
    (10.79196, 59.91757),
    (10.78715, 59.9126),
)
STORIES = (
    ("unsafe", {"why": ["traffic"], "comment": "Mange biler her."}),
    ("unsafe", {"why": ["dark"], "comment": "Lampen er borte."}),
    ("good", {"why": ["friends", "fun"], "comment": "Her møtes vi."}),
    ("good", {"why": ["nature"], "comment": "Fine trær."}),
    ("activity", {"what": ["ball"], "comment": "Vi spiller her."}),
    ("wish", {"wish_for": ["crossing"], "comment": "Lag et gangfelt."}),
)


def fill() -> None:
    """Make the project with one class and twenty-four answers."""
    from participation.commands.demo.fill import fill_privacy_fields

    chance = random.Random(1905)  # noqa: S311
    west, south, east, north = BOUNDS
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    with patient_writing(db) as session:
        area = json.dumps({"type": "Polygon", "coordinates": [ring]})
        project = projects.add_project(session, SLUG, "Oslo øst (prøv å tegne)", area)
        project.description = "Demonstrasjon: Gatene er ekte, skolen og svarene er oppdiktet."
        project.crs = 25832
        project.dwellings_per_km2 = 4000
        fill_privacy_fields(project)
        session.add(
            School(project_id=project.id, name="Prøveskolen (oppdiktet)", longitude=SCHOOL[0], latitude=SCHOOL[1])
        )
        session.flush()
        activity = activities.add_activity(session, project, "class_mapping", f"Veien til skolen {LABEL}")
        activity.answer_by = now().date() + timedelta(days=60)
        activities.open_activity(session, activity)
        class_session = class_sessions.add_class(
            session, activity, school_name="Prøveskolen (oppdiktet)", year=6, class_name="6A", pupils=28,
            teacher_email="laerer@demo.example",
        )  # fmt: skip
        class_sessions.open_class(session, class_session)
        class_id = class_session.id
    routes = json.loads((DATA / "oslo_east_routes.json").read_text(encoding="utf-8"))
    for line in routes[:24]:
        answer(class_id, marks(line, chance), chance)


def marks(line: list[list[float]], chance: random.Random) -> list[dict[str, object]]:
    """A walk along the streets, without its first part, and two or three places beside it."""
    kept = line[len(line) // 4 :]
    drawn = [road(kept, mode=chance.choice(["walk", "walk", "cycle"]), season="all_year")]
    for spot in chance.sample(range(len(STORIES)), chance.choice([2, 3])):
        category, answers = STORIES[spot]
        told = {**answers, "comment": f"{answers['comment']} {LABEL}"}
        drawn.append(sticker(near(SPOTS[spot], 20, chance), category, **told))
    return drawn
