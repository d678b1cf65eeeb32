"""The queue: what waits and in which order, what is pointed out, deciding in bulk, undoing, finding."""

from __future__ import annotations

import re
from typing import Any

import flask
import pytest
from sqlalchemy import select

from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.extensions import db
from participation.moderation.models import Decision
from participation.responses.models import Mark, Photo, Response
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.written import BLOW, PHONE, PLAIN, SLUR, Written, write


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def written(cast: Cast) -> Written:
    return write(cast)


def shown(client: Any, written: Written, query: str = "") -> list[str]:
    """The keys on the page, in order."""
    answer = client.get(written.queue + query)
    assert answer.status_code == 200
    return re.findall(r'data-item="([a-z]+:\d+)"', answer.text)


def marks_with(*texts: str) -> list[str]:
    every = {mark.answers: mark.id for mark in db.session.scalars(select(Mark).order_by(Mark.id))}
    return [f"mark:{identity}" for text in texts for answers, identity in every.items() if text in answers]


def answers() -> list[str]:
    found = select(Response).where(Response.channel != "class").order_by(Response.id)
    return [f"answer:{response.id}" for response in db.session.scalars(found)]


def photo_key() -> str:
    return f"photo:{db.session.scalars(select(Photo.id)).one()}"


def decide(client: Any, written: Written, verb: str, *items: str, query: str = "", **fields: str) -> Any:
    return client.post(f"{written.queue}/{verb}{query}", data={"item": list(items), **fields})


def logged() -> list[tuple[str, int | None]]:
    found = select(AuditEntry).where(AuditEntry.act != Act.QUEUE_READ.value).order_by(AuditEntry.id)
    return [(entry.act, entry.count) for entry in db.session.scalars(found)]


def test_everything_that_waits_stands_in_one_queue_what_worries_first(cast: Cast, written: Written) -> None:
    found = shown(cast.planner, written)
    assert found[0] == marks_with(BLOW)[0]
    assert set(found) == {*marks_with(BLOW, PHONE, SLUR, "48 12 34 56"), *answers(), photo_key()}
    assert found[-1] == photo_key()
    assert marks_with(PLAIN)[0] not in found


def test_the_words_and_the_reason_stand_there_and_the_routine_beside_what_worries(cast: Cast, written: Written) -> None:
    page = cast.planner.get(written.queue).text
    for words, reason in (
        ("47 12 34 56", "Telefonnummer"),
        ("Kari", "Navn på en person"),
        ("slo meg", "Kan handle om vold"),
        ("pakkiser", "Skjellsord om gruppe"),
    ):
        assert re.search(rf'<mark [^>]*title="{reason}">{words}<span class="unseen"> \({reason}\)</span></mark>', page)
    assert page.index("Rutinen:") < page.index("Telefonnummer")
    assert "Ikke sendt ennå" in page
    assert 'lang="uk"' in page


def test_those_who_may_look_see_no_buttons_and_may_not_press(cast: Cast, written: Written) -> None:
    page = cast.analyst.get(written.queue).text
    assert "Telefonnummer" in page
    assert "Godkjenn<" not in page
    assert decide(cast.analyst, written, "hide", photo_key()).status_code == 403
    assert cast.stranger.get(written.queue).status_code == 302


@pytest.mark.parametrize("verb", ["approve", "hide"])
def test_what_is_decided_leaves_the_queue_in_bulk_and_comes_back_by_undo(
    cast: Cast, written: Written, verb: str
) -> None:
    before = shown(cast.planner, written)
    answer = decide(cast.planner, written, verb, marks_with(PHONE)[0], answers()[0], photo_key(), "mark:99999", "dog:1")
    made = db.session.scalars(select(Decision)).one()
    assert f"done={made.id}" in answer.location
    assert len(shown(cast.planner, written)) == len(before) - 3
    page = cast.planner.get(answer.location).text
    assert ("3 er godkjent." if verb == "approve" else "3 er skjult") in page
    undone = cast.planner.post(f"{written.queue}/undo/{made.id}", follow_redirects=True)
    assert undone.status_code == 200
    assert shown(cast.planner, written) == before
    assert cast.planner.post(f"{written.queue}/undo/{made.id}").status_code == 404
    assert [count for _act, count in logged()] == [3, 3]


def test_everything_that_the_filter_finds_is_decided_by_one_press(cast: Cast, written: Written) -> None:
    decide(cast.planner, written, "approve", query="?kind=answer", everything="1")
    assert logged() == [(Act.ITEMS_APPROVED.value, 2)]
    assert not [key for key in shown(cast.planner, written) if key.startswith("answer")]
    assert {*answers()} == {*shown(cast.planner, written, "?state=reviewed")}
    decide(cast.planner, written, "unapprove", query="?state=reviewed", everything="1")
    assert shown(cast.planner, written, "?state=reviewed") == []


def test_a_press_that_changes_nothing_says_so_and_is_not_logged(cast: Cast, written: Written) -> None:
    answer = cast.planner.post(f"{written.queue}/approve", data={"item": "mark:99999"}, follow_redirects=True)
    assert "Ingenting ble endret." in answer.text
    assert logged() == []
    assert db.session.scalars(select(Decision)).all() == []


def test_another_project_is_not_touched(cast: Cast, written: Written) -> None:
    make_project("annet")
    cast.planner.post("/projects/annet/moderation/hide", data={"item": marks_with(PHONE)})
    assert db.session.scalars(select(Mark).where(Mark.hidden_at.is_not(None))).all() == []
    decide(cast.planner, written, "approve", photo_key())
    made = db.session.scalars(select(Decision)).one()
    assert cast.planner.post(f"/projects/annet/moderation/undo/{made.id}").status_code == 404


def test_finding(cast: Cast, written: Written) -> None:
    expected = {
        "?state=all&text=ÆRFUGL": 1,
        "?state=all&text=ærfuglvei": 1,
        "?state=all&text=unsafe": 0,
        "?state=all&text=ola+og": 1,
        "?state=all&text=%25": 0,
        "?state=all&text=темно": 1,
        "?state=all&text=ТЕМНО": 1,
        "?state=all": 8,
        "?state=all&since=2020-01-01&until=2200-01-01": 8,
        "?state=all&until=2020-01-01": 0,
        "?state=all&since=yesterday": 8,
        "?state=all&kind=mark": 5,
        "?reason=worrying": 1,
        "?reason=abusive": 1,
        "?language=uk": 1,
        "?activity=1": 4,
        "?activity=99&state=nothing&kind=dog&reason=%00": 0,
        "?state=hidden": 0,
        "?page=99&kind=photo": 1,
    }
    assert {query: len(shown(cast.planner, written, query)) for query in expected} == expected


def test_empty_states_tell_what_to_do(cast: Cast, written: Written) -> None:
    assert "Søk etter en del av et ord" in cast.planner.get(f"{written.queue}?text=finnes+ikke").text
    make_project("annet")
    assert "Ingenting venter. Hit kommer" in cast.planner.get("/projects/annet/moderation").text


def test_what_a_device_sends_anew_waits_again(cast: Cast, written: Written) -> None:
    draft = marks_with("48 12 34 56")[0]
    decide(cast.planner, written, "approve", draft)
    assert draft not in shown(cast.planner, written)
