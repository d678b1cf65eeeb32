"""Photos: taken in once, made safe, seen by those who gave them, gone with the answer."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select, update

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Photo, Response
from participation.responses.photos import services
from participation.retention import purging
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, question
from tests.unit.surveys.test_photo import photo

PIXEL = [5.23, 60.36]


def with_photos(project: Project | None = None, **own: object) -> Activity:
    about = category("good") | {"followups": [question("photo", "look")]}
    return make_survey(
        project=project,
        content=document(
            page("one", question("photo", "seen", max_photos=3, **own), question("short_text", "wish")),
            page("places", question("place", "spots", categories=[about], max_marks=3)),
        ),
    )


def send(client: FlaskClient, survey: Activity, response: str, name: str, data: bytes | None = None) -> int:
    address = f"/api/responses/{response}/photos/{name}?activity={survey.id}"
    return client.post(address, data=photo() if data is None else data, content_type="image/jpeg").status_code


def names() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Photo.name).order_by(Photo.id)))


def test_it_is_taken_in_once_and_seen_without_what_the_camera_told(client: FlaskClient) -> None:
    survey, response, name = with_photos(), new_uuid(), new_uuid()
    exif = Image.Exif()
    exif[0x010E] = "hjemme hos meg"
    assert send(client, survey, response, name, photo(exif=exif.tobytes())) == 201
    assert send(client, survey, response, name) == 200
    assert send(client, survey, new_uuid(), name) == 403
    assert names() == [name]
    seen = client.get(f"/api/responses/{response}/photos/{name}")
    assert (seen.status_code, seen.mimetype) == (200, "image/jpeg")
    assert b"hjemme" not in seen.data
    assert Image.open(BytesIO(seen.data)).size == (60, 40)
    assert client.get(f"/api/responses/{new_uuid()}/photos/{name}").status_code == 404


def test_an_answer_names_only_photos_that_were_given_with_it(client: FlaskClient) -> None:
    survey, response, name, other = with_photos(), new_uuid(), new_uuid(), new_uuid()
    send(client, survey, response, name)
    send(client, survey, new_uuid(), other)
    place = {"type": "Feature", "geometry": {"type": "Point", "coordinates": PIXEL}}
    place["properties"] = {"question": "spots", "category": "good", "answers": {"look": [other]}}
    wrong = client.put(
        f"/api/responses/{response}", json=survey_body(survey, place, answers={"seen": [name, new_uuid()]})
    )
    assert wrong.status_code == 422
    assert [error["field"] for error in wrong.json["errors"]] == ["answers.seen", "marks[0].answers.look"]
    place["properties"]["answers"] = {"look": [name]}  # type: ignore[index]
    right = client.put(
        f"/api/responses/{response}", json=survey_body(survey, place, answers={"seen": [name]}, complete=True)
    )
    assert right.status_code == 201


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"\xff\xd8\xff\xe0" + b"0" * 500])
def test_what_is_no_photo_is_refused_in_words(client: FlaskClient, data: bytes) -> None:
    survey = with_photos()
    answer = client.post(f"/api/responses/{new_uuid()}/photos/{new_uuid()}?activity={survey.id}", data=data)
    assert answer.status_code == 422
    assert "JPEG" in answer.json["error"]
    assert names() == []


def test_where_nothing_asks_for_photos_none_is_taken_in(client: FlaskClient) -> None:
    plain = make_survey()
    assert send(client, plain, new_uuid(), new_uuid()) == 422
    closed = with_photos(plain.project)
    with writing(db) as session:
        session.get_one(Activity, closed.id).status = "closed"
    assert send(client, closed, new_uuid(), new_uuid()) == 410
    assert client.post(f"/api/responses/{new_uuid()}/photos/{new_uuid()}?activity=99", data=photo()).status_code == 404
    assert client.post(f"/api/responses/{new_uuid()}/photos/me.jpg", data=photo()).status_code == 400


def test_one_answer_has_room_for_some(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST", 2)
    survey, response = with_photos(), new_uuid()
    assert [send(client, survey, response, new_uuid()) for _ in range(3)] == [201, 201, 422]
    assert client.delete(f"/api/responses/{response}/photos/{names()[0]}").status_code == 204
    assert send(client, survey, response, new_uuid()) == 201


def test_it_is_erased_with_the_answer_and_cannot_come_back(client: FlaskClient) -> None:
    survey, response, name = with_photos(), new_uuid(), new_uuid()
    send(client, survey, response, name)
    sent = client.put(f"/api/responses/{response}", json=survey_body(survey, answers={"seen": [name]}, complete=True))
    assert send(client, survey, response, new_uuid()) == 409
    assert client.delete(f"/api/responses/{response}/photos/{name}").status_code == 409
    client.post("/receipt", data={"code": sent.json["receipt"], "withdraw": "y"})
    assert names() == []
    assert send(client, survey, response, new_uuid()) == 410


def test_one_that_no_answer_names_is_forgotten_after_some_days(client: FlaskClient) -> None:
    survey, response, name, about = with_photos(), new_uuid(), new_uuid(), new_uuid()
    for one in (name, about, new_uuid()):
        send(client, survey, response, one)
    place = {"type": "Feature", "geometry": {"type": "Point", "coordinates": PIXEL}}
    place["properties"] = {"question": "spots", "category": "good", "answers": {"look": [about]}}
    client.put(f"/api/responses/{response}", json=survey_body(survey, place, answers={"seen": [name]}))
    list(purging.purge())
    assert len(names()) == 3
    with writing(db) as session:
        session.execute(update(Photo).values(received_at=now() - timedelta(days=8)))
    list(purging.purge())
    assert names() == [name, about]


def test_a_page_without_javascript_takes_photos_and_keeps_those_chosen(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{with_photos(required=True).id}/page/1").press("next", wish="Lys")
    assert form.response.status_code == 422
    form.press("next", seen_file=[(BytesIO(photo()), "a.jpg"), (BytesIO(photo(size=(9, 9))), "b.jpg")])
    assert form.heading == "Places"
    form.press("back")
    kept = [box.get("value") for box in form.page.findall(".//input[@name='seen']")]
    assert kept == names()
    assert client.get(form.page.find(".//img[@class='option__image']").get("src")).mimetype == "image/jpeg"
    form.press("next", seen=kept[:1])
    form.press("add:spots", **{"category-spots": "good", "place-spots": "school-1"})
    form.press("send", **{"mark-0-look_file": [(BytesIO(photo()), "c.jpg")]})
    db.session.rollback()
    response = db.session.scalars(select(Response)).one()
    assert response.complete
    assert json.loads(response.answers) == {"seen": kept[:1], "wish": "Lys"}
    assert json.loads(response.marks[0].answers) == {"look": [names()[2]]}


def test_a_page_without_javascript_tells_which_file_was_no_photo(client: FlaskClient) -> None:
    form = PlainForm(client, f"/a/{with_photos().id}/page/1")
    form.press("next", wish="Lys", seen_file=[(BytesIO(b"%PDF-1.7"), "a.pdf")])
    assert form.response.status_code == 422
    assert form.heading == "One"
    assert "JPEG" in form.text
