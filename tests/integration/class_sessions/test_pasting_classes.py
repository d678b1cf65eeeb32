"""Classes from a table pasted out of Excel; all of them or none."""

from __future__ import annotations

import flask
import pytest
from sqlalchemy import select

from participation.class_sessions.models import ClassSession
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_activity, make_class, point
from tests.integration.classroom.room import draw

EXCEL = (
    "Skole\tTrinn\tKlasse\tMålform\tElever\tLærers e-post\r\n"
    "loddefjord skole\t6. trinn\t6A\tbokmål\t3\tkari@example.no\r\n"
    "Olsvik skole\t9\t9B\tNynorsk\t2\t\r\n"
)


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def base(activity_id: int) -> str:
    return f"/projects/loddefjord/activities/{activity_id}/classes"


def classes() -> list[tuple[str, int, str, str, int]]:
    db.session.rollback()
    found = db.session.query(ClassSession).order_by(ClassSession.id)
    return [(row.school_name, row.year, row.class_name, row.language, row.pupils_expected) for row in found]


def test_a_pasted_table_is_shown_and_then_made(cast: Cast) -> None:
    path = base(make_activity().id)
    preview = cast.planner.post(f"{path}/paste", data={"table": EXCEL, "step": "check"})
    assert preview.status_code == 200
    assert "6A" in preview.text
    assert classes() == []
    assert cast.planner.post(f"{path}/paste", data={"table": EXCEL, "step": "create"}).location == path
    assert classes() == [("Loddefjord skole", 6, "6A", "nb", 3), ("Olsvik skole", 9, "9B", "nn", 2)]


def test_problems_are_told_by_row_and_nothing_is_made(cast: Cast) -> None:
    path = base(make_activity().id)
    table = "Loddefjord skole;6;6A;bokmål;26;kari@example.no\nOlsvik skole;14;;dansk;0;ikke e-post\n"
    answer = cast.planner.post(f"{path}/paste", data={"table": table, "step": "create"})
    assert answer.status_code == 422
    assert answer.text.count("Rad 2:") == 5
    assert classes() == []


def test_a_class_that_exists_is_not_made_again(cast: Cast) -> None:
    activity = make_activity()
    make_class(activity)
    answer = cast.planner.post(
        f"{base(activity.id)}/paste", data={"table": "Loddefjord skole,6,6a,nb,20,", "step": "create"}
    )
    assert answer.status_code == 422
    assert len(classes()) == 1


def test_hostile_cells_are_only_text(cast: Cast) -> None:
    path = base(make_activity().id)
    table = '<img src=x onerror=alert(1)>\t6\t=cmd|"/C calc"!A0\tnb\t2\t\n'
    cast.planner.post(f"{path}/paste", data={"table": table, "step": "create"})
    page = cast.planner.get(path)
    assert "&lt;img src=x" in page.text
    assert "<img src=x" not in page.text


def test_a_class_opens_only_when_the_privacy_fields_are_filled(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity, opened=False)
    db.session.rollback()
    db.session.query(Project).one()
    from participation.database import writing

    with writing(db) as session:
        session.query(Project).one().is_demo = False
    answer = cast.planner.post(f"{base(activity.id)}/{found.id}/open", follow_redirects=True)
    assert "personvernfeltene" in answer.text
    db.session.rollback()
    assert db.session.get(ClassSession, found.id).status == "planned"


def test_a_class_is_opened_closed_and_deleted_only_while_empty(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity, opened=False)
    path = f"{base(activity.id)}/{found.id}"
    cast.planner.post(f"{path}/open")
    db.session.rollback()
    assert db.session.get(ClassSession, found.id).status == "open"
    cast.stranger.post(f"/api/classes/{found.code}/pupils", json={})
    cast.planner.post(f"{path}/close")
    cast.planner.post(f"{path}/delete")
    assert len(classes()) == 1
    empty = make_class(activity)
    cast.planner.post(f"{base(activity.id)}/{empty.id}/delete")
    assert len(classes()) == 1


def test_a_planner_who_ends_a_class_takes_unsent_maps_in(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity)
    draw(cast.stranger, found, point())
    page = cast.planner.post(f"{base(activity.id)}/{found.id}/close", follow_redirects=True).text
    assert "Ett kart som ikke var sendt, er tatt med som ufullstendig." in page
    db.session.rollback()
    assert db.session.scalars(select(Response)).one().collected_at is not None
    planned = make_class(activity, opened=False)
    page = cast.planner.post(f"{base(activity.id)}/{planned.id}/close", follow_redirects=True).text
    assert "Klassen er ikke åpen." in page


def test_renewing_the_teachers_link_makes_the_old_one_worthless(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity)
    cast.planner.post(f"{base(activity.id)}/{found.id}/renew-link")
    db.session.rollback()
    assert db.session.get(ClassSession, found.id).teacher_generation == 2


def test_an_analyst_sees_classes_without_codes_and_changes_nothing(cast: Cast) -> None:
    activity = make_activity()
    found = make_class(activity)
    path = base(activity.id)
    page = cast.analyst.get(path)
    assert page.status_code == 200
    assert found.code not in page.text
    assert found.code in cast.planner.get(path).text
    for action in ("open", "close", "renew-link", "delete"):
        assert cast.analyst.post(f"{path}/{found.id}/{action}").status_code == 403
        assert cast.stranger.post(f"{path}/{found.id}/{action}").status_code == 302
    assert cast.analyst.get(f"{path}/paste").status_code == 403


def test_a_class_of_another_activity_is_not_found(cast: Cast) -> None:
    found = make_class()
    assert cast.planner.post(f"{base(found.activity_id + 1)}/{found.id}/open").status_code == 404
