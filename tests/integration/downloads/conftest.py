"""A class of three with one mark each that counts, and one of everything that does not."""

from __future__ import annotations

from dataclasses import dataclass

import flask
import pytest

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.factories.mapped_class import make_activity, make_class, make_mark, make_response, make_zone

SCHOOL_ROAD = "LINESTRING (5.22 60.37, 5.23 60.37, 5.23 60.38)"


@dataclass
class Told:
    """Ids of what stands in the database."""

    activity: int
    slug: str
    class_session: int
    other_class: int
    secrets: list[str]


@pytest.fixture
def told(app: flask.Flask) -> Told:
    """Three marks and two responses that count; a hidden mark, a hidden response, a test, a draft, a replaced one."""
    with writing(db) as session:
        activity = make_activity(session)
        make_zone(session, activity.project, "12011914", "Vadmyra", (5.2, 60.36, 5.24, 60.39))
        class_6a = make_class(session, activity)
        class_3b = make_class(session, activity, "Olsvik skole", 3)
        road = make_mark(
            SCHOOL_ROAD, "road", "school_road", mode="walk", season="winter", comment="=1+1; glatt på Ærøy"
        )
        unsafe = make_mark("POINT (5.225 60.375)", category="unsafe", why=["dark", "traffic"], place_name="Svingen")
        hidden = make_mark("POINT (5.225 60.375)", comment="Kari bor her", category="unsafe")
        hidden.hidden_at = now()
        good = make_mark("POINT (5.3 60.4)", category="good", why=["friends"], season="summer", together="1")
        counting = [
            make_response(session, activity, class_6a, [road, unsafe, hidden], {"safe_on_road": 2, "like_area": 4}),
            make_response(
                session, activity, class_3b, [good], {"like_area": 5}, language="nn", complete=False, collected_at=now()
            ),
        ]
        left_out = [
            make_response(session, activity, class_6a, [a_mark()], hidden_at=now()),
            make_response(session, activity, class_6a, [a_mark()], is_test=True),
            make_response(session, activity, class_6a, [a_mark(), a_mark()], complete=False),
            make_response(session, activity, class_6a, [a_mark()], replaced_by_id=counting[0].id),
        ]
        make_response(session, make_activity(session, "En annen"), marks=[a_mark()])
        secrets = [response.uuid for response in counting + left_out] + [class_6a.code, class_3b.code]
        return Told(activity.id, activity.project.slug, class_6a.id, class_3b.id, secrets)


def a_mark():
    return make_mark("POINT (5.225 60.375)", category="wish", comment="skal ikke med")


@pytest.fixture
def activity(told: Told) -> Activity:
    return db.session.get(Activity, told.activity)
