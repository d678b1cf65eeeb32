"""What is found of a questionnaire is told the planner before it is published, and some of it must be mended first."""

from __future__ import annotations

import re
from typing import Any

import flask
import pytest

from participation.activities import drafts
from participation.activities.models import Activity, QuestionnaireDraft, QuestionnaireVersion
from participation.database import writing
from participation.extensions import db
from tests.factories.cast import Cast, make_cast
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import category, label, question

QUESTIONNAIRE = "/projects/loddefjord/activities/1/questionnaire"
NEVER = {"and": [{"=": [{"answer": "lives_here"}, "yes"]}, {"=": [{"answer": "lives_here"}, "no"]}]}
PALE = question("place", "pale", label=label("Hvor?"), categories=[category("sun", colour="#ffff00")])


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def draft_with(survey: Activity, *asked: dict[str, Any], **own: Any) -> None:
    content = document(document()["pages"][0], page("more", *asked), **own)
    with writing(db) as session:
        drafts.keep(session, session.get_one(Activity, survey.id), content, {}, [], "planner@example.no")


def publish(cast: Cast) -> str:
    seen = db.session.query(QuestionnaireDraft.edition).scalar()
    sent = {"based_on": "1", "seen": seen}
    return str(cast.planner.post(f"{QUESTIONNAIRE}/publish", data=sent, follow_redirects=True).text)


def test_what_would_harm_must_be_mended_first(cast: Cast) -> None:
    survey = make_survey()
    draft_with(survey, question("long_text", "why", label=label("Hvorfor det?"), required=True, relevant=NEVER))
    told = cast.planner.get(QUESTIONNAIRE).text
    assert re.search(
        r"Dette må rettes før.*«Hvorfor det\?»|Dette må rettes før.*Siden «More» vises aldri", told, re.DOTALL
    )
    assert "Publiser denne versjonen" not in told
    assert "Dette må rettes før det kan publiseres" in publish(cast)
    assert db.session.query(QuestionnaireVersion).count() == 1


def test_the_planner_may_know_better_than_the_rest(cast: Cast) -> None:
    survey = make_survey()
    draft_with(survey, PALE, question("short_text", "who", label=label("Hva heter du?")))
    told = cast.planner.get(QUESTIONNAIRE).text
    assert "2 ting er verd å se på. Du kan publisere likevel." in told
    assert re.search(
        r"Spør om hvem som svarer \(1\).*More: «Hva heter du\?».*Vanskelig å se \(1\).*#ffff00", told, re.DOTALL
    )
    assert "Versjon 2 er publisert" in publish(cast)
    now = cast.planner.get(QUESTIONNAIRE).text
    assert re.search(r"Hva det spørres om nå.*Gjennomgang.*2 ting er verd å se på\.", now, re.DOTALL)
    assert "Du kan publisere likevel" not in now


def test_languages_are_named(cast: Cast) -> None:
    survey = make_survey()
    draft_with(survey, question("long_text", label=label("Hva er fint?")), languages=["nb", "pl"])
    assert "More: «Hva er fint?» mangler på et språk: Polski" in cast.planner.get(QUESTIONNAIRE).text


def test_nothing_found_is_told_too(cast: Cast) -> None:
    draft_with(make_survey(), question("long_text", label=label("Hva er fint?")))
    assert "gått gjennom uten merknader" in cast.planner.get(QUESTIONNAIRE).text
