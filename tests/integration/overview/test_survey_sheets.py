"""What a survey is printed as: every question with boxes and lines, and posters in its languages."""

from __future__ import annotations

import re

import flask
import pytest

from surveys.question_types import QUESTION_TYPES
from surveys.templates import template
from tests.factories.cast import make_cast
from tests.factories.surveys import document, make_survey, page
from tests.unit.surveys.documents import category, choices, label, question
from tests.unit.surveys.examples import example

WAYS = "/projects/loddefjord/activities/1/ways"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_survey_on_paper_in_each_of_its_languages(app: flask.Flask, language: str) -> None:
    cast = make_cast(app)
    survey = make_survey(template("neighbourhood"))
    printed = cast.planner.get(f"{WAYS}/paper?lang={language}")
    assert printed.status_code == 200 and f'lang="{language}"' in printed.text
    assert printed.text.count("on-paper__question") > 3 and "on-paper__box" in printed.text
    assert f"/a/{survey.id}" in printed.text and "<svg" in printed.text


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_every_type_of_question_has_room_on_paper(app: flask.Flask, kind: str) -> None:
    make_survey(example(kind).document)
    printed = make_cast(app).planner.get(f"{WAYS}/paper")
    assert printed.status_code == 200 and "\ue000" not in printed.text
    asked = QUESTION_TYPES[kind]
    if asked.on_screen and kind != "photo" and (asked.collects_answer or asked.collects_marks):
        assert "on-paper__box" in printed.text or "on-paper__line" in printed.text


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_a_poster_in_several_languages(app: flask.Flask, size: str) -> None:
    make_survey(template("neighbourhood"))
    printed = make_cast(app).planner.get(f"{WAYS}/poster?also=nn&also=en&size={size}")
    assert f"poster--{size}" in printed.text and "<svg" in printed.text
    assert "Skann koden og svar." in printed.text and "Scan the code and answer." in printed.text
    assert '<html lang="nn"' in printed.text and 'lang="en"' in printed.text


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


WALKS = {"=": [{"answer": "mode"}, "walk"]}
RETIRED = {"code": "gone", "label": label("Utgått rad"), "retired": True}
PAPER = document(
    page(
        "one",
        question("information", "about", label=label("Om skjemaet"), text=label("Tenk på hele året.")),
        question("single_choice", "mode", label=label("Hvordan?"), choices=choices("walk", "bus"), required=True),
        question("short_text", "why", label=label("Hvorfor {mode}?"), relevant=WALKS),
        question("multiple_choice", "lacks", choices=choices("bench", "light", "tree"), max=2),
        question("ranking", "best", choices=choices("park", "square")),
        question("slider", "far", min=10, max=20, low_label=label("Nær"), high_label=label("Langt")),
        question("matrix", "works", choices=choices("well"), rows=[*choices("paths"), RETIRED]),
        question("place", "spots", max_marks=2, categories=[
            category("bad", followups=[question("short_text", "what", label=label("Hva skjer der?"))]),
        ], followups=[question("short_text", "when", label=label("Når på dagen?"), required=True)]),
        question("consent", "agreed", required=True, reason=label("Ellers kan vi ikke svare.")),
    ),
    page("rows", question("short_text", "well", relevant={"=": [{"answer": "works_paths"}, "well"]})),
    page("two", question("short_text", "more"), relevant={"or": [WALKS, {"answered": [{"answer": "why"}]}]}),
)  # fmt: skip


def test_paper_tells_what_the_screen_tells(app: flask.Flask) -> None:
    make_survey(PAPER)
    printed = re.sub(r"\s+", " ", re.sub(r"<.*?>", "", make_cast(app).planner.get(f"{WAYS}/paper").text))

    for told in (
        "Tenk på hele året.", "Hvordan? (må besvares)", "Bare hvis du svarte «Walk» på «Hvordan?». Hvorfor …?", "Velg høyst 2.",
        "Skriv 1 i ruten ved det som kommer først", "Et tall fra 10 til 20.", "Nær – Langt", "Ellers kan vi ikke svare.",
        "Bare hvis du svarte «Well» på «Paths».",
        "Hvis det er dette: Bad Hva skjer der?", "Ikke for alle: Det kommer an på hva du svarte på «Hvordan?; Hvorfor …?».",
    ):  # fmt: skip
        assert told in printed, told
    assert "Utgått rad" not in printed
    assert [printed.count(one) for one in ("Sted eller vei:", "Hva skjer der?", "Når på dagen? (må besvares)")] == [
        2,
        2,
        2,
    ]
