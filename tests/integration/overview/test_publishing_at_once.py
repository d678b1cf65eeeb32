"""Two planners at the same draft at the same moment: one is first, the other is told, and nothing is lost."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import flask
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.activities import drafts
from participation.activities.models import Activity, QuestionnaireDraft, QuestionnaireVersion
from participation.database import writing
from participation.extensions import db
from tests.factories.people import make_person, sign_in
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import label, question

Deed = Callable[[FlaskClient], Any]
PLACE = "/projects/loddefjord/activities/1"
BUSY = 503


def asking(text: str) -> dict[str, Any]:
    return document(page("new", question("long_text", "wish", label=label(text))))


def make_draft(survey: Activity) -> str:
    with writing(db) as session:
        drafts.keep(session, session.get_one(Activity, survey.id), asking("Kladden"), {}, [], "first@example.no")
    return db.session.scalars(select(QuestionnaireDraft.edition)).one()


def at_once(app: flask.Flask, *deeds: Deed) -> list[Any]:
    """What each of as many planners gets, in the order of the deeds."""
    browsers = []
    for number, _deed in enumerate(deeds):
        make_person(f"planner{number}@example.no", "planner")
        browsers.append(app.test_client())
        sign_in(browsers[-1], f"planner{number}@example.no")
    db.session.remove()
    ready, told = threading.Barrier(len(deeds)), dict[int, Any]()

    def press(number: int) -> None:
        with app.app_context():
            ready.wait()
            told[number] = once_not_busy(deeds[number], browsers[number])
            db.session.remove()

    threads = [threading.Thread(target=press, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [told[number] for number in range(len(deeds))]


def once_not_busy(deed: Deed, browser: FlaskClient) -> Any:
    """What a planner gets who comes again when a slow machine is told to be busy."""
    for _time in range(20):
        answer = deed(browser)
        if answer.status_code != BUSY:
            break
    return answer


def publishing(edition: str) -> Deed:
    sent = {"based_on": "1", "seen": edition}
    return lambda browser: browser.post(f"{PLACE}/questionnaire/publish", data=sent, follow_redirects=True)


def published() -> list[str]:
    found = select(QuestionnaireVersion.document).order_by(QuestionnaireVersion.number)
    return [json.loads(text)["pages"][0]["questions"][0]["label"]["nb"] for text in db.session.scalars(found)]


def test_the_same_draft_is_published_once(app: flask.Flask) -> None:
    edition = make_draft(make_survey())
    pages = [" ".join(answer.text.split()) for answer in at_once(app, publishing(edition), publishing(edition))]
    assert published()[1:] == ["Kladden"]
    assert sum("Versjon 2 er publisert." in text for text in pages) == 1
    assert sum("Utkastet er borte: Noen har publisert det" in text for text in pages) == 1


def test_what_one_saves_while_another_publishes_is_in_the_version_or_still_in_the_draft_or_told_of(
    app: flask.Flask,
) -> None:
    edition = make_draft(make_survey())
    sent = {
        "document": asking("Endret"),
        "edition": "another-edition",
        "builds_on": edition,
        "based_on": 1,
        "editor": "a-page",
    }
    answer, saved = at_once(app, publishing(edition), lambda browser: browser.put(f"{PLACE}/builder/draft", json=sent))
    if saved.status_code == 200:
        assert "har endret utkastet i mellomtiden" in answer.text
        assert published()[1:] == []
        kept = db.session.scalars(select(QuestionnaireDraft.document)).one()
        assert json.loads(kept) == asking("Endret")
    else:
        assert saved.status_code == 409
        assert "Utkastet er borte" in saved.get_json()["error"]
        assert published()[1:] == ["Kladden"]
