"""The projector shows hexagons and numbers only, and nothing fewer than three different pupils drew."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, NoReturn

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.classroom import published_map
from participation.classroom.models import PublishedMap
from participation.database import DatabaseBusy, writing
from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.classes import body, make_class, new_uuid, point, road
from tests.integration.classroom.room import draw, enter
from tests.integration.responses.test_hand_in import put


def cells(
    client: FlaskClient, class_session: ClassSession, category: str = "good", season: str = "any"
) -> dict[str, Any]:
    address = f"/projector/{codes.projector_token(class_session)}/cells?category={category}&season={season}"
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.json


def numbers(shown: dict[str, Any]) -> list[int]:
    return [cell["children"] for cell in shown["cells"]]


def test_two_pupils_are_hidden_and_three_are_shown(client: FlaskClient) -> None:
    class_session = make_class()
    for _pupil in range(2):
        draw(client, class_session, point(), point())
    shown = cells(client, class_session)
    assert (shown["cells"], shown["totals"]["good"]) == ([], None)
    draw(client, class_session, point())
    shown = cells(client, class_session)
    assert (numbers(shown), shown["totals"]["good"]) == ([3], 3)


def test_roads_count_in_each_cell_they_run_through(client: FlaskClient) -> None:
    class_session = make_class()
    for _pupil in range(3):
        draw(client, class_session, road())
    shown = numbers(cells(client, class_session, "road"))
    assert len(shown) >= 5
    assert set(shown) == {3}


def test_a_season_never_tells_of_one_child(client: FlaskClient) -> None:
    class_session = make_class()
    for season in ("winter", "winter", "winter", "summer"):
        draw(client, class_session, point(season=season))
    assert numbers(cells(client, class_session)) == [4]
    assert numbers(cells(client, class_session, season="winter")) == [], "4 − 3 would be one child"
    assert cells(client, class_session, season="winter")["totals"]["good"] is None
    for _more in range(3):
        draw(client, class_session, point(season="summer"))
    assert numbers(cells(client, class_session, season="winter")) == [3]


def test_the_fourth_child_is_not_seen_to_come(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    for _pupil in range(3):
        draw(client, class_session, point())
    assert numbers(cells(client, class_session)) == [3]
    for _pupil in range(2):
        draw(client, class_session, point(), point(category="unsafe"))
        assert numbers(cells(client, class_session)) == [3]
    client.post(f"{room}/close")
    assert numbers(cells(client, class_session)) == [3], "the last one or two stay unseen when the class ends too"
    client.post(f"{room}/open")
    draw(client, class_session, point())
    assert numbers(cells(client, class_session)) == [6]
    assert cells(client, class_session)["totals"] == {
        "activity": None,
        "good": 6,
        "unsafe": None,
        "wish": None,
        "road": None,
    }


def test_one_busy_child_is_not_three(client: FlaskClient) -> None:
    class_session = make_class()
    for _pupil in range(2):
        draw(client, class_session, point())
    draw(client, class_session, point(category="wish"))
    assert numbers(cells(client, class_session)) == []
    draw(client, class_session, *(point() for _mark in range(20)))
    assert numbers(cells(client, class_session)) == []


def test_a_device_without_a_nickname_may_be_a_child_that_counts_already(client: FlaskClient) -> None:
    class_session = make_class()
    for _pupil in range(2):
        draw(client, class_session, point())
    for _device in range(3):
        assert put(client, new_uuid(), body(class_session, point())).status_code == 201
    shown = cells(client, class_session)
    assert (numbers(shown), shown["totals"]["good"]) == ([], None)
    draw(client, class_session, point())
    assert numbers(cells(client, class_session)) == [3]


def test_devices_without_nicknames_are_not_three_children(client: FlaskClient) -> None:
    class_session = make_class()
    for _device in range(3):
        assert put(client, new_uuid(), body(class_session, point(), complete=True)).status_code == 201
    assert numbers(cells(client, class_session)) == []


def test_a_child_with_two_devices_counts_once(client: FlaskClient) -> None:
    class_session = make_class()
    twice, _other = draw(client, class_session, point()), draw(client, class_session, point())
    assert put(client, new_uuid(), body(class_session, point(), pupil=twice["token"])).status_code == 201
    assert numbers(cells(client, class_session)) == []


def test_a_cell_that_was_taken_back_stays_away_until_the_map_is_taken_anew(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    for _pupil in range(3):
        draw(client, class_session, point())
    assert numbers(cells(client, class_session)) == [3]
    first = db.session.scalars(select(Mark).order_by(Mark.id)).first()
    assert first is not None
    client.post(f"{room}/marks/{first.id}/hide")
    assert numbers(cells(client, class_session)) == []
    draw(client, class_session, point())
    assert numbers(cells(client, class_session)) == [], "one child alone brings no cell back"
    for _pupil in range(2):
        draw(client, class_session, point())
    assert numbers(cells(client, class_session)) == [3], "five by now, which one may not tell beside the three before"


def test_two_screens_show_the_same_and_a_busy_store_shows_what_it_last_showed(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class_session = make_class()
    for _pupil in range(3):
        draw(client, class_session, point())
    first, second = cells(client, class_session), cells(client, class_session)
    assert first == second
    for _pupil in range(3):
        draw(client, class_session, point())
    with monkeypatch.context() as patched:
        patched.setattr(published_map, "writing", busy)
        assert numbers(cells(client, class_session)) == [3]
    assert numbers(cells(client, class_session)) == [6]


def busy(_db: object) -> NoReturn:
    raise DatabaseBusy


def test_another_screen_that_came_first_is_followed(client: FlaskClient) -> None:
    class_session = make_class()
    for _pupil in range(3):
        draw(client, class_session, point())
    cells(client, class_session)
    late = published_map.Published(revision=1, newest_mark=99)
    assert not published_map.kept(class_session.id, late)
    assert published_map.stored(db.session(), class_session.id).newest_mark != 99


def test_the_screen_says_how_fresh_it_is(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    assert cells(client, class_session)["fresh"] == ""
    for _pupil in range(3):
        draw(client, class_session, point())
    fresh = cells(client, class_session)["fresh"]
    assert re.fullmatch(r"Tallene er fra kl\. \d\d:\d\d i dag\. De blir nye når tre barn til har tegnet\.", fresh)
    client.post(f"{room}/close")
    with writing(db) as session:
        session.get_one(PublishedMap, class_session.id).taken_at = datetime(2026, 1, 9, 9, 42, tzinfo=UTC)
    assert cells(client, class_session)["fresh"] == "Tallene er fra 9. januar 2026 kl. 10:42."


def test_it_begins_with_the_sticker_that_most_drew(client: FlaskClient) -> None:
    class_session = make_class()
    assert cells(client, class_session)["fullest"] is None
    for _pupil in range(3):
        draw(client, class_session, road())
    assert cells(client, class_session)["fullest"] == "road"
    for _pupil in range(3):
        draw(client, class_session, point(category="wish"))
    assert cells(client, class_session)["fullest"] == "wish"


def test_what_is_so_all_year_is_so_in_winter(client: FlaskClient) -> None:
    class_session = make_class()
    for season in ("winter", "all_year", "all_year"):
        draw(client, class_session, point(season=season))
    assert numbers(cells(client, class_session, season="winter")) == [3]


def test_nothing_tells_who_or_what(client: FlaskClient) -> None:
    class_session = make_class()
    pupils = [draw(client, class_session, road(), point(comment="hemmelig", place_name="Bua")) for _pupil in range(3)]
    token = codes.projector_token(class_session)
    told = client.get(f"/projector/{token}/cells?category=road").get_data(as_text=True)
    page = client.get(f"/projector/{token}").get_data(as_text=True)
    for text in ("hemmelig", "Bua", "LineString", "comment", *(pupil["nickname"] for pupil in pupils)):
        assert text not in told
        assert text not in page
    assert set(cells(client, class_session)) == {
        "category",
        "season",
        "fewest",
        "fullest",
        "fresh",
        "cells",
        "totals",
    }
    assert set(cells(client, class_session)["cells"][0]) == {"ring", "children"}


def test_hidden_marks_do_not_count(client: FlaskClient) -> None:
    class_session = make_class()
    room = enter(client, class_session)
    for _pupil in range(3):
        draw(client, class_session, point())
    mark = db.session.scalars(select(Mark).order_by(Mark.id)).first()
    assert mark is not None
    client.post(f"{room}/marks/{mark.id}/hide")
    assert numbers(cells(client, class_session)) == []


def test_the_address_opens_nothing_else(client: FlaskClient) -> None:
    class_session = make_class()
    token = codes.projector_token(class_session)
    assert client.get(f"/projector/{token}").status_code == 200
    assert client.get(f"/classroom/{class_session.id}").status_code == 403
    assert client.get(f"/t/{token}").status_code == 404
    assert client.get(f"/projector/{codes.teacher_token(class_session)}").status_code == 404
    assert client.post(f"/projector/{token}").status_code == 405
    with writing(db) as session:
        session.get_one(ClassSession, class_session.id).projector_generation += 1
    assert client.get(f"/projector/{token}").status_code == 404


def test_wrong_filters_are_refused_and_polling_is_cheap(client: FlaskClient) -> None:
    class_session = make_class()
    address = f"/projector/{codes.projector_token(class_session)}/cells"
    assert client.get(f"{address}?category=nothing").status_code == 404
    assert client.get(f"{address}?season=spring").status_code == 404
    first = client.get(address)
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
