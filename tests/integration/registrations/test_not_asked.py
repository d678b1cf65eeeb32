"""What a questionnaire gets for registrations from elsewhere is asked of no respondent."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import orjson
from flask.testing import FlaskClient
from pypdf import PdfReader

from participation.activities import publishing
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.responses.imported_questionnaire import Wanted, asked, find_homes
from participation.responses.models import Response
from tests.factories.classes import new_uuid
from tests.factories.people import make_person, sign_in
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.integration.downloads.test_files import written
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, question


def grown() -> Activity:
    """An open survey of three pages, after rows of a category that it does not have were taken in."""
    survey = make_survey()
    with writing(db) as session:
        found = session.get_one(Activity, survey.id)
        homes = find_homes(orjson.loads(found.versions[-1].document), [Wanted("place", "Farlig kryss")])
        publishing.publish(session, found, homes.document)
    return survey


def test_a_resident_is_asked_what_was_asked_before(client: FlaskClient) -> None:
    survey = grown()
    assert "Farlig kryss" not in client.get(f"/a/{survey.id}").text
    form = PlainForm(client, f"/a/{survey.id}/page/1")
    form.press("next", lives_here="yes")
    form.press("next")
    assert form.heading == "Places"
    form.press("send")
    response = db.session.query(Response).one()
    assert (response.complete, response.questionnaire_version) == (True, 2)


def test_a_device_may_send_to_the_version_all_the_same(client: FlaskClient) -> None:
    body = survey_body(grown(), answers={"lives_here": "no"}, questionnaire_version=2, complete=True)
    assert (
        client.put(f"/api/responses/{new_uuid()}", data=json.dumps(body), content_type="application/json").status_code
        == 201
    )


def test_paper_does_not_ask_it_either(client: FlaskClient) -> None:
    survey = grown()
    make_person()
    sign_in(client)
    sheet = client.get(f"/projects/{survey.project.slug}/activities/{survey.id}/ways/paper")
    assert sheet.status_code == 200
    assert "Farlig kryss" not in sheet.text


def test_the_archived_questionnaire_is_what_was_asked(client: FlaskClient, tmp_path: Path) -> None:
    """Nor does the codebook name what fewer than enough have marked."""
    with ZipFile(written(grown(), tmp_path, "archive")) as package:
        found = {name.rpartition("/")[2]: package.read(name) for name in package.namelist()}
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(found["v2-nb.pdf"])).pages)
    assert "Places" in text
    assert "Farlig kryss" not in text
    assert "Farlig kryss" not in found["kodebok.csv"].decode()


def test_a_page_of_ones_own_stays_and_so_does_the_only_one() -> None:
    spots = question("place", "spots", categories=[category("a")])
    own = document(page("imported", spots), page("more", question("short_text", "wish")))
    assert asked(own) == own
    alone = find_homes({**own, "pages": []}, [Wanted("place", "Farlig kryss")]).document
    assert asked(alone) == alone
