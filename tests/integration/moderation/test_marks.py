"""Looking at marks, hiding, restoring, deleting; who may and what the filters let through."""

from __future__ import annotations

from typing import Any

import flask
import pytest

from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Zone
from participation.responses.models import Mark
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_class, new_uuid, point, road
from tests.integration.responses.test_hand_in import put

SCRIPT = "<script>alert(1)</script> =cmd|'/C calc'!A0"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def mapped(cast: Cast) -> ClassSession:
    """A class with four marks handed in, and a draft."""
    found = make_class()
    texts = ["mørkt her", "ring meg på 47 12 34 56", "noen slo meg", SCRIPT]
    marks = [point(5.23 + index / 1000, 60.36, "unsafe", comment=text) for index, text in enumerate(texts)]
    assert put(cast.stranger, new_uuid(), body(found, *marks, complete=True)).status_code == 201
    draft = body(found, road(season="winter"), point(comment="utkast"))
    assert put(cast.stranger, new_uuid(), draft).status_code == 201
    return found


def base(found: ClassSession) -> str:
    return f"/projects/loddefjord/activities/{found.activity_id}"


def marks(client: Any, found: ClassSession, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(f"{base(found)}/marks.json{query}")
    assert answer.status_code == 200
    listed: list[dict[str, Any]] = answer.json["marks"]
    return listed


def texts(client: Any, found: ClassSession, query: str = "") -> list[str]:
    return [text for mark in marks(client, found, query) for text in mark["texts"]]


def test_the_listing_has_what_was_handed_in_with_reasons(cast: Cast, mapped: ClassSession) -> None:
    listed = marks(cast.analyst, mapped)
    assert listed[0]["texts"] == ["mørkt her"]
    assert listed[1]["flags"] == ["Telefonnummer"]
    assert listed[2]["worrying"] is True
    assert listed[0]["geometry"] == {"type": "Point", "coordinates": [5.23, 60.36]}
    assert "uuid" not in listed[0]
    page = cast.planner.get(f"{base(mapped)}/marks")
    assert page.status_code == 200
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?text=MØRKT", 1),
        ("?flag=worrying", 1),
        ("?flag=waiting", 2),
        ("?flag=personal", 1),
        ("?category=good", 0),
        ("?also=draft", 6),
        ("?also=draft&season=winter", 1),
        ("?school=Loddefjord+skole", 4),
        ("?school=%3Cb%3E", 0),
        ("?channel=class&class=1", 4),
        ("?class=1&class=99999999999999999999", 4),
        ("?week=1999-W01", 0),
        ("?flag=nonsense&also=nonsense&zone=x", 4),
        ("?after=-5&text=%00", 4),
    ],
)
def test_filters(cast: Cast, mapped: ClassSession, query: str, found: int) -> None:
    query = query.replace("class=1", f"class={mapped.id}")
    assert len(marks(cast.planner, mapped, query)) == found
    page = cast.planner.get(f"{base(mapped)}/marks{query}")
    assert page.status_code == 200


def test_what_is_shown_can_be_downloaded_whatever_it_is_narrowed_by(cast: Cast, mapped: ClassSession) -> None:
    page = cast.planner.get(f"{base(mapped)}/marks?channel=class&week=2026-W10&zone=1&flag=personal&text=mørkt").text
    assert 'downloads?zone=1&amp;channel=class&amp;week=2026-W10&amp;flag=personal&amp;text=m%C3%B8rkt"' in page


def test_marks_of_one_zone(cast: Cast, mapped: ClassSession) -> None:
    ring = "[[5.229,60.359],[5.2305,60.359],[5.2305,60.361],[5.229,60.361],[5.229,60.359]]"
    with writing(db) as session:
        shape = f'{{"type":"Polygon","coordinates":[{ring}]}}'
        edges = {"west": 5.229, "south": 60.359, "east": 5.2305, "north": 60.361}
        zone = Zone(project_id=mapped.activity.project_id, kind="k", code="1", name="Vadmyra", geometry=shape, **edges)
        session.add(zone)
    assert texts(cast.planner, mapped, f"?zone={zone.id}") == ["mørkt her"]
    assert marks(cast.planner, mapped)[0]["zone"] == "Vadmyra"


def test_hiding_and_restoring_can_be_undone_and_survives(cast: Cast, mapped: ClassSession) -> None:
    ids = [mark["id"] for mark in marks(cast.planner, mapped)][:2]
    hidden = cast.planner.post(f"{base(mapped)}/marks/hide", json={"ids": [*ids, 999_999]})
    assert hidden.json["changed"] == ids
    assert cast.planner.post(f"{base(mapped)}/marks/hide", json={"ids": ids}).json["changed"] == []
    assert len(marks(cast.planner, mapped)) == 2
    assert len(marks(cast.planner, mapped, "?also=hidden")) == 4
    assert db.session.get(Mark, ids[0]).hidden_by == "planner@example.no"
    assert cast.planner.post(f"{base(mapped)}/marks/restore", json={"ids": ids}).json["changed"] == ids
    assert len(marks(cast.planner, mapped)) == 4


def test_what_is_looked_at_waits_no_longer_until_its_words_change(cast: Cast, mapped: ClassSession) -> None:
    uuid = new_uuid()
    put(cast.stranger, uuid, body(mapped, point(comment="noen slo meg")))
    waiting = [mark["id"] for mark in marks(cast.planner, mapped, "?flag=waiting&also=draft")]
    assert len(waiting) == 3
    cast.planner.post(f"{base(mapped)}/marks/review", json={"ids": waiting})
    assert marks(cast.planner, mapped, "?flag=waiting&also=draft") == []
    put(cast.stranger, uuid, body(mapped, point(comment="noen slo meg igjen"), revision=2))
    assert len(marks(cast.planner, mapped, "?flag=waiting&also=draft")) == 1


def test_only_hidden_marks_are_deleted_and_never_a_drafts(cast: Cast, mapped: ClassSession) -> None:
    ids = [mark["id"] for mark in marks(cast.planner, mapped, "?also=draft")]
    assert cast.planner.post(f"{base(mapped)}/marks/delete", json={"ids": ids}).json["changed"] == []
    cast.planner.post(f"{base(mapped)}/marks/hide", json={"ids": ids})
    assert cast.planner.post(f"{base(mapped)}/marks/delete", json={"ids": ids}).json["changed"] == ids[:4]
    assert len(marks(cast.planner, mapped, "?also=draft&also=hidden")) == 2


@pytest.mark.parametrize("content", [{}, {"ids": []}, {"ids": ["1"]}, {"ids": [True]}, {"ids": [2**40]}, [1], "x"])
def test_a_body_that_is_no_list_of_ids_is_refused(cast: Cast, mapped: ClassSession, content: Any) -> None:
    assert cast.planner.post(f"{base(mapped)}/marks/hide", json=content).status_code == 422


def test_an_analyst_sees_but_does_not_change_and_a_stranger_sees_nothing(cast: Cast, mapped: ClassSession) -> None:
    for verb in ("hide", "restore", "review", "unreview", "delete"):
        assert cast.analyst.post(f"{base(mapped)}/marks/{verb}", json={"ids": [1]}).status_code == 403
        assert cast.stranger.post(f"{base(mapped)}/marks/{verb}", json={"ids": [1]}).status_code == 302
    assert cast.analyst.get(f"{base(mapped)}/versions").status_code == 403
    assert cast.stranger.get(f"{base(mapped)}/marks.json").status_code == 302


def test_another_activitys_marks_are_out_of_reach(cast: Cast, mapped: ClassSession) -> None:
    from tests.factories.classes import make_activity, make_project

    other = make_activity(make_project("olsvik"))
    ids = [mark["id"] for mark in marks(cast.planner, mapped)]
    changed = cast.planner.post(f"/projects/olsvik/activities/{other.id}/marks/hide", json={"ids": ids}).json
    assert changed == {"changed": []}


def test_the_overview_tells_what_waits(cast: Cast, mapped: ClassSession) -> None:
    page = cast.planner.get("/projects/loddefjord").text
    assert 'moderation?activity=1&amp;reason=worrying"' in page
    assert 'moderation?activity=1"' in page
    one = cast.planner.get("/projects/loddefjord/answers")
    assert one.location == f"{base(mapped)}/marks"
