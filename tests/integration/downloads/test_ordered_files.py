"""A large file is ordered, made in the background, and fetched by whoever ordered it."""

from __future__ import annotations

import stat
from datetime import timedelta

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from participation.accounts.models import Person
from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.clock import now
from participation.database import writing
from participation.downloads.jobs import at_once, making
from participation.export_jobs import files, services
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.people import make_member, make_person, sign_in
from tests.integration.downloads.conftest import Told
from tests.integration.downloads.ordering import InPlace, address, job, order, work_off

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def in_place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """One test has a process started; the others need a file."""
    if request.function is not test_from_the_order_to_the_file:
        monkeypatch.setattr(making, "Child", InPlace)


@pytest.fixture
def planner(client: FlaskClient) -> FlaskClient:
    make_person()
    sign_in(client)
    return client


def test_from_the_order_to_the_file(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told)
    waiting = planner.get(page).text
    assert "Filen venter på tur" in waiting and "Det begynner om et øyeblikk." in waiting
    work_off(app)
    ready = planner.get(page)
    assert "Filen er klar" in ready.text and "Lagres til" in ready.text
    answer = planner.get(page + "/file")
    assert answer.data == planner.get(address(told, "/marks.csv?category=unsafe&lang=nb")).data
    assert answer.headers["Content-Disposition"].startswith(f"attachment; filename={told.slug}-{told.activity}-steder-")
    assert answer.headers["Cache-Control"] == "no-store, no-transform"
    assert job().rows_done == job().rows_in_all == 1
    exported = select(AuditEntry.asked).where(AuditEntry.act == Act.EXPORTED.value).order_by(AuditEntry.id)
    assert db.session.scalars(exported).first() == "table=marks&format=csv&category=unsafe"


@ON_SQLITE
def test_only_its_owner_on_the_server_can_read_the_file(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    order(planner, told)
    work_off(app)
    path = files.path_of(job())
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


@ON_SQLITE
def test_a_part_of_the_file_can_be_asked_for(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    """As a browser does that goes on with a download."""
    page = order(planner, told, "/marks.geojson")
    work_off(app)
    whole = planner.get(page + "/file", headers={"Accept-Encoding": "gzip"})
    part = planner.get(page + "/file", headers={"Range": "bytes=10-19", "Accept-Encoding": "gzip"})
    assert (whole.status_code, part.status_code) == (200, 206)
    assert part.data == whole.data[10:20]
    assert part.headers["Content-Range"] == f"bytes 10-19/{len(whole.data)}"
    assert "Content-Encoding" not in part.headers and "Content-Encoding" not in whole.headers
    beyond = planner.get(page + "/file", headers={"Range": f"bytes={len(whole.data)}-"})
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{len(whole.data)}")
    assert "Filen har ikke en slik del" in beyond.text


@ON_SQLITE
def test_the_downloads_page_orders_what_is_large(
    app: flask.Flask, planner: FlaskClient, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_once, "LARGE", 2)
    assert planner.get(address(told, "/marks.csv")).status_code == 409
    page = planner.get(address(told)).text
    assert f'method="post" action="{address(told, "/marks.csv")}?' in page
    assert "lagres for deg i 24 timer" in page
    assert f'href="{address(told, "/")}' not in page  # nothing is waited for
    narrow = planner.get(address(told, "?category=good")).text
    assert f'href="{address(told, "/marks.csv")}?category=good' in narrow
    assert f'action="{address(told, "/marks.gpkg")}?published=1' in narrow  # of everything, whatever is chosen
    order(planner, told)
    assert "De store filene dine" in planner.get(address(told)).text


@ON_SQLITE
def test_the_same_ordered_twice_is_one_order(planner: FlaskClient, told: Told) -> None:
    assert order(planner, told) == order(planner, told)
    assert order(planner, told) != order(planner, told, "/marks.csv?category=good")


@ON_SQLITE
def test_nobody_fills_the_queue(planner: FlaskClient, told: Told) -> None:
    for number in range(services.MOST_UNFINISHED):
        order(planner, told, f"/marks.csv?year={number}")
    answer = planner.post(address(told, "/marks.csv?year=9"))
    assert answer.status_code == 409 and "Vent på en av dem" in answer.text
    assert answer.text.count("Filen venter på tur") == services.MOST_UNFINISHED  # each can be cancelled from here


@ON_SQLITE
def test_what_cannot_be_written_is_refused_before_it_is_ordered(planner: FlaskClient, told: Told) -> None:
    answer = planner.post(address(told, "/marks.csv?crs=99999"))
    assert answer.status_code == 400 and "99999" in answer.text


@ON_SQLITE
def test_how_far_it_has_come(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told)
    first = planner.get(page + "/progress")
    assert first.json == {
        "unfinished": True,
        "told": "Filen venter på tur",
        "line": "Det begynner om et øyeblikk.",
        "percent": None,
    }
    assert planner.get(page + "/progress", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    with writing(db) as session:
        claimed = services.claim(session)
        services.beat(session, claimed.id, claimed.run, 1500, 6000)
    answer = planner.get(page + "/progress", headers={"If-None-Match": first.headers["ETag"]})
    assert (answer.json["line"], answer.json["percent"]) == ("25\xa0% av arbeidet er gjort", 25)
    assert '<progress aria-labelledby="file-told" max="100" value="25">' in planner.get(page).text


@ON_SQLITE
def test_another_persons_file_is_not_given_out(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told)
    work_off(app)
    make_person("colleague@example.no")
    colleague = app.test_client()
    sign_in(colleague, "colleague@example.no")
    for part in ("", "/progress", "/file"):
        answer = colleague.get(page + part)
        assert (answer.status_code, answer.location) == (302, address(told))
    colleague.post(page + "/give-up")
    assert job().state == "done"
    assert "en annens" in colleague.get(address(told)).text


@ON_SQLITE
@pytest.mark.parametrize("how", ["right", "person"])
def test_the_file_goes_with_the_right_to_it(app: flask.Flask, told: Told, how: str) -> None:
    project = db.session.get(Response, 1).activity.project
    make_member(project, "planner")
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    page = order(browser, told)
    work_off(app)
    path = files.path_of(job())
    with writing(db) as session:
        person = session.scalars(select(Person).where(Person.email == "member@example.no")).one()
        if how == "right":
            person.memberships[0].role = "teacher"
        else:
            person.disabled_at = now()
    assert browser.get(page + "/file").status_code == (403 if how == "right" else 302)
    assert path.exists()
    work_off(app)
    assert not path.exists()
    assert db.session.scalars(select(ExportJob)).all() == []


@ON_SQLITE
def test_the_file_goes_when_its_time_is_over(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told)
    work_off(app)
    path = files.path_of(job())
    with writing(db) as session:
        session.execute(update(ExportJob).values(expires_at=now() - timedelta(seconds=1)))
    assert planner.get(page + "/file").location == page
    assert "Filen er slettet" in planner.get(page).text
    work_off(app)
    assert not path.exists()
    again = planner.get(page).text
    assert "Bestill på nytt" in again and f'action="{address(told, "/marks.csv")}?' in again


@ON_SQLITE
def test_a_file_can_be_given_up(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told)
    planner.post(page + "/give-up")
    work_off(app)
    assert job().state == "cancelled"
    page = order(planner, told)
    work_off(app)
    path = files.path_of(job())
    planner.post(page + "/give-up")
    assert not path.exists()
    assert planner.get(page + "/file").location == page
    assert "Filen er stanset eller slettet" in planner.get(page).text
    assert "De store filene dine" not in planner.get(address(told)).text


def test_what_is_over_is_not_given_up_again(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    """As from another tab, where it looks as it was: nothing is said to be stopped that was not."""
    page = order(planner, told)
    work_off(app)
    planner.post(page + "/give-up")
    assert planner.post(page + "/give-up").location == page
    assert "Arbeidet er stanset" not in planner.get(page).text


@ON_SQLITE
def test_it_is_ordered_again_whatever_questions_are_called(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    page = order(planner, told, "/marks.csv?category=unsafe&category=good&published=1")
    planner.post(page + "/give-up")
    again = f'action="{address(told, "/marks.csv")}?published=1&amp;category=unsafe&amp;category=good"'
    assert again in planner.get(page).text
    with writing(db) as session:
        one = session.get_one(ExportJob, job().id)
        one.asked = one.asked.replace('"category"', '"identity"')
    assert again.replace("category", "identity") in planner.get(page).text


@ON_SQLITE
def test_why_it_failed_says_which_language_it_is_in(app: flask.Flask, planner: FlaskClient, told: Told) -> None:
    """That of the order; the page may be read in another."""
    page = order(planner, told, "/marks.csv?lang=nn")
    with writing(db) as session:
        claimed = services.claim(session)
        assert claimed and services.fail(session, claimed.id, claimed.run, "Det er ikkje plass")
    assert '<p class="ds-paragraph" data-line>Det er ikkje plass' in planner.get(page + "?lang=nn").text
    assert 'data-line lang="nn">Det er ikkje plass' in planner.get(page + "?lang=nb").text
