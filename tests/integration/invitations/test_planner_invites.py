"""The planner takes a list in, gets the codes once, reminds, and sees how many have answered."""

from __future__ import annotations

import csv
import io
import threading
import zipfile
from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from participation.activities.models import Activity
from participation.extensions import db
from participation.invitations.models import Invitation, InvitationRound
from tests.factories.cast import make_cast
from tests.factories.classes import make_activity
from tests.factories.invitations import invite, recipients
from tests.factories.people import sign_in
from tests.factories.surveys import make_survey
from tests.integration.invitations.test_answering_with_a_code import put

LIST = "Id;Sone\n" + "\n".join(f"{number};Vadmyra" for number in range(1001, 1021))


def place(survey: Activity, rest: str = "") -> str:
    return f"/projects/loddefjord/activities/{survey.id}/invitations{rest}"


def opened(answer: object) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(answer.data))  # type: ignore[attr-defined]


def table(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    raw = archive.read(name)
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_a_list_becomes_codes_that_are_told_once(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    looked = cast.planner.post(place(survey, "/add"), data={"recipients": LIST, "step": "check"})
    assert "Lag 20 koder" in looked.text and db.session.scalar(select(Invitation.id)) is None

    made = cast.planner.post(place(survey, "/add"), data={"recipients": LIST, "step": "create"})
    assert made.mimetype == "application/zip" and made.headers["Cache-Control"] == "no-store"
    archive = opened(made)
    letters = table(archive, "brev.csv")
    assert [row["Mottaker"] for row in letters] == [str(number) for number in range(1001, 1021)]
    assert {row["Lenke"] for row in table(archive, "sms.csv")} == {
        row["Lenke"] for row in table(archive, "digipost.csv")
    }
    assert archive.read(letters[0]["Bilde av QR-koden"]).startswith(b"\x89PNG")
    assert all(len(row["Melding"]) <= 160 for row in table(archive, "sms.csv"))

    code = letters[4]["Kode"]
    assert code.replace(" ", "") == letters[4]["Lenke"].rpartition("/")[2]
    assert cast.stranger.get(letters[4]["Lenke"].partition("localhost")[2]).status_code == 303
    page = cast.planner.get(place(survey)).text
    assert code not in page and letters[4]["Lenke"] not in page
    again = cast.planner.post(place(survey, "/add"), data={"recipients": LIST, "step": "create"})
    assert again.status_code == 422 and "har alt en kode" in again.text


def test_the_workbook_holds_the_same_rows(app: flask.Flask, tmp_path: Path) -> None:
    cast, survey = make_cast(app), make_survey()
    archive = opened(cast.planner.post(place(survey, "/add"), data={"recipients": LIST, "step": "create"}))
    (tmp_path / "codes.xlsx").write_bytes(archive.read("alle-koder.xlsx"))
    book = CalamineWorkbook.from_path(str(tmp_path / "codes.xlsx"))
    assert book.sheet_names == ["brev", "sms", "digipost"]
    rows = book.get_sheet_by_name("brev").to_python()
    assert [row[2] for row in rows[1:]] == [row["Kode"] for row in table(archive, "brev.csv")]


def test_a_file_is_looked_at_before_codes_are_made(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    data = {"file": (io.BytesIO(LIST.encode("cp1252")), "liste.csv"), "step": "check"}
    looked = cast.planner.post(place(survey, "/add"), data=data)
    assert looked.status_code == 200 and "1020\tVadmyra" in looked.text
    data = {"file": (io.BytesIO(b"%PDF"), "liste.pdf"), "step": "check"}
    assert cast.planner.post(place(survey, "/add"), data=data).status_code == 422
    short = cast.planner.post(place(survey, "/add"), data={"recipients": "Id;Sone\n1;Vadmyra", "step": "create"})
    assert short.status_code == 422 and "Rad 2" in short.text and db.session.scalar(select(Invitation.id)) is None


def test_a_reminder_goes_only_to_those_who_have_not_answered(app: flask.Flask, client: FlaskClient) -> None:
    cast, survey = make_cast(app), make_survey()
    issued = invite(survey, recipients(30))
    for one in issued[:3]:
        put(client, survey, one.code)
    telling = cast.planner.post(place(survey, "/remind"), follow_redirects=True)
    assert "Færre enn fem har svart" in telling.text
    for one in issued[3:6]:
        put(client, survey, one.code)
    letters = table(opened(cast.planner.post(place(survey, "/remind"))), "brev.csv")
    assert {row["Mottaker"] for row in letters} == {one.recipient for one in issued[6:]}
    again = table(opened(cast.planner.post(place(survey, "/remind"))), "brev.csv")
    assert {row["Kode"] for row in again}.isdisjoint({row["Kode"] for row in letters})
    put(client, survey, again[0]["Kode"])
    assert "Færre enn fem" in cast.planner.post(place(survey, "/remind"), follow_redirects=True).text
    db.session.rollback()
    assert [one.codes for one in db.session.scalars(select(InvitationRound).order_by(InvitationRound.id))] == [
        30,
        24,
        24,
    ]


def test_small_numbers_are_hidden_from_the_planner(app: flask.Flask, client: FlaskClient) -> None:
    cast, survey = make_cast(app), make_survey()
    many, some, few = (recipients(20, first, Sone=zone) for first, zone in ((1000, "A"), (2000, "B"), (3000, "C")))
    issued = invite(survey, many, some, few)
    for one in (*issued[:9], *issued[20:26], *issued[40:42]):
        put(client, survey, one.code)
    text = " ".join(cast.planner.get(place(survey)).text.split())
    assert '<td>A</td><td class="number">20</td><td class="number">9</td>' in text
    assert '<td>B</td><td class="number">20</td><td class="number">:</td>' in text
    assert '<td>C</td><td class="number">20</td><td class="number">:</td>' in text


def test_a_button_pressed_twice_at_once_gives_one_file(app: flask.Flask) -> None:
    make_cast(app)
    address = place(make_survey(), "/add")
    browsers = [app.test_client(), app.test_client()]
    for browser in browsers:
        sign_in(browser)
    db.session.remove()
    ready, kinds = threading.Barrier(2), []

    def press(browser: FlaskClient) -> None:
        with app.app_context():
            ready.wait()
            kinds.append(browser.post(address, data={"recipients": LIST, "step": "create"}).mimetype)
            db.session.remove()

    threads = [threading.Thread(target=press, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kinds.count("application/zip") == 1 and len(kinds) == 2
    assert len(list(db.session.scalars(select(Invitation)))) == 20


def test_only_those_invited_and_anyone_again(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    cast.planner.post(place(survey, "/who"), data={"only": "yes"})
    assert "Bare de som er invitert" in cast.stranger.get(f"/a/{survey.id}").text
    cast.planner.post(place(survey, "/who"), data={"only": "no"})
    assert f"/a/{survey.id}/page/1" in cast.stranger.get(f"/a/{survey.id}").text


@pytest.mark.parametrize("rest", ["", "/add"])
def test_who_may_see_it(app: flask.Flask, rest: str) -> None:
    cast, survey = make_cast(app), make_survey()
    assert cast.planner.get(place(survey, rest)).status_code == 200
    assert cast.analyst.get(place(survey, rest)).status_code == 403
    assert cast.stranger.get(place(survey, rest)).status_code == 302


def test_an_activity_for_classes_has_none(app: flask.Flask) -> None:
    cast, activity = make_cast(app), make_activity()
    assert cast.planner.get(place(activity)).status_code == 404
    assert "invitations" not in cast.planner.get(f"/projects/loddefjord/activities/{activity.id}/classes").text
