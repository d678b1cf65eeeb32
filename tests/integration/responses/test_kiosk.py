"""A tablet that is handed on: opened by a link, nothing of one person left for the next."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.kiosks import services, tickets
from participation.kiosks.models import Kiosk
from participation.responses.models import Response
from tests.factories.cast import make_cast
from tests.factories.invitations import invite
from tests.factories.surveys import make_survey
from tests.factories.undoing import undo_offered
from tests.integration.responses.plain_form import PlainForm


def make_kiosk(survey: Activity, channel: str = "interview") -> tuple[int, str]:
    """A tablet's id and the end of its link."""
    with writing(db) as session:
        kiosk = services.add_kiosk(session, session.get_one(Activity, survey.id), "Biblioteket", channel, 1)
    return kiosk.id, tickets.token(kiosk)


def opened(client: FlaskClient, survey: Activity, channel: str = "interview") -> str:
    """The tablet, opened; where its pages are."""
    _kiosk, token = make_kiosk(survey, channel)
    answer = client.get(f"/a/{survey.id}/kiosk/{token}")
    assert answer.status_code == 302 and token not in answer.location
    return f"/a/{survey.id}/kiosk"


def begin(client: FlaskClient, place: str) -> PlainForm:
    client.get(place)
    return PlainForm(client, f"{place}/page/1")


def responses() -> list[Response]:
    db.session.rollback()
    return list(db.session.scalars(select(Response).order_by(Response.id)))


@pytest.mark.parametrize("channel", services.CHANNELS)
def test_people_answer_one_after_the_other(client: FlaskClient, channel: str) -> None:
    survey = make_survey()
    place = opened(client, survey, channel)
    for answer in ("yes", "no"):
        form = begin(client, place).press("next", lives_here=answer).press("next").press("send")
        assert "Neste person" in form.text and form.page.find(".//p[@class='thanks__code']") is not None
        assert client.get_cookie("answered", path=f"/a/{survey.id}") is None
    assert [(one.channel, one.complete, one.answers) for one in responses()] == [
        (channel, True, '{"lives_here":"yes"}'),
        (channel, True, '{"lives_here":"no"}'),
    ]


def test_no_page_stays_in_the_browser_or_leads_away(client: FlaskClient) -> None:
    survey = make_survey()
    place = opened(client, survey)
    form = begin(client, place)
    pages = [client.get(place), form.response]
    pages += [form.press(button).response for button in ("next",)]
    for page in pages:
        assert page.headers["Cache-Control"] == "no-store"
        assert "/personvern" not in page.text and "/receipt" not in page.text and 'value="code"' not in page.text


def test_the_page_of_one_who_has_left_leads_to_the_start(client: FlaskClient) -> None:
    survey = make_survey()
    place = opened(client, survey)
    first = begin(client, place).press("next", lives_here="yes")
    sent = first.fields()
    client.get(place)
    back = client.post(first.form.get("action"), data={**sent, "page-go": "back"})
    assert back.status_code == 303 and back.location.endswith("/kiosk")
    # What was given so far counts as an unfinished answer.
    assert [(one.complete, one.answers) for one in responses()] == [(False, '{"lives_here":"yes"}')]
    assert PlainForm(client, f"{place}/page/1").page.findall(".//input[@checked]") == []


def test_a_sent_answer_is_not_shown_again(client: FlaskClient) -> None:
    survey = make_survey()
    form = begin(client, opened(client, survey)).press("next", lives_here="yes").press("next")
    sent, action = form.fields(), form.form.get("action")
    form.press("send")
    again = client.post(action, data={**sent, "page-go": "send"})
    assert again.status_code == 303 and len(responses()) == 1


def test_a_choice_of_language_is_not_remembered_for_the_next(client: FlaskClient) -> None:
    survey = make_survey()
    place = opened(client, survey)
    client.get(f"{place}?lang=pl")
    assert client.get_cookie("language") is None


def test_a_renewed_ended_or_invented_link_opens_nothing(app: flask.Flask, client: FlaskClient) -> None:
    survey = make_survey()
    kiosk, token = make_kiosk(survey)
    client.get(f"/a/{survey.id}/kiosk/{token}")
    form = begin(client, f"/a/{survey.id}/kiosk")
    with writing(db) as session:
        services.renew(session.get_one(Kiosk, kiosk))
    assert client.get(f"/a/{survey.id}/kiosk").status_code == 403
    assert client.post(form.form.get("action"), data=form.fields()).status_code == 403
    other = app.test_client()
    assert other.get(f"/a/{survey.id}/kiosk/{token}").status_code == 404
    assert other.get(f"/a/{survey.id}/kiosk/{kiosk}-{'0' * 40}").status_code == 404
    assert responses() == []


def test_who_has_begun_when_the_link_ends_may_finish(client: FlaskClient) -> None:
    survey = make_survey()
    kiosk, token = make_kiosk(survey)
    client.get(f"/a/{survey.id}/kiosk/{token}")
    form = begin(client, f"/a/{survey.id}/kiosk").press("next", lives_here="yes")
    with writing(db) as session:
        session.get_one(Kiosk, kiosk).expires_at = now() - timedelta(minutes=5)
    assert client.get(f"/a/{survey.id}/kiosk").status_code == 410
    form.press("next").press("send")
    assert [one.complete for one in responses()] == [True]


def test_a_tablet_lets_in_where_others_need_a_code(client: FlaskClient) -> None:
    survey = make_survey()
    invite(survey, only=True)
    begin(client, opened(client, survey)).press("next", lives_here="yes").press("next").press("send")
    assert [one.channel for one in responses()] == ["interview"]


def test_the_planner_makes_renews_and_ends_links(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    place = f"/projects/loddefjord/activities/{survey.id}"
    wrong = cast.planner.post(f"{place}/tablets/new", data={"name": "", "channel": "x", "days": "99"})
    assert wrong.status_code == 422 and "1 til 60" in wrong.text
    cast.planner.post(f"{place}/tablets/new", data={"name": "Torget", "channel": "site_visit", "days": "2"})
    kiosk = db.session.scalars(select(Kiosk)).one()
    assert f"/kiosk/{tickets.token(kiosk)}" in cast.planner.get(f"{place}/ways").text
    for verb in ("renew", "end"):
        before = tickets.token(kiosk)
        cast.planner.post(f"{place}/tablets/{kiosk.id}/{verb}")
        db.session.rollback()
        assert cast.stranger.get(f"/a/{survey.id}/kiosk/{before}").status_code == 404
    assert "Har gått ut" in cast.planner.get(f"{place}/ways").text


def test_an_end_is_undone_and_only_while_there_is_no_other_link(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    place = f"/projects/loddefjord/activities/{survey.id}"
    cast.planner.post(f"{place}/tablets/new", data={"name": "Torget", "channel": "site_visit", "days": "2"})
    kiosk = db.session.scalars(select(Kiosk)).one()
    link, lasts = f"/a/{survey.id}/kiosk/{tickets.token(kiosk)}", kiosk.expires_at
    undo = undo_offered(cast.planner.post(f"{place}/tablets/{kiosk.id}/end", follow_redirects=True))
    assert cast.stranger.get(link).status_code == 404
    assert cast.analyst.post(undo.address, data=undo.fields).status_code == 403
    cast.planner.post(undo.address, data=undo.fields)
    assert cast.stranger.get(link).status_code == 302
    db.session.expire_all()
    assert db.session.scalars(select(Kiosk)).one().expires_at == lasts
    cast.planner.post(f"{place}/tablets/{kiosk.id}/end")
    cast.planner.post(f"{place}/tablets/{kiosk.id}/renew")
    assert cast.planner.post(undo.address, data=undo.fields).status_code == 409


def test_who_may_not_change_activities_makes_no_links(app: flask.Flask) -> None:
    cast, survey = make_cast(app), make_survey()
    place = f"/projects/loddefjord/activities/{survey.id}"
    assert cast.analyst.get(f"{place}/ways").status_code == 403
