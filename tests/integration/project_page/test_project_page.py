"""What a project tells of itself: phases, people to talk to, and a page for everyone where the planner says so."""

from __future__ import annotations

import io
from datetime import date, timedelta

import flask
import pytest
from flask.testing import FlaskClient
from PIL import Image

from participation.activities.models import CLOSED, OPEN, Activity
from participation.clock import local, now
from participation.database import writing
from participation.extensions import db
from participation.project_page.models import ContactPerson, Phase
from participation.projects.models import Project
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.mapped_class import make_activity, make_mark, make_response
from tests.factories.surveys import make_survey
from tests.factories.undoing import undo_offered

BASE = "/projects/loddefjord/page"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    cast = make_cast(app)
    make_project()
    return cast


def only(table: type[Phase] | type[ContactPerson]) -> int:
    db.session.rollback()
    return db.session.query(table).one().id


def picture(size: int = 400) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (size, size), "navy").save(file, "JPEG", exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00")
    file.seek(0)
    return file


def test_the_page_is_for_everyone_only_when_the_planner_says_so(cast: Cast, client: FlaskClient) -> None:
    make_survey(project=db.session.query(Project).one())
    assert client.get("/p/loddefjord").status_code == 404
    assert 'href="/p/loddefjord"' not in client.get("/").text
    cast.planner.post(f"{BASE}/show")
    page = client.get("/p/loddefjord").text
    assert "Loddefjord" in page and "Nabolaget" in page
    assert 'href="/p/loddefjord"' in client.get("/").text
    cast.planner.post(f"{BASE}/hide")
    assert client.get("/p/loddefjord").status_code == 404


def test_an_archived_project_is_shown_to_nobody(cast: Cast, client: FlaskClient) -> None:
    cast.planner.post(f"{BASE}/show")
    cast.planner.post("/projects/loddefjord/archive")
    assert client.get("/p/loddefjord").status_code == 404


def test_phases_come_in_order_and_the_present_one_is_marked(cast: Cast, client: FlaskClient) -> None:
    today = local(now()).date()
    for name, start, end in (("Vedtak", 30, 40), ("Lytte", -5, 5), ("Bli kjent", -40, -20)):
        data = {"name": name, "starts_on": str(today + timedelta(start)), "ends_on": str(today + timedelta(end))}
        assert cast.planner.post(f"{BASE}/phases/new", data=data).status_code == 302
    cast.planner.post(f"{BASE}/show")
    for page in (client.get("/p/loddefjord").text, cast.planner.get("/projects/loddefjord").text):
        assert page.index("Bli kjent") < page.index("Lytte") < page.index("Vedtak")
        marked = page.index('aria-current="step"')
        assert page.index("Bli kjent") < marked < page.index("Lytte")


@pytest.mark.parametrize(
    ("starts", "ends", "on", "standing"),
    [
        ("2026-05-02", None, "2026-05-01", "ahead"),
        ("2026-05-02", None, "2026-05-02", "now"),
        ("2026-05-02", None, "2026-05-03", "past"),
        ("2026-05-02", "2026-05-09", "2026-05-09", "now"),
    ],
)
def test_where_a_phase_stands(starts: str, ends: str | None, on: str, standing: str) -> None:
    day = date.fromisoformat
    phase = Phase(name="x", starts_on=day(starts), ends_on=day(ends) if ends else None)
    assert phase.standing(day(on)) == standing


def test_a_phase_is_changed_and_removed(cast: Cast) -> None:
    cast.planner.post(f"{BASE}/phases/new", data={"name": "Lytte", "starts_on": "2026-05-02"})
    where = f"{BASE}/phases/{only(Phase)}"
    assert 'value="2026-05-02"' in cast.planner.get(where).text
    wrong = cast.planner.post(where, data={"name": "Lytte", "starts_on": "2026-05-02", "ends_on": "2026-05-01"})
    assert (wrong.status_code, "Siste dag er før første" in wrong.text) == (422, True)
    cast.planner.post(where, data={"name": "Høre", "starts_on": "2026-05-02", "ends_on": "2026-05-03"})
    assert "Høre" in cast.planner.get(BASE).text
    undo = undo_offered(cast.planner.post(f"{where}/delete", follow_redirects=True))
    db.session.rollback()
    assert db.session.query(Phase).count() == 0
    # Another may have been given the same number meanwhile.
    cast.planner.post(f"{BASE}/phases/new", data={"name": "Bygge", "starts_on": "2026-06-02"})
    assert cast.analyst.post(undo.address, data=undo.fields).status_code == 403
    assert (
        "Det er tilbake som det var." in cast.planner.post(undo.address, data=undo.fields, follow_redirects=True).text
    )
    db.session.rollback()
    assert {(one.name, one.starts_on, one.ends_on) for one in db.session.query(Phase)} == {
        ("Høre", date(2026, 5, 2), date(2026, 5, 3)),
        ("Bygge", date(2026, 6, 2), None),
    }
    assert cast.planner.post(undo.address, data=undo.fields).status_code == 409
    assert db.session.query(Phase).count() == 2


def test_a_contact_person_has_a_photo_that_tells_nothing_of_the_camera(cast: Cast, client: FlaskClient) -> None:
    data = {"name": "Kari Å", "role": "Områdekoordinator", "phone": "55 56 00 00", "email": "kari@bergen.no"}
    file = (picture(), "kari.jpg")
    assert cast.planner.post(f"{BASE}/contacts/new", data=data | {"photo": file}).status_code == 302
    cast.planner.post(f"{BASE}/show")
    page = client.get("/p/loddefjord").text
    assert 'href="tel:55560000"' in page and 'href="mailto:kari@bergen.no"' in page
    photo = client.get(f"/p/loddefjord/contacts/{only(ContactPerson)}.jpg")
    assert (photo.mimetype, b"Exif" in photo.data) == ("image/jpeg", False)
    where = f"{BASE}/contacts/{only(ContactPerson)}"
    undo = undo_offered(cast.planner.post(f"{where}/delete", follow_redirects=True))
    assert "Kari" not in client.get("/p/loddefjord").text
    cast.planner.post(undo.address, data=undo.fields)
    assert client.get(f"/p/loddefjord/contacts/{only(ContactPerson)}.jpg").data == photo.data
    assert "Kari Å" in client.get("/p/loddefjord").text
    cast.planner.post(where, data=data | {"without_photo": "y"})
    assert client.get(f"/p/loddefjord/contacts/{only(ContactPerson)}.jpg").status_code == 404
    cast.planner.post(f"{where}/delete")
    assert "Kari" not in client.get("/p/loddefjord").text


def test_what_is_no_photo_or_address_is_refused_and_nothing_is_stored(cast: Cast) -> None:
    for wrong in ({"photo": (io.BytesIO(b"%PDF-1.7"), "kari.jpg")}, {"email": "kari"}, {"name": ""}):
        answer = cast.planner.post(f"{BASE}/contacts/new", data={"name": "Kari", **wrong})
        assert (answer.status_code, "ds-validation-message" in answer.text) == (422, True)
    db.session.rollback()
    assert db.session.query(ContactPerson).count() == 0


def test_a_photo_of_another_project_is_not_found(cast: Cast, client: FlaskClient) -> None:
    other = make_project("annet")
    with writing(db) as session:
        session.get_one(Project, other.id).public_since = now()
        first = session.query(Project).filter_by(slug="loddefjord").one()
        session.add(ContactPerson(project_id=first.id, name="Per", photo=b"x"))
    assert client.get(f"/p/annet/contacts/{only(ContactPerson)}.jpg").status_code == 404


def test_what_was_told_is_shown_when_it_is_over_and_enough_have_put_something_on_the_map(
    cast: Cast, client: FlaskClient
) -> None:
    with writing(db) as session:
        activity = make_activity(session, public_since=now())
        address, slug = f"/ogc/collections/published-{activity.id}/items", activity.project.slug
        for _ in range(4):
            make_response(session, activity, marks=[make_mark("POINT (5.225 60.375)")])
        make_response(session, activity)
        activity.status = CLOSED
    assert address not in client.get(f"/p/{slug}").text
    with writing(db) as session:
        found = session.get_one(Activity, activity.id)
        make_response(session, found, marks=[make_mark("POINT (5.225 60.375)")])
        found.status = OPEN
    assert address not in client.get(f"/p/{slug}").text
    with writing(db) as session:
        session.get_one(Activity, activity.id).status = CLOSED
    assert f'href="{address}?f=html"' in client.get(f"/p/{slug}").text
    assert client.get(f"{address}?f=html").status_code == 200
