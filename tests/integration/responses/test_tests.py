"""A planner tries a questionnaire as a respondent: what is answered is a test, and never mixes with what is real."""

from __future__ import annotations

from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.accounts.models import Membership, Person
from participation.activities import drafts, trials
from participation.activities.models import Activity, QuestionnaireDraft, QuestionnaireTrial
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses import preview_links, tried_answers
from participation.responses.models import Mark, Response
from participation.responses.queries import counted
from participation.responses.used_codes import used_codes
from surveys.changes.change import Lost
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid
from tests.factories.invitations import invite
from tests.factories.people import make_member, make_person
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, label, question

SPOT = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [5.26, 60.36]},
    "properties": {"question": "spots", "category": "good", "answers": {}},
}


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def link(survey: Activity, number: int = 1) -> str:
    """The end of a link by which this version is tried."""
    maker = db.session.scalar(select(Person).order_by(Person.id).limit(1)) or make_person("maker@example.no", "planner")
    return preview_links.token(survey.id, number, maker.id)


def draft_of(survey: Activity, *asked: dict[str, Any]) -> int:
    """A draft with these questions, tried; its number."""
    content = document(page("new", *asked))
    with writing(db) as session:
        activity = session.get_one(Activity, survey.id)
        before = drafts.draft_of(session, activity)
        shown = {"tre.webp": b"RIFF"}
        drafts.keep(session, activity, content, shown, [], "planner@example.no", before.edition if before else "")
        number = trials.tried(session, activity)
    assert number is not None
    return number


def send(client: FlaskClient, survey: Activity, token: str | None, *marks: Any, uuid: str = "", **own: Any) -> Any:
    shown = {"Authorization": f"Bearer {token}"} if token else {}
    body = survey_body(survey, *marks, **{"complete": True, "answers": {"lives_here": "yes"}} | own)
    return client.put(f"/api/responses/{uuid or new_uuid()}", json=body, headers=shown)


def stored() -> list[Response]:
    db.session.rollback()
    return list(db.session.scalars(select(Response).order_by(Response.id)))


def test_a_test_is_given_page_by_page(client: FlaskClient) -> None:
    survey = make_survey()
    place = f"/a/{survey.id}/preview/{link(survey)}"
    start = client.get(place)
    assert "Dette er en test. Svaret telles ikke." in start.text
    assert start.headers["X-Frame-Options"] == "SAMEORIGIN" and start.headers["Cache-Control"] == "no-store"
    form = PlainForm(client, f"{place}/page/1").press("next", lives_here="yes").press("next").press("send")
    assert "Begynn på nytt" in form.text
    assert client.get_cookie("answered", path=f"/a/{survey.id}") is None
    [one] = stored()
    assert (one.is_test, one.complete, one.answers) == (True, True, '{"lives_here":"yes"}')


@pytest.mark.parametrize("status", ["draft", "open", "paused", "closed"])
def test_it_can_be_tried_whether_it_is_open_or_not(client: FlaskClient, status: str) -> None:
    survey = make_survey(opened=False)
    with writing(db) as session:
        session.get_one(Activity, survey.id).status = status
    assert send(client, survey, link(survey)).status_code == 201
    assert [(one.is_test, one.late) for one in stored()] == [(True, False)]


def test_a_draft_is_answered_as_it_was_tried(client: FlaskClient) -> None:
    survey = make_survey()
    first = draft_of(survey, question("short_text", "colour", label=label("Hvilken farge?")))
    assert draft_of(survey, question("short_text", "colour", label=label("Hvilken farge?"))) == first
    second = draft_of(survey, question("whole_number", "age", label=label("Hvor gammel?")))
    assert (first, second) == (-1, -2)
    assert "Hvor gammel?" in client.get(f"/a/{survey.id}/preview/{link(survey, second)}").text
    for number, answers in ((first, {"colour": "blå"}), (second, {"age": 42})):
        given = {"questionnaire_version": number, "answers": answers}
        assert send(client, survey, link(survey, number), **given).status_code == 201
    assert send(client, survey, link(survey, second), questionnaire_version=1).status_code == 422
    assert send(client, survey, None, questionnaire_version=first, answers={}).status_code == 422
    assert [one.answers for one in stored()] == ['{"colour":"blå"}', '{"age":42}']


def test_the_pictures_of_a_draft_are_shown(client: FlaskClient) -> None:
    survey = make_survey()
    number = draft_of(
        survey,
        question("information", "told", label=label(), text=label("Se"), image="tre.webp", image_alt=label("Et tre")),
    )
    place = f"/a/{survey.id}/preview/{link(survey, number)}"
    assert f"{place}/pictures/tre.webp" in client.get(place).text
    assert client.get(f"{place}/pictures/tre.webp").data == b"RIFF"
    assert client.get(f"{place}/pictures/none.webp").status_code == 404


def test_a_test_counts_nowhere(client: FlaskClient, cast: Cast) -> None:
    survey = make_survey()
    assert send(client, survey, link(survey), SPOT).status_code == 201
    assert send(client, survey, None, SPOT).status_code == 201
    place = f"/projects/loddefjord/activities/{survey.id}"
    assert counted(db.session(), survey) == 1
    assert len(cast.planner.get(f"{place}/marks.json").json["marks"]) == 1
    shown = cast.planner.get(f"{place}/marks.json?also=test").json["marks"]
    assert [one["test"] for one in shown] == [True, False]
    [plain, with_tests] = [
        cast.planner.get(f"{place}/downloads/responses.csv{query}").text for query in ("", "?also=test")
    ]
    assert (plain.count("\n"), with_tests.count("\n")) == (2, 3)


def test_tests_of_a_draft_are_shown_and_downloaded_with_its_own_words(client: FlaskClient, cast: Cast) -> None:
    survey = make_survey()
    asked = question("place", "benches", label=label("Hvor vil du sitte?"), categories=[category("sun")])
    number = draft_of(survey, question("short_text", "colour", label=label("Hvilken farge?")), asked)
    spot = {**SPOT, "properties": {"question": "benches", "category": "sun", "answers": {}}}
    given = {"questionnaire_version": number, "answers": {"colour": "blå"}}
    assert send(client, survey, link(survey, number), spot, **given).status_code == 201
    place = f"/projects/loddefjord/activities/{survey.id}"
    [shown] = cast.planner.get(f"{place}/marks.json?also=test").json["marks"]
    assert (shown["label"], shown["test"]) == ("Sun", True)
    for file in ("marks.csv", "marks.xlsx", "marks.geojson", "responses.csv"):
        assert cast.planner.get(f"{place}/downloads/{file}?also=test").status_code == 200
    assert "blå" in cast.planner.get(f"{place}/downloads/responses.csv?also=test").text
    assert "blå" not in cast.planner.get(f"{place}/downloads/responses.csv").text


def test_a_test_makes_no_choice_used(client: FlaskClient) -> None:
    survey, lost = make_survey(), [Lost("choice", "misses", "light"), Lost("category", "spots", "good")]
    answers = {"lives_here": "yes", "misses": ["light"]}
    assert send(client, survey, link(survey), SPOT, answers=answers).status_code == 201
    assert not used_codes(db.session(), survey)(lost)
    assert send(client, survey, None, SPOT, answers=answers).status_code == 201
    assert used_codes(db.session(), survey)(lost) == set(lost)


def test_neither_takes_the_others_place(client: FlaskClient) -> None:
    survey, real, test = make_survey(), new_uuid(), new_uuid()
    assert send(client, survey, None, uuid=real, complete=False).status_code == 201
    assert send(client, survey, link(survey), uuid=test, complete=False).status_code == 201
    for token, uuid in ((link(survey), real), (None, test)):
        assert send(client, survey, token, uuid=uuid, revision=2).status_code == 403
    given = send(client, survey, None).json["receipt"]
    assert send(client, survey, link(survey), replaces=given).status_code == 403
    assert [one.is_test for one in stored()] == [False, True, False]


def test_the_receipt_of_a_test_opens_no_survey_for_the_invited(client: FlaskClient) -> None:
    survey = make_survey()
    invite(survey, only=True)
    given = send(client, survey, link(survey)).json["receipt"]
    assert send(client, survey, None).status_code == 403
    assert send(client, survey, None, replaces=given).status_code == 422


def test_a_link_opens_its_own_survey_alone(client: FlaskClient) -> None:
    survey = make_survey()
    other = make_survey(project=survey.project)
    for token in (f"{link(survey)}x", "made-up", link(other), link(survey, 7)):
        assert client.get(f"/a/{survey.id}/preview/{token}").status_code == 404


def test_an_answer_by_a_link_that_is_over_does_not_become_a_real_one(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = make_survey()
    token = link(survey)
    monkeypatch.setattr(preview_links, "HOURS", -1)
    assert send(client, survey, token).status_code == 410
    assert client.get(f"/a/{survey.id}/preview/{token}").status_code == 410
    assert stored() == []


@pytest.mark.parametrize("leaving", ["removed", "made an analyst", "disabled"])
def test_a_link_ends_when_its_maker_loses_the_right_to_it(app: flask.Flask, client: FlaskClient, leaving: str) -> None:
    survey = make_survey()
    maker = make_member(survey.project, "planner")
    token = link(survey)
    assert client.get(f"/a/{survey.id}/preview/{token}").status_code == 200
    assert send(client, survey, token).status_code == 201
    with writing(db) as session:
        part = session.scalars(select(Membership).where(Membership.person_id == maker.id)).one()
        if leaving == "removed":
            session.delete(part)
        elif leaving == "disabled":
            session.get_one(Person, maker.id).disabled_at = now()
        else:
            part.role = "analyst"
    assert client.get(f"/a/{survey.id}/preview/{token}").status_code == 410
    assert send(client, survey, token, uuid=new_uuid()).status_code == 410
    assert len(stored()) == 1


def test_tests_are_deleted_together(client: FlaskClient, cast: Cast) -> None:
    survey = make_survey()
    for token in (link(survey), link(survey), None):
        send(client, survey, token, SPOT)
    place = f"/projects/loddefjord/activities/{survey.id}/preview"
    assert "2 testsvar" in cast.planner.get(place).text
    told = cast.planner.post(f"{place}/delete", follow_redirects=True).text
    assert "2 testsvar er slettet" in told
    assert [one.is_test for one in stored()] == [False]
    assert db.session.query(Mark).count() == 1
    assert tried_answers.count(db.session(), survey) == 0


def test_the_preview_keeps_the_draft_once(cast: Cast) -> None:
    survey = make_survey()
    place = f"/projects/loddefjord/activities/{survey.id}/preview"
    assert db.session.query(QuestionnaireTrial).count() == 0
    draft_of(survey, question("short_text", "colour", label=label("Hvilken farge?")))
    for query in ("", "?device=desk", "?version=published"):
        answer = cast.planner.get(f"{place}{query}")
        assert answer.status_code == 200 and "frame-src 'self'" in answer.headers["Content-Security-Policy"]
    assert db.session.query(QuestionnaireTrial).count() == 1
    assert cast.analyst.get(place).status_code == 403


def test_a_draft_that_is_not_whole_cannot_be_tried(cast: Cast) -> None:
    survey = make_survey()
    draft_of(survey, question("short_text", "colour", label=label("Hvilken farge?")))
    with writing(db) as session:
        session.query(QuestionnaireDraft).one().document = '{"format": 1, "languages": ["nb"], "pages": []}'
    told = cast.planner.get(f"/projects/loddefjord/activities/{survey.id}/preview?version=draft")
    assert "Utkastet er ikke helt ennå" in told.text and "Det de som svarer, får nå." in told.text
