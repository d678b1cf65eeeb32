"""A survey that has broken other programs' exports, answered before and after it changed."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy.orm import Session

from participation.activities.models import Activity, QuestionnaireVersion
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.factories.mapped_class import make_mark, make_response
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import category, choices, label, question

HOLED = (
    "POLYGON ((5.20 60.36, 5.24 60.36, 5.24 60.38, 5.20 60.38, 5.20 60.36),"
    " (5.21 60.365, 5.23 60.365, 5.23 60.375, 5.21 60.375, 5.21 60.365))"
)
NAUGHTY = "=1+1 🛝 \u202eأحب\x00 slutt\x07"
SHOWN = "=1+1 🛝 \u202eأحب slutt"
LONG = "å" * 40_000
BLANK: dict[str, str] = {}


def version(codes: str, name: str) -> dict[str, Any]:
    """`codes`: the options offered; `name`: what the category is called. Variables are words of SQL."""
    why = question("single_choice", "why", choices=choices(*codes))
    seen = question("date", "seen")
    told = question("long_text", "comment")
    where = [category("good", label=label(name), followups=[why, seen, told])]
    asked = [
        question("single_choice", "select", choices=choices(*codes)),
        question("multiple_choice", "order", choices=choices(*codes)),
        question("matrix", "group", choices=choices("y", "n"), rows=choices("r1", "r2", "r3")),
        question("short_text", "from"),
        question("date", "when"),
    ]
    maps = [
        question("place", "spots", categories=where),
        question("route", "ways", categories=[category("road", "line")]),
        question("area", "fields", categories=[category("field")]),
    ]
    return document(page("all", *asked), page("map", *maps))


def make_odd_survey() -> Activity:
    """Answered in full before an option was taken away and the category renamed; afterwards with next to nothing."""
    survey = make_survey(version("abc", "Bra sted"))
    with writing(db) as session:
        _answer(session, session.get_one(Activity, survey.id))
    return survey


def _answer(session: Session, survey: Activity) -> None:
    changed = orjson.dumps(version("ac", "Fint sted")).decode()
    session.add(QuestionnaireVersion(activity_id=survey.id, number=2, document=changed, published_at=now()))
    full = {"select": "b", "order": ["a", "b"], "group": {"r1": "y", "r3": "n"}, "from": NAUGHTY}
    marks = [
        make_mark("POINT (5.22 60.37)", "spots", "good", why="b", seen="2026-03-01", comment=NAUGHTY),
        make_mark(HOLED, "fields", "field"),
        make_mark("LINESTRING (5.22 60.37, 5.23 60.38)", "ways", "road"),
    ]
    of_survey = {"channel": "web", "class_session": None}
    make_response(session, survey, marks=marks, answers={**full, "when": "2026-05-17"}, **of_survey)
    little = [
        make_mark("POINT (5.23 60.37)", "spots", "good"),
        make_mark("POINT (5.24 60.37)", "spots", "good", why="c", seen="2026-04-02", comment=LONG),
    ]
    make_response(session, survey, marks=little, answers={"select": "c"}, questionnaire_version=2, **of_survey)


PLACES = {
    1: {"category": "good", "category_label": "Fint sted", "why": "b", "why_label": "B", "seen": "2026-03-01"},
    2: {"category": "field", "category_label": "Field", "why": "", "why_label": "", "seen": "", "comment": ""},
    3: {"category": "road", "category_label": "Road", "why": "", "why_label": "", "seen": "", "comment": ""},
    4: {"category": "good", "category_label": "Fint sted", "why": "", "why_label": "", "seen": "", "comment": ""},
    5: {"category": "good", "category_label": "Fint sted", "why": "c", "why_label": "C", "seen": "2026-04-02"},
}
ANSWERS = {
    1: {
        "select": "b",
        "select_label": "B",
        "order": "a b",
        "order_label": "A; B",
        "group_r1": "y",
        "group_r2": "",
        "group_r3": "n",
        "from": SHOWN,
        "when": "2026-05-17",
    },
    2: {
        "select": "c",
        "select_label": "C",
        "order": "",
        "order_label": "",
        "group_r1": "",
        "group_r2": "",
        "group_r3": "",
        "from": "",
        "when": "",
    },
}
