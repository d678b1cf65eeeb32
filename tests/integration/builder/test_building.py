"""What is built is kept as it comes, whole or not; nobody overwrites or publishes what they have not seen."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from participation.activities import queries
from participation.activities.models import Activity, QuestionnaireDraft
from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from tests.factories.cast import Cast, make_cast
from tests.factories.people import make_person, sign_in
from tests.factories.surveys import document, make_survey
from tests.integration.commands.test_pictures import picture

HERE = "/projects/loddefjord/activities/1/builder"
TAB = "/projects/loddefjord/activities/1/questionnaire"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    return make_survey()


@pytest.fixture
def colleague(app: flask.Flask, cast: Cast) -> FlaskClient:
    make_person("kari@example.no", "planner")
    browser = app.test_client()
    sign_in(browser, "kari@example.no")
    return browser


def reworded(text: str) -> dict[str, Any]:
    made = document()
    made["title"] = {"nb": text}
    return made


def save(browser: FlaskClient, content: Any, edition: str, builds_on: str = "", editor: str = "mine") -> TestResponse:
    sent = {"document": content, "edition": edition, "builds_on": builds_on, "based_on": 1, "editor": editor}
    return browser.put(f"{HERE}/draft", json=sent)


def hold(browser: FlaskClient, editor: str, wish: str) -> dict[str, Any]:
    answer = browser.post(f"{HERE}/hold", json={"editor": editor, "wish": wish})
    assert answer.status_code == 200
    return dict(answer.get_json())


def draft() -> QuestionnaireDraft | None:
    return db.session.query(QuestionnaireDraft).populate_existing().one_or_none()


def kept() -> str:
    found = draft()
    db.session.remove()
    return str(json.loads(found.document)["title"]["nb"]) if found else ""


def let_go() -> None:
    """As time does with a page that says nothing more."""
    with writing(db) as session:
        session.query(QuestionnaireDraft).one().edited_until = now() - timedelta(seconds=1)


def page_data(browser: FlaskClient) -> dict[str, Any]:
    page = browser.get(HERE)
    assert page.status_code == 200
    [found] = re.findall(r'id="page-data">(.*?)</script>', page.text, re.DOTALL)
    return dict(json.loads(found))


def test_the_page_begins_with_what_is_published_and_then_with_the_draft(cast: Cast, survey: Activity) -> None:
    first = page_data(cast.planner)
    assert (first["document"], first["edition"], first["based_on"]) == (document(), "", 1)
    assert set(first["taken"]["variables"]) == {"lives_here", "misses", "wish", "spots"}
    assert first["taken"]["codes"]["misses"] == ["bench", "light", "tree"]
    assert save(cast.planner, reworded("Ny tittel"), "one").status_code == 200
    second = page_data(cast.planner)
    assert (second["document"]["title"], second["edition"]) == ({"nb": "Ny tittel"}, "one")


def test_looking_makes_no_draft(cast: Cast, survey: Activity) -> None:
    page_data(cast.planner)
    assert hold(cast.planner, "mine", "keep") == {"edition": "", "other": ""}
    assert draft() is None


def test_what_is_not_whole_is_kept_told_about_and_not_published(cast: Cast, survey: Activity) -> None:
    half = document()
    half["pages"][0]["questions"].append({"uid": "q1", "variable": "q1", "type": "single_choice", "label": {}})
    answer = save(cast.planner, half, "one")
    places = [one["place"] for one in answer.get_json()["problems"]]
    assert places == ["pages[0].questions[1].label", "pages[0].questions[1].choices"]
    tab = cast.planner.get(TAB).text
    assert "Det er ikke ferdig" in tab and "Side 1, spørsmål 2: Teksten mangler" in tab
    assert "Publiser denne versjonen" not in tab
    sent = {"based_on": "1", "seen": "one"}
    assert "ikke ferdig" in cast.planner.post(f"{TAB}/publish", data=sent, follow_redirects=True).text
    assert queries.newest_number(db.session(), db.session.get_one(Activity, 1)) == 1


def test_a_save_whose_answer_was_lost_is_sent_again(cast: Cast, survey: Activity) -> None:
    for _again in range(2):
        assert save(cast.planner, reworded("En"), "one").status_code == 200
    assert save(cast.planner, reworded("To"), "two", "one").status_code == 200
    assert kept() == "To"


def test_a_colleague_overwrites_nothing(cast: Cast, survey: Activity, colleague: FlaskClient) -> None:
    save(cast.planner, reworded("Min"), "one")
    building = save(colleague, reworded("Karis"), "hers", "one", editor="hers")
    assert building.status_code == 409 and "planner@example.no bygger på dette nå" in building.get_json()["error"]
    let_go()
    stale = save(colleague, reworded("Karis"), "hers", "", editor="hers")
    assert stale.status_code == 409 and "planner@example.no lagret utkastet" in stale.get_json()["error"]
    assert kept() == "Min"
    assert save(colleague, reworded("Karis"), "hers", "one", editor="hers").status_code == 200
    assert kept() == "Karis"


def test_a_page_hears_who_builds_and_takes_over(cast: Cast, survey: Activity, colleague: FlaskClient) -> None:
    save(cast.planner, reworded("Min"), "one")
    assert hold(colleague, "hers", "look") == {"edition": "one", "other": "planner@example.no"}
    assert hold(cast.planner, "mine", "keep") == {"edition": "one", "other": ""}
    assert hold(colleague, "hers", "take") == {"edition": "one", "other": ""}
    assert hold(cast.planner, "mine", "keep")["other"] == "kari@example.no"
    late = save(cast.planner, reworded("Min igjen"), "two", "one")
    assert late.status_code == 409 and "kari@example.no bygger" in late.get_json()["error"]
    assert hold(colleague, "hers", "leave") == {"edition": "one", "other": ""}
    assert hold(cast.planner, "mine", "look") == {"edition": "one", "other": ""}


def test_a_draft_put_away_or_published_meanwhile_is_not_brought_back(cast: Cast, survey: Activity) -> None:
    save(cast.planner, reworded("En"), "one")
    cast.planner.post(f"{TAB}/discard", data={"seen": "one"})
    gone = save(cast.planner, reworded("To"), "two", "one")
    assert gone.status_code == 409 and "Utkastet er borte" in gone.get_json()["error"]
    save(cast.planner, reworded("Tre"), "three")
    cast.planner.post(f"{TAB}/publish", data={"based_on": "1", "seen": "three"})
    old = save(cast.planner, reworded("Fire"), "four")
    assert old.status_code == 409 and "en annen versjon" in old.get_json()["error"]


def test_nobody_publishes_what_a_colleague_just_wrote(cast: Cast, survey: Activity, colleague: FlaskClient) -> None:
    save(cast.planner, reworded("Min"), "one")
    let_go()
    save(colleague, reworded("Karis"), "hers", "one", editor="hers")
    for act in ("publish", "discard", "copy"):
        sent = {"based_on": "1", "seen": "one", "title": "Runde to"}
        answer = cast.planner.post(f"{TAB}/{act}", data=sent, follow_redirects=True).text
        assert "kari@example.no har endret utkastet i mellomtiden" in answer
    assert kept() == "Karis"
    assert "Noen bygger på det nå" in cast.planner.get(TAB).text


def test_a_page_is_shown_as_respondents_see_it(cast: Cast, survey: Activity) -> None:
    made = document()
    made["pages"][0]["questions"] += [
        {"uid": "broken", "variable": "broken", "type": "scale", "label": {"nb": "Trapp"}, "min": 5, "max": 1},
        {"uid": "about", "variable": "about", "type": "short_text", "label": {"nb": "Om {lives_here}?"}},
    ]
    shown = cast.planner.post(f"{HERE}/preview", json={"document": made, "page": 0, "language": "nb"})
    assert shown.status_code == 200
    assert 'data-uid="lives_here"' in shown.text and "Om [lives_here]?" in shown.text
    assert re.search(r"Trapp.*vises når det som er galt", shown.text, re.DOTALL)
    marks = cast.planner.post(f"{HERE}/preview", json={"document": made, "page": 2, "language": "nb"}).text
    assert 'data-symbol="triangle"' in marks and draft() is None


def test_a_page_of_a_class_mapping_is_left_to_the_pupils_own_parts(cast: Cast, survey: Activity) -> None:
    with writing(db) as session:
        session.get_one(Activity, 1).kind = "class_mapping"
    made = document(age="3-7", languages=["nb", "nn"])
    shown = cast.planner.post(f"{HERE}/preview", json={"document": made, "page": 2, "language": "nn"}).text
    assert 'class="is-young"' in shown and '<html lang="nn"' in shown and "Denne staden" in shown
    [page] = re.findall(r'id="pupil-page">(.*?)</script>', shown, re.DOTALL)
    found = json.loads(page)
    assert [one["uid"] for one in found["questionnaire"]["pages"][0]["questions"]] == ["spots"]
    assert (found["language"], found["first"]) == ("nn", False)


@pytest.mark.parametrize("content", [{}, {"pages": [3, {"questions": [None, {"type": []}]}]}, {"languages": 7, "title": [], "intro": [1]}])  # fmt: skip
def test_whatever_is_sent_is_shown_as_far_as_it_goes(cast: Cast, survey: Activity, content: dict[str, Any]) -> None:
    shown = cast.planner.post(f"{HERE}/preview", json={"document": content, "page": 4, "language": "xx"})
    assert shown.status_code == 200


def test_a_picture_is_kept_with_the_draft_and_published(cast: Cast, survey: Activity, client: FlaskClient) -> None:
    def send(data: bytes, name: str = "park.jpg") -> TestResponse:
        sent = {"name": name, "picture": (BytesIO(data), "IMG_1.jpg")}
        return cast.planner.post(f"{HERE}/pictures", data=sent, content_type="multipart/form-data")

    assert send(picture("JPEG", "red")).status_code == 409
    made = document()
    told = {"uid": "seen", "variable": "seen", "type": "information", "label": {"nb": "Se"}}
    made["pages"][0]["questions"].append({**told, "image": "park.jpg", "image_alt": {"nb": "Parken"}})
    save(cast.planner, made, "one")
    assert send(picture("JPEG", "red")).status_code == send(picture("JPEG", "blue")).status_code == 200
    assert "lagret som JPEG" in send(b"no picture").get_json()["error"]
    assert send(b"", "../park.jpg").status_code == 400
    shown = cast.planner.post(f"{HERE}/preview", json={"document": made, "page": 0, "language": "nb"}).text
    assert f'src="{HERE}/pictures/park.jpg"' in shown
    assert cast.planner.get(f"{HERE}/pictures/park.jpg").mimetype == "image/jpeg"
    assert cast.planner.get(f"{HERE}/pictures/other.jpg").status_code == 404
    cast.planner.post(f"{TAB}/publish", data={"based_on": "1", "seen": "one"})
    assert client.get(f"/a/{survey.id}/pictures/2/park.jpg").status_code == 200
    assert cast.planner.get(f"{HERE}/pictures/park.jpg").status_code == 200


def test_who_builds_is_logged_once(cast: Cast, survey: Activity, colleague: FlaskClient) -> None:
    def drafted() -> list[str]:
        wanted = (
            select(AuditEntry.actor).where(AuditEntry.act == Act.QUESTIONNAIRE_DRAFTED.value).order_by(AuditEntry.id)
        )
        return list(db.session.scalars(wanted))

    save(cast.planner, reworded("En"), "one")
    save(cast.planner, reworded("To"), "two", "one")
    hold(cast.planner, "mine", "keep")
    assert drafted() == ["planner@example.no"]
    hold(colleague, "hers", "take")
    save(colleague, reworded("Tre"), "three", "two", editor="hers")
    assert drafted() == ["planner@example.no", "kari@example.no"]


def test_what_no_page_of_ours_sends_is_refused(cast: Cast, survey: Activity) -> None:
    whole = {"document": {}, "edition": "a", "builds_on": "", "based_on": 1, "editor": "mine"}
    for wrong in ({"document": []}, {"edition": ""}, {"editor": "m" * 41}, {"based_on": True}, {"builds_on": None}):
        assert cast.planner.put(f"{HERE}/draft", json=whole | wrong).status_code == 400
    for raw in (b"", b"[]", b"{", b'{"a":' + b"[" * 200 + b"]" * 200 + b"}"):
        assert cast.planner.put(f"{HERE}/draft", data=raw, content_type="application/json").status_code == 400
    assert cast.planner.post(f"{HERE}/hold", json={"editor": "mine", "wish": "steal"}).status_code == 400
    assert cast.planner.post(f"{HERE}/preview", json={"document": {}, "page": "1", "language": "nb"}).status_code == 400
    assert cast.planner.put(f"{HERE}/draft", data=b" " * (2**21 + 1)).status_code == 413


def test_only_those_who_may_change_activities_build(cast: Cast, survey: Activity) -> None:
    assert cast.analyst.get(HERE).status_code == 403
    assert cast.analyst.put(f"{HERE}/draft", json={}).status_code == 403
    assert cast.stranger.get(HERE).status_code == 302
