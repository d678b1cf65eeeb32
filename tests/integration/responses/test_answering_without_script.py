"""A survey answered page by page, without JavaScript."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.classes import make_class
from tests.factories.surveys import document, make_survey, page
from tests.integration.responses.plain_form import PlainForm
from tests.unit.surveys.documents import category, choices, label, question


def stored() -> Response:
    db.session.rollback()
    return db.session.scalars(select(Response)).one()


def set_status(survey: Activity, status: str) -> None:
    with writing(db) as session:
        session.get_one(Activity, survey.id).status = status


def test_a_whole_answer_is_given_page_by_page(client: FlaskClient) -> None:
    survey = make_survey()
    assert f"/a/{survey.id}/page/1" in client.get(f"/a/{survey.id}").text
    form = PlainForm(client, f"/a/{survey.id}/page/1")
    assert form.heading == "Home"
    form.press("next", lives_here="yes")
    assert (form.heading, stored().answers, stored().complete) == ("Wishes", '{"lives_here":"yes"}', False)
    form.press("next", misses=["bench", "tree"], wish="En benk\r\nved <b>sjøen</b>")
    form.press("add:spots", **{"category-spots": "good", "place-spots": "school-1"})
    form.press("send")

    response = stored()
    assert response.complete
    assert (response.channel, response.reached_page, response.language) == ("open_link", "places", "nb")
    assert json.loads(response.answers) == {
        "lives_here": "yes",
        "misses": ["bench", "tree"],
        "wish": "En benk\nved <b>sjøen</b>",
    }
    assert [(mark.category, mark.geometry) for mark in response.marks] == [
        ("good", '{"type":"Point","coordinates":[5.2318,60.36364]}')
    ]
    receipt = form.page.find(".//p[@class='thanks__code']").text
    assert client.post("/receipt", data={"code": receipt}).status_code == 200


def test_who_sends_twice_has_the_receipt_for_a_moment_and_whoever_comes_later_has_not(client: FlaskClient) -> None:
    """Pressed twice, or loaded anew where the line was gone: the first answer with the receipt may never have been seen."""
    form = PlainForm(client, f"/a/{make_survey().id}/page/1").press("next", lives_here="yes").press("next")
    address, sent = form.form.get("action"), {**form.fields(), "page-go": "send"}
    first, again = (client.post(address, data=sent).text for _time in range(2))
    assert "thanks__code" in first
    assert again == first
    assert "thanks__code" not in client.post(address, data={**sent, "page-go": "next"}).text
    with writing(db) as session:
        session.scalars(select(Response)).one().completed_at = now() - timedelta(minutes=6)
    assert "thanks__code" not in client.post(address, data=sent).text


def test_nothing_is_stored_before_something_is_answered(client: FlaskClient) -> None:
    survey = make_survey()
    PlainForm(client, f"/a/{survey.id}/page/1")
    assert db.session.scalar(select(Response.id)) is None


def test_what_must_be_answered_is_told_and_back_is_not_stopped_by_it(client: FlaskClient) -> None:
    survey = make_survey()
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next")
    assert form.response.status_code == 422
    assert form.page.find(".//*[@id='to-mend']") is not None
    form.press("next", lives_here="no").press("back", wish="Et tre")
    assert form.heading == "Home"
    assert json.loads(stored().answers) == {"lives_here": "no", "wish": "Et tre"}
    assert "checked" in form.page.find(".//input[@value='no']").attrib


def test_a_wrong_answer_is_shown_again_and_the_rest_is_kept(client: FlaskClient) -> None:
    content = document(page("one", question("whole_number", "age", max=120), question("short_text", "street")))
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1").press("send", age="mange", street="Lia")
    assert form.response.status_code == 422
    assert form.page.find(".//input[@name='age']").get("value") == "mange"
    assert json.loads(stored().answers) == {"street": "Lia"}
    assert not stored().complete
    form.press("send", age="40")
    assert stored().complete


def test_answers_open_and_close_questions(client: FlaskClient) -> None:
    content = document(
        page(
            "one",
            question("single_choice", "moves", choices=choices("yes", "no")),
            question("short_text", "where", relevant={"=": [{"answer": "moves"}, "yes"]}),
        ),
        page("two", question("short_text", "why"), relevant={"=": [{"answer": "moves"}, "yes"]}),
        page("three", question("short_text", "end")),
    )
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1")
    assert form.page.find(".//input[@name='where']") is None
    form.press("next", moves="yes")
    assert form.heading == "One"
    form.press("next", where="Bergen").press("next", why="Jobb")
    assert form.heading == "Three"
    form.press("back").press("back", why="Arbeid")
    assert form.heading == "One"
    form.press("next", moves="no")
    assert form.heading == "Three"
    form.press("send")
    assert json.loads(stored().answers) == {"moves": "no"}


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("paused", 503), ("closed", 410)])
def test_who_cannot_begin_is_told_why(client: FlaskClient, state: str, status: int) -> None:
    survey = make_survey()
    set_status(survey, state)
    for address in (f"/a/{survey.id}", f"/a/{survey.id}/page/1"):
        answer = client.get(address)
        assert answer.status_code == status
        assert survey.title not in answer.text or state != "draft"


@pytest.mark.parametrize("address", ["/a/999", "/a/x", "/a/0", "/a/-1", "/a/99999999999999999999", "/a/1/page/1"])
def test_an_unknown_survey_is_told_kindly(client: FlaskClient, address: str) -> None:
    make_class()  # activity 1 is for classes
    assert client.get(address).status_code == 404


def test_who_has_begun_goes_on_through_a_pause_but_not_after_the_end(client: FlaskClient) -> None:
    survey = make_survey()
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next", lives_here="yes")
    set_status(survey, "paused")
    form.press("next")
    assert form.heading == "Places"
    set_status(survey, "closed")
    assert client.post(form.form.get("action"), data=form.fields()).status_code == 410


@pytest.mark.parametrize("token", ["", "x", "WzEsIngiXQ.abc"])
def test_a_page_of_nobody_begins_anew(client: FlaskClient, token: str) -> None:
    survey = make_survey()
    answer = client.post(f"/a/{survey.id}/page/1", data={"page-work": token, "lives_here": "yes"})
    assert answer.status_code == 400
    assert db.session.scalar(select(Response.id)) is None


def test_a_token_of_another_survey_is_not_taken(client: FlaskClient) -> None:
    first = make_survey()
    second = make_survey(project=first.project)
    token = PlainForm(client, f"/a/{first.id}/page/1").fields()["page-work"]
    assert client.post(f"/a/{second.id}/page/1", data={"page-work": token}).status_code == 400


def test_a_code_brings_the_answer_to_another_browser(client: FlaskClient) -> None:
    survey = make_survey()
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next", lives_here="yes").press("code", wish="Lys")
    code = form.page.find(".//p[@class='code-given__code']").text

    other = PlainForm.__new__(PlainForm)
    other.client = client.application.test_client()
    other._take(other.client.post(f"/a/{survey.id}/resume", data={"code": code}))

    assert other.heading == "Wishes"
    assert other.page.find(".//textarea").text.strip() == "Lys"
    assert client.post(f"/a/{survey.id}/resume", data={"code": "ABCD EFGH"}).status_code == 422


def test_who_has_answered_is_asked_before_somebody_else_begins(client: FlaskClient) -> None:
    survey = make_survey()
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next", lives_here="yes").press("next").press("send")
    assert form.client.get_cookie("answered", path=f"/a/{survey.id}").value == "1"
    again = client.get(f"/a/{survey.id}/page/1")
    assert "page-work" not in again.text
    assert "page-work" in client.get(f"/a/{survey.id}/page/1?again=1").text
    assert "page-work" in client.application.test_client().get(f"/a/{survey.id}/page/1").text


def test_a_page_that_was_sent_changes_nothing_any_more(client: FlaskClient) -> None:
    survey = make_survey()
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("next", lives_here="yes").press("next")
    action, fields = form.form.get("action"), form.fields()
    form.press("send")
    client.post(action, data={**fields, "page-go": "back", "wish": "Mer"})
    assert stored().complete and "Mer" not in stored().answers


def test_hidden_questions_are_filled_from_the_address(client: FlaskClient) -> None:
    content = document(page("one", question("hidden", "source", parameter="src"), question("short_text", "wish")))
    survey = make_survey(content)
    start = client.get(f"/a/{survey.id}?src=poster&other=x")
    assert f"/a/{survey.id}/page/1?src=poster" in start.text.replace("&amp;", "&")
    PlainForm(client, f"/a/{survey.id}/page/1?src=poster").press("send", wish="Lys")
    assert json.loads(stored().answers) == {"source": "poster", "wish": "Lys"}


def test_texts_come_in_the_language_asked_for_and_missing_ones_say_so(client: FlaskClient) -> None:
    asked = question("short_text", "wish") | {"label": {"nb": "Hva ønsker du?", "ar": "ماذا تتمنى؟"}}
    only = question("short_text", "more") | {"label": label("Noe mer?")}
    survey = make_survey(document(page("one", asked, only), languages=["nb", "ar"]))
    form = PlainForm(client, f"/a/{survey.id}/page/1?lang=ar")
    html = form.page if form.page.tag == "html" else form.page.find("html")
    assert (html.get("lang"), html.get("dir")) == ("ar", "rtl")
    assert "ماذا تتمنى؟" in form.text
    only = form.page.find(".//div[@lang='nb']")
    assert only.get("dir") == "ltr"
    assert "".join(only.itertext()).split()[-2:] == ["Noe", "mer?"]
    assert only.find("span[@class='only-in']").get("lang") == "ar"

    form.press("stay:nb", wish="سلام")
    assert 'lang="nb"' in form.response.text and form.page.find(".//input[@name='wish']").get("value") == "سلام"
    assert stored().language == "nb"


def test_earlier_answers_stand_in_later_texts(client: FlaskClient) -> None:
    where = question("single_choice", "where", choices=choices("park"))
    why = question("short_text", "why") | {"label": {"nb": "Hvorfor {where}, {{who}?"}}
    content = document(page("one", where), page("two", why) | {"title": {"nb": "Om {where}"}})
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1").press("next", where="park")
    assert form.heading == "Om Park"
    assert "Hvorfor Park, {who}?" in form.text


def test_the_receipt_tells_the_answers_in_words(client: FlaskClient) -> None:
    bad = category("bad", followups=[question("short_text", "why")])
    content = document(
        page(
            "one",
            question("single_choice", "where", choices=choices("park", "road")),
            question("date", "since"),
            question("consent", "agreed"),
            question("matrix", "works", rows=choices("paths", "lights")),
            question("place", "spots", categories=[bad]),
        )
    )
    form = PlainForm(client, f"/a/{make_survey(content).id}/page/1")
    form.press("add:spots", **{"category-spots": "bad", "place-spots": "school-1"})
    told = {"where": "road", "since": "2019-05-17", "agreed": "true", "works_lights": "3", "mark-0-why": "Mørkt"}
    form.press("send", **told)
    receipt = form.page.find(".//p[@class='thanks__code']").text
    answer = client.post("/receipt", data={"code": receipt}).text
    for words in ("Road", "17. mai 2019", "Ja", "Lights", "Bad", "Mørkt"):
        assert f"{words}</" in answer
    client.post("/receipt", data={"code": receipt, "withdraw": "y"})
    db.session.rollback()
    assert db.session.scalar(select(Response.id)) is None


def test_the_front_page_leads_to_what_anyone_may_answer_now(client: FlaskClient) -> None:
    survey = make_survey()
    assert f'href="/a/{survey.id}"' in client.get("/").text
    set_status(survey, "paused")
    assert f'href="/a/{survey.id}"' not in client.get("/").text


def test_the_browsers_language_is_known_with_a_country_too(client: FlaskClient) -> None:
    spoken = question("short_text", "wish") | {"label": {"nb": "Ønske", "en": "Wish", "so": "Rabitaan"}}
    survey = make_survey(document(page("one", spoken), languages=["nb", "en", "so"]))
    start = client.get(f"/a/{survey.id}", headers={"Accept-Language": "so-SO,en;q=0.5"})
    assert '<html lang="so"' in start.text


def test_a_required_question_that_nobody_sees_locks_nobody_out(client: FlaskClient) -> None:
    asked = [question("hidden", "source", parameter="src", required=True), question("short_text", "wish")]
    survey = make_survey(document(page("only", *asked)))
    form = PlainForm(client, f"/a/{survey.id}/page/1").press("send", wish="En benk")

    assert form.page.find(".//p[@class='thanks__code']") is not None, form.text
    assert json.loads(stored().answers) == {"wish": "En benk"}


@pytest.mark.parametrize(
    ("spoken", "told"), [("nb", "Skriv 5 eller mer, ikke 3."), ("pl", "To nie pasuje do innych odpowiedzi")]
)
def test_own_words_about_what_is_wrong_are_told_to_those_who_read_them(
    client: FlaskClient, spoken: str, told: str
) -> None:
    own = {"constraint": {">=": [{"self": True}, 5]}, "constraint_message": label("Skriv 5 eller mer, ikke {years}.")}
    asked = question("whole_number", "years", **own) | {"label": {"nb": "Hvor lenge?", "pl": "Jak długo?"}}
    survey = make_survey(document(page("only", asked), languages=["nb", "pl"]))

    form = PlainForm(client, f"/a/{survey.id}/page/1?lang={spoken}").press("send", years="3")

    assert form.response.status_code == 422
    assert told in form.text and ("Skriv 5" in form.text) == (spoken == "nb")
