"""The projector shows hexagons and numbers only, and nothing fewer than three different pupils drew."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.classes import make_class, point, road
from tests.integration.classroom.room import draw, enter


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
    for _more in range(2):
        draw(client, class_session, point(season="summer"))
    assert numbers(cells(client, class_session, season="winter")) == [3]


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
    assert set(cells(client, class_session)) == {"category", "season", "fewest", "cells", "totals"}
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
