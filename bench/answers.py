"""What pupils send in the benchmark: one route, four places, five answers."""

from __future__ import annotations

import random
import uuid
from typing import Any

import orjson

from bench.installation import SCHOOL, Installation

WHY = {"good": ["quiet"], "unsafe": ["dark"]}


def bodies(made: Installation, number: int, chance: random.Random) -> list[tuple[str, bytes]]:
    """UUID and body of `number` different hand-ins."""
    return [one(made, chance) for _ in range(number)]


def one(made: Installation, chance: random.Random) -> tuple[str, bytes]:
    """One hand-in by one of the class's pupils."""
    content = {
        "activity": str(made.activity),
        "revision": 1,
        "complete": True,
        "questionnaire_version": 1,
        "language": "nb",
        "class_code": made.class_code,
        "pupil": chance.choice(made.tokens),
        "answers": {"safe_on_road": chance.randint(1, 5), "like_area": chance.randint(1, 5)},
        "marks": [route(chance), *(place(chance) for _ in range(4))],
    }
    return str(uuid.UUID(bytes=chance.randbytes(16), version=4)), orjson.dumps(content)


def route(chance: random.Random, vertices: int = 16) -> dict[str, Any]:
    """A road to the school; two answers."""
    west, south = chance.uniform(5.2, 5.225), chance.uniform(60.35, 60.36)
    line = [
        [
            round(west + (SCHOOL[0] - west) * step / (vertices - 1) + chance.gauss(0, 0.0002), 5),
            round(south + (SCHOOL[1] - south) * step / (vertices - 1) + chance.gauss(0, 0.0001), 5),
        ]
        for step in range(vertices)
    ]
    answers = {"mode": chance.choice(["walk", "cycle"]), "season": "all_year"}
    properties = {"question": "road", "category": "school_road", "home_cut": True, "answers": answers}
    return {"type": "Feature", "geometry": {"type": "LineString", "coordinates": line}, "properties": properties}


def place(chance: random.Random) -> dict[str, Any]:
    """A sticker with a sentence."""
    point = [round(chance.uniform(5.2, 5.26), 5), round(chance.uniform(60.35, 60.38), 5)]
    answers = {"comment": "Her er det mørkt om vinteren, og bilene kjører fort forbi."}
    properties = {"question": "places", "category": chance.choice(["good", "unsafe"]), "answers": answers}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": point}, "properties": properties}
