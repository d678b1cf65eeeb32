"""A personal code is used once: by its link or typed, without JavaScript or by a device, twice at once."""

from __future__ import annotations

import threading
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.invitations import services, tickets, using
from participation.invitations.models import Invitation
from participation.responses.models import Response
from tests.factories.classes import new_uuid
from tests.factories.invitations import invite, recipients
from tests.factories.surveys import make_survey, survey_body
from tests.integration.responses.plain_form import PlainForm


def responses() -> list[Response]:
    db.session.rollback()
    return list(db.session.scalars(select(Response).order_by(Response.id)))


def used() -> int:
    db.session.rollback()
    return len(list(db.session.scalars(select(Invitation).where(Invitation.used.is_(True)))))


def shown(survey: Activity, code: str) -> dict[str, str]:
    """What a device that came with the code sends beside its answer."""
    return {"Authorization": f"Bearer {tickets.ticket(survey.id, using.hash_of(code))}"}


def put(client: FlaskClient, survey: Activity, code: str | None, uuid: str | None = None, **fields: Any) -> Any:
    body = survey_body(survey, complete=True, answers={"lives_here": "yes"}, **fields)
    headers = shown(survey, code) if code else {}
    return client.put(f"/api/responses/{uuid or new_uuid()}", json=body, headers=headers)


def test_a_link_leads_to_an_answer_with_the_groups_background(client: FlaskClient) -> None:
    survey = make_survey()
    issued = invite(survey, recipients(Sone="Vadmyra", Alder="18–29"), only=True)
    answer = client.get(f"/a/{survey.id}/i/{issued[0].code}")
    assert answer.status_code == 303 and issued[0].code not in answer.location
    assert issued[0].code not in answer.headers["Set-Cookie"] and f"Path=/a/{survey.id}" in answer.headers["Set-Cookie"]

    form = PlainForm(client, f"/a/{survey.id}/page/1")
    form.press("next", lives_here="yes").press("next").press("send")

    [response] = responses()
    assert (response.channel, response.complete) == ("personal_link", True)
    assert response.background == '{"Sone":"Vadmyra","Alder":"18–29"}'
    assert used() == 1
    assert client.get_cookie(tickets.COOKIE, path=f"/a/{survey.id}") is None
    assert client.get(f"/a/{survey.id}/i/{issued[0].code}").status_code == 410


@pytest.mark.parametrize("written", [str, str.lower, lambda code: f" {code[:4]} – {code[4:]} "])
def test_a_code_is_typed_as_people_type(client: FlaskClient, written: Any) -> None:
    survey = make_survey()
    issued = invite(survey)
    answer = client.post(f"/a/{survey.id}/code", data={"code": written(issued[3].code)})
    assert answer.status_code == 303
    assert "har en egen kode" not in client.get(answer.location).text


def test_without_a_code_it_is_told_kindly_that_one_is_needed(client: FlaskClient) -> None:
    survey = make_survey()
    invite(survey, only=True)
    page = client.get(f"/a/{survey.id}")
    assert "Bare de som er invitert, kan svare" in page.text and "page/1" not in page.text
    assert client.get(f"/a/{survey.id}/page/1").status_code == 303
    assert f"/a/{survey.id}" not in client.get("/").text
    assert put(client, survey, None).status_code == 403
    assert responses() == []


def test_an_invented_code_and_one_of_another_survey(client: FlaskClient) -> None:
    survey, other = make_survey(), make_survey(project=db.session.get_one(Activity, 1).project)
    [issued, *_rest] = invite(other)
    assert client.get(f"/a/{survey.id}/i/{issued.code}").status_code == 404
    answer = client.post(f"/a/{survey.id}/code", data={"code": "<b>2222"})
    assert answer.status_code == 422 and "Ingen invitasjon har denne koden" in answer.text
    headers = shown(other, issued.code)
    body = survey_body(survey, complete=True, answers={"lives_here": "yes"})
    invite(survey, only=True)
    assert client.put(f"/api/responses/{new_uuid()}", json=body, headers=headers).status_code == 403
    assert put(client, survey, "22222222").status_code == 403


def test_guessing_is_slowed_down_and_good_codes_never_count(app: flask.Flask, client: FlaskClient) -> None:
    app.config["WRONG_CODES_PER_HOUR"] = 3
    survey = make_survey()
    issued = invite(survey)
    assert [client.get(f"/a/{survey.id}/i/{one.code}").status_code for one in issued[:5]] == [303] * 5
    answers = [client.post(f"/a/{survey.id}/code", data={"code": f"wrong{number}"}).status_code for number in range(4)]
    assert answers == [422, 422, 422, 429]
    assert client.get(f"/a/{survey.id}/i/22222222").status_code == 429


def test_the_same_body_twice_is_one_answer_and_another_with_the_code_is_refused(client: FlaskClient) -> None:
    survey = make_survey()
    [issued, *_rest] = invite(survey)
    uuid = new_uuid()
    first, again = put(client, survey, issued.code, uuid), put(client, survey, issued.code, uuid)
    assert (first.status_code, again.status_code) == (201, 200) and first.json == again.json
    other = put(client, survey, issued.code)
    assert other.status_code == 410 and "én gang" in other.json["error"]
    assert len(responses()) == used() == 1


def test_a_code_used_twice_at_once_gives_one_answer(app: flask.Flask) -> None:
    survey = make_survey()
    [issued, *_rest] = invite(survey)
    body = survey_body(survey, complete=True, answers={"lives_here": "yes"})
    headers = shown(survey, issued.code)
    ready, statuses = threading.Barrier(6), []

    def send() -> None:
        with app.app_context():
            client = app.test_client()
            ready.wait()
            statuses.append(client.put(f"/api/responses/{new_uuid()}", json=body, headers=headers).status_code)
            db.session.remove()

    threads = [threading.Thread(target=send) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [201, *[410] * 5]
    assert len(responses()) == used() == 1


def test_a_reminder_makes_new_codes_for_those_who_have_not_answered(client: FlaskClient) -> None:
    survey = make_survey()
    issued = invite(survey)
    for one in issued[:5]:
        assert put(client, survey, one.code).status_code == 201
    made = services.new_codes(20)
    with writing(db) as session:
        fresh = services.remind(session, session.get_one(Activity, survey.id), made)
    assert {one.recipient for one in fresh} == {one.recipient for one in issued[5:]}
    assert not {one.code for one in fresh} & {one.code for one in issued}
    old = client.get(f"/a/{survey.id}/i/{issued[7].code}")
    assert old.status_code == 410 and "byttet ut med en nyere" in old.text
    assert put(client, survey, issued[7].code).status_code == 410
    assert client.get(f"/a/{survey.id}/i/{issued[0].code}").status_code == 410
    assert put(client, survey, fresh[0].code).status_code == 201


def test_a_correction_needs_no_code_and_keeps_the_background(client: FlaskClient) -> None:
    survey = make_survey()
    [issued, *_rest] = invite(survey, recipients(Sone="Vadmyra"), only=True)
    receipt = put(client, survey, issued.code).json["receipt"]
    assert put(client, survey, None, replaces=receipt).status_code == 201
    first, second = responses()
    assert first.replaced_by_id == second.id
    assert (second.channel, second.background) == ("personal_link", first.background)
    assert put(client, survey, None, replaces="2222 2222 2222").status_code == 422
    assert used() == 1


def test_two_who_share_a_browser_answer_with_a_code_each(client: FlaskClient) -> None:
    survey = make_survey()
    issued = invite(survey)
    for one in issued[:2]:
        client.get(f"/a/{survey.id}/i/{one.code}")
        PlainForm(client, f"/a/{survey.id}/page/1").press("next", lives_here="yes").press("next").press("send")
    assert [one.channel for one in responses()] == ["personal_link"] * 2 and used() == 2


def test_a_draft_is_gone_on_with_elsewhere_after_the_code(app: flask.Flask, client: FlaskClient) -> None:
    survey = make_survey()
    [issued, *_rest] = invite(survey, only=True)
    client.get(f"/a/{survey.id}/i/{issued.code}")
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next", lives_here="yes").press("code")
    code = form.page.find(".//p[@class='code-given__code']").text
    assert responses()[0].background is None and used() == 0

    other = app.test_client()
    assert "personlige koden din først" in other.post(f"/a/{survey.id}/resume", data={"code": code}).text
    other.get(f"/a/{survey.id}/i/{issued.code}")
    there = PlainForm(other, f"/a/{survey.id}")
    there._take(other.post(f"/a/{survey.id}/resume", data={"code": code}))
    there.press("next").press("send")
    assert [one.complete for one in responses()] == [True] and used() == 1
