"""What a survey is printed as: every question with boxes and lines, and posters in its languages."""

from __future__ import annotations

import flask
import pytest

from surveys.question_types import QUESTION_TYPES
from surveys.templates import template
from tests.factories.cast import make_cast
from tests.factories.surveys import document, make_survey
from tests.unit.surveys.examples import example

WAYS = "/projects/loddefjord/activities/1/ways"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_survey_on_paper_in_each_of_its_languages(app: flask.Flask, language: str) -> None:
    cast = make_cast(app)
    survey = make_survey(template("neighbourhood"))
    page = cast.planner.get(f"{WAYS}/paper?lang={language}")
    assert page.status_code == 200 and f'lang="{language}"' in page.text
    assert page.text.count("on-paper__question") > 3 and "on-paper__box" in page.text
    assert f"/a/{survey.id}" in page.text and "<svg" in page.text


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_every_type_of_question_has_room_on_paper(app: flask.Flask, kind: str) -> None:
    make_survey(example(kind).document)
    page = make_cast(app).planner.get(f"{WAYS}/paper")
    assert page.status_code == 200 and "\ue000" not in page.text
    asked = QUESTION_TYPES[kind]
    if asked.on_screen and kind != "photo" and (asked.collects_answer or asked.collects_marks):
        assert "on-paper__box" in page.text or "on-paper__line" in page.text


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_a_poster_in_several_languages(app: flask.Flask, size: str) -> None:
    make_survey(template("neighbourhood"))
    page = make_cast(app).planner.get(f"{WAYS}/poster?also=nn&also=en&size={size}")
    assert f"poster--{size}" in page.text and "<svg" in page.text
    assert "Skann koden og svar." in page.text and "Scan the code and answer." in page.text
    assert '<html lang="nn"' in page.text and 'lang="en"' in page.text


@pytest.mark.parametrize("sheet", ["paper", "poster?size=%00&also=xx"])
def test_who_may_print(app: flask.Flask, sheet: str) -> None:
    cast = make_cast(app)
    make_survey(opened=False)
    assert cast.planner.get(f"{WAYS}/{sheet}").status_code == 200
    assert cast.stranger.get(f"{WAYS}/{sheet}").status_code == 302


@pytest.mark.parametrize("sheet", ["paper?lang=pl", "poster?also=pl", "poster?also=nb&also=pl"])
def test_a_sheet_says_that_no_speaker_has_read_its_words(app: flask.Flask, sheet: str) -> None:
    make_survey(document(languages=["nb", "pl"]))
    planner = make_cast(app).planner
    unread = "Ten tekst przetłumaczyła maszyna."

    assert unread in planner.get(f"{WAYS}/{sheet}").text
    assert unread not in planner.get(f"{WAYS}/{sheet.replace('pl', 'nb')}").text
