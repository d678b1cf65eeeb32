"""Words are blurred everywhere and come back by undoing, until their time is over; translations stand beside texts."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import flask
import orjson
import pytest
from sqlalchemy import select

from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.moderation.blurring import blurred, words_in
from participation.moderation.models import Decision, TextTranslation
from participation.responses.models import BlurredText, Mark, Response
from participation.retention import purging
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_class, new_uuid, point
from tests.factories.people import sign_in
from tests.factories.surveys import survey_body
from tests.factories.written import BLOW, FOREIGN, PHONE, SLUR, WISH, Written, write
from tests.integration.moderation.test_queue import answers, decide, logged, marks_with, photo_key, shown

BLURRED_PHONE = "ring meg på ▇▇▇ eller ▇▇▇"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def written(cast: Cast) -> Written:
    return write(cast)


def comments() -> list[str]:
    return [orjson.loads(mark.answers)["comment"] for mark in db.session.scalars(select(Mark).order_by(Mark.id))]


def wishes() -> list[str]:
    found = select(Response).where(Response.channel != "class").order_by(Response.id)
    return [orjson.loads(response.answers)["wish"] for response in db.session.scalars(found)]


def downloaded(cast: Cast, written: Written, table: str = "marks") -> list[dict[str, str]]:
    activity = written.mapped.activity_id if table == "marks" else written.survey.id
    address = f"/projects/{written.survey.project.slug}/activities/{activity}/downloads/{table}.csv-comma"
    return list(csv.DictReader(io.StringIO(cast.planner.get(address).text)))


def newest() -> Decision:
    return db.session.scalars(select(Decision).order_by(Decision.id.desc())).all()[0]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Kari og karina, KARI!", ["kari"], "▇▇▇ og karina, ▇▇▇!"),
        ("Kari Nordmann bor her", ["Kari", "Kari Nordmann"], "▇▇▇ bor her"),
        ("a.c abc", ["a.c"], "▇▇▇ abc"),
        ("a ▇▇▇ b", ["▇▇▇", "", " "], "a ▇▇▇ b"),
        ("طريق كاري هنا", ["كاري"], "طريق ▇▇▇ هنا"),
    ],
)
def test_words_in_a_text(text: str, words: list[str], found: str) -> None:
    assert blurred(text, words) == found


def test_what_is_typed_is_parted_at_commas() -> None:
    assert words_in(" Kari , Ola Nordmann;\n\n47 12 ") == ["Kari", "Ola Nordmann", "47 12"]


def test_what_is_pointed_out_is_blurred_in_everything_shown_and_comes_back(cast: Cast, written: Written) -> None:
    decide(cast.planner, written, "blur", *marks_with(PHONE, SLUR, BLOW), answers()[0])
    assert comments()[1:4] == [BLURRED_PHONE, BLOW, "så mange ▇▇▇"]
    assert wishes() == ["jeg heter ▇▇▇ og vil ha lys", FOREIGN]
    for page in (
        cast.analyst.get(f"{written.queue}?state=all").text,
        cast.planner.get(f"{written.queue}?state=all").text,
    ):
        assert "47 12 34 56" not in page
    marks = f"/projects/{written.survey.project.slug}/activities/{written.mapped.activity_id}/marks.json"
    assert "47 12 34 56" not in cast.planner.get(marks).text
    assert [row["Kommentar"] for row in downloaded(cast, written)][1:4] == comments()[1:4]
    assert downloaded(cast, written, "responses")[0]["Hva ønsker du?"] == wishes()[0]
    assert marks_with(BLOW)[0] in shown(cast.planner, written)
    assert len(shown(cast.planner, written, "?state=blurred")) == 3
    cast.planner.post(f"{written.queue}/undo/{newest().id}")
    assert comments()[1] == PHONE
    assert wishes()[0] == WISH
    assert marks_with(PHONE)[0] in shown(cast.planner, written)
    assert db.session.scalars(select(BlurredText)).all() == []
    assert logged()[0] == ("texts:blur", 3)
    assert ("texts:unblur", 3) in logged()


def test_words_that_a_moderator_chose(cast: Cast, written: Written) -> None:
    decide(cast.planner, written, "blur", marks_with(PHONE)[0], words="ring meg, ELLER")
    assert comments()[1] == "▇▇▇ på 47 12 34 56 ▇▇▇ Kari"
    decide(cast.planner, written, "blur", *marks_with("Kari"), words="Kari")
    assert comments()[1] == "▇▇▇ på 47 12 34 56 ▇▇▇ ▇▇▇"
    decide(cast.planner, written, "unblur", *marks_with("47 12"))
    assert comments()[1] == PHONE


def test_codes_are_never_blurred(cast: Cast, written: Written) -> None:
    key = marks_with(PHONE)[0]
    with writing(db) as session:
        mark = session.get_one(Mark, int(key.partition(":")[2]))
        mark.answers = '{"comment":"dark here","why":["dark"],"season":"winter"}'
    decide(cast.planner, written, "blur", key, words="dark, winter, unsafe")
    changed = db.session.get_one(Mark, int(key.partition(":")[2]))
    assert orjson.loads(changed.answers) == {"comment": "▇▇▇ here", "why": ["dark"], "season": "winter"}
    assert changed.category == "unsafe"


def test_a_draft_is_left_as_it_is_and_that_is_said(cast: Cast, written: Written) -> None:
    draft = marks_with("48 12 34 56")[0]
    page = cast.planner.post(f"{written.queue}/blur", data={"item": draft}, follow_redirects=True).text
    assert "kan bare skjules" in page
    assert comments()[4] == "mobil 48 12 34 56"


def test_when_the_time_is_over_the_words_are_gone_for_good(cast: Cast, written: Written) -> None:
    decide(cast.planner, written, "blur", marks_with(PHONE)[0])
    made = newest().id
    done = {one.rows: one.count for one in purging.purge(now() + timedelta(days=29))}
    assert (done["blurred texts"], done["decisions"]) == (0, 0)
    done = {one.rows: one.count for one in purging.purge(now() + timedelta(days=31))}
    assert (done["blurred texts"], done["decisions"]) == (1, 1)
    sign_in(cast.planner)
    assert cast.planner.post(f"{written.queue}/undo/{made}").status_code == 404
    page = cast.planner.post(f"{written.queue}/unblur", data={"item": marks_with("▇▇▇ eller")}, follow_redirects=True)
    assert "Ingenting ble endret." in page.text
    assert comments()[1] == BLURRED_PHONE


def translate(
    client: Any, written: Written, key: str, text: str, variable: str = "comment", language: str = "nb"
) -> Any:
    told = {"item": key, "variable": variable, "language": language, "translation": text}
    return client.post(f"{written.queue}/translate", data=told, follow_redirects=True)


def test_a_translation_stands_beside_the_text_and_in_downloads(cast: Cast, written: Written) -> None:
    assert "Hva ønsker du? (oversatt)" not in downloaded(cast, written, "responses")[0]
    answer = answers()[1]
    assert "Oversettelsen er lagret." in translate(cast.planner, written, answer, "Her er det mørkt", "wish").text
    translate(cast.planner, written, marks_with(PHONE)[0], "Call me", "comment", "en")
    page = cast.analyst.get(f"{written.queue}?state=translated&language=uk").text
    assert "Her er det mørkt" in page
    assert shown(cast.planner, written, "?state=all&text=HER+ER+DET") == [answer]
    first, second = downloaded(cast, written, "responses")
    assert (second["Hva ønsker du? (oversatt)"], second["Hva ønsker du? (språket i oversettelsen)"]) == (
        "Her er det mørkt",
        "nb",
    )
    assert first["Hva ønsker du? (oversatt)"] == ""
    assert [row["Kommentar (oversatt)"] for row in downloaded(cast, written)][:2] == ["", "Call me"]
    marks = f"/projects/{written.survey.project.slug}/activities/{written.mapped.activity_id}/marks.json"
    assert cast.planner.get(marks).json["marks"][1]["translations"] == [{"language": "en", "text": "Call me"}]
    assert cast.planner.get(f"{marks}?text=call").json["marks"][0]["translations"]
    assert "Oversettelsen er fjernet." in translate(cast.planner, written, answer, "  ", "wish").text
    assert len(db.session.scalars(select(TextTranslation)).all()) == 1


def test_blurring_takes_the_translation_along_and_undoing_brings_it_back(cast: Cast, written: Written) -> None:
    key = marks_with(PHONE)[0]
    translate(cast.planner, written, key, "Call 47 12 34 56", "comment", "en")
    decide(cast.planner, written, "blur", key)
    assert db.session.scalars(select(TextTranslation)).all() == []
    cast.planner.post(f"{written.queue}/undo/{newest().id}")
    assert [one.text for one in db.session.scalars(select(TextTranslation))] == ["Call 47 12 34 56"]


def test_a_translation_of_nothing(cast: Cast, written: Written) -> None:
    wrong: list[tuple[dict[str, str], int]] = [
        ({"item": "mark:99999", "language": "nb"}, 422),
        ({"item": photo_key(), "language": "nb"}, 422),
        ({"item": "mark:1", "language": "xx"}, 422),
        ({}, 422),
    ]
    for told, status in wrong:
        sent = {"translation": "x", **told}
        assert cast.planner.post(f"{written.queue}/translate", data=sent).status_code == status, told
        assert cast.analyst.post(f"{written.queue}/translate", data=sent).status_code == 403


def test_what_is_withdrawn_takes_its_words_along(cast: Cast, written: Written) -> None:
    decide(cast.planner, written, "blur", marks_with(PHONE)[0], answers()[0])
    translate(cast.planner, written, answers()[1], "Mørkt", "wish")
    with writing(db) as session:
        for response in session.scalars(select(Response)):
            session.delete(response)
    assert db.session.scalars(select(BlurredText)).all() == []
    assert db.session.scalars(select(TextTranslation)).all() == []


def test_a_correction_does_not_bring_blurred_words_back(cast: Cast) -> None:
    found = make_class()
    marks = [point(5.23, 60.36, "unsafe", comment=PHONE), point(5.24, 60.36, "good", comment="ring 48 12 34 56")]
    first = cast.stranger.put(f"/api/responses/{new_uuid()}", json=body(found, *marks, complete=True)).json
    queue = Written(found, found.activity)
    decide(cast.planner, queue, "blur", *marks_with("12 34 56"))
    marks[1]["properties"]["answers"]["comment"] = "nå: ring 48 12 34 56"
    again = body(found, *marks, complete=True, replaces=first["receipt"])
    assert cast.stranger.put(f"/api/responses/{new_uuid()}", json=again).status_code == 201
    assert comments()[2:] == [BLURRED_PHONE, "nå: ring 48 12 34 56"]
    assert shown(cast.planner, queue) == marks_with("nå:")
    decide(cast.planner, queue, "unblur", *marks_with("▇▇▇ eller"))
    assert comments()[2] == PHONE


def test_answers_that_a_correction_leaves_as_they_were_stay_looked_at_and_blurred(cast: Cast, written: Written) -> None:
    def give(wish: str, **fields: Any) -> Any:
        told = survey_body(written.survey, answers={"wish": wish}, complete=True, **fields)
        return cast.stranger.put(f"/api/responses/{new_uuid()}", json=told).json

    receipt = give(WISH)["receipt"]
    first = answers()[-1]
    decide(cast.planner, written, "blur", first)
    assert give(WISH, replaces=receipt)["receipt"]
    second = answers()[-1]
    assert second != first
    assert wishes()[-1] == "jeg heter ▇▇▇ og vil ha lys"
    assert second not in shown(cast.planner, written)
    assert give(f"{WISH} og benk", replaces=receipt)["receipt"]
    assert answers()[-1] in shown(cast.planner, written)
