"""An activity in which people have marked a bit of everything, and the files that the command makes of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import shapely

from participation import create_app
from participation.database import writing
from participation.extensions import db
from tests.conftest import SETTINGS
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response, make_zone
from tests.factories.tokens import make_token

ROAD = "LINESTRING (5.22 60.370{0}, 5.223 60.370{0})"
HOLED = "POLYGON ((5.220 60.372, 5.224 60.372, 5.224 60.374, 5.220 60.374, 5.220 60.372), (5.2215 60.3725, 5.2225 60.3725, 5.2225 60.3735, 5.2215 60.3735, 5.2215 60.3725))"


class Place(NamedTuple):
    """What is told of a mark: a geometry (WKT, WGS84) and answers."""

    geometry: str
    question: str
    category: str
    comment: str
    mode: str | None = None

    @property
    def shape(self) -> shapely.Geometry:
        return shapely.from_wkt(self.geometry)


PLACES = [
    Place("POINT (5.2201 60.3712)", "places", "activity", "Blåbær på Ærøy 🫐"),
    Place("POINT (5.2207 60.3712)", "places", "good", "\u202eأحب هذا 🛝"),
    Place("POINT (5.2213 60.3712)", "places", "unsafe", "=1+1; 'sitat' og \"til\"\nny linje\\t"),
    Place("POINT (5.2219 60.3712)", "places", "wish", "<b>lys</b> & ly «her»"),
    *(
        Place(ROAD.format(at), "road", "school_road", f"vei {way} 👩‍🦽", way)
        for at, way in enumerate(["walk", "cycle", "scooter", "bus", "car", None])
    ),
    Place("LINESTRING (5.2200 60.3708, 5.2230 60.3708)", "road", "other_road", "Тут темно", "walk"),
    Place(HOLED, "places", "wish", "flate med hull"),
]


def fill(template: Path, data: Path) -> tuple[int, str]:
    """A store in the folder `data` with these places; gives the activity's number and a token to all of them."""
    shutil.copytree(template, data, dirs_exist_ok=True)
    app = create_app({**SETTINGS, "DATA_DIR": data})
    with app.app_context():
        with writing(db) as session:
            activity = make_activity(session)
            make_zone(session, activity.project, "03011914", "Vadmyra", (5.2, 60.36, 5.24, 60.39))
            marks = [_mark(place) for place in PLACES]
            make_response(session, activity, make_class(session, activity), marks, {"like_area": 4})
            number, project = activity.id, activity.project
        token = make_token(project, full=True)
        db.session.remove()
        db.engine.dispose()
    return number, token


def _mark(place: Place):
    told = {"comment": place.comment} | ({"mode": place.mode} if place.mode else {})
    return make_mark(place.geometry, place.question, place.category, **told)
