"""The preview of a class mapping leads to the practice of its classes."""

from __future__ import annotations

import flask

from tests.factories.cast import make_cast
from tests.factories.classes import make_activity, make_class


def test_each_class_has_its_practice(app: flask.Flask) -> None:
    cast = make_cast(app)
    class_session = make_class()
    place = f"/projects/{class_session.activity.project.slug}/activities/{class_session.activity_id}/preview"
    practice = f"/c/{class_session.code}/practice"
    assert practice in cast.planner.get(place).text
    assert cast.planner.get(practice).status_code == 200


def test_without_classes_the_way_to_them_is_told(app: flask.Flask) -> None:
    cast = make_cast(app)
    activity = make_activity()
    place = f"/projects/{activity.project.slug}/activities/{activity.id}"
    told = cast.planner.get(f"{place}/preview").text
    assert "Legg til en klasse først" in told and f"{place}/classes" in told
