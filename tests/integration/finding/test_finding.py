"""Finding across a project: what people wrote, categories, activities, zones; by rights, shareable, on both databases alike."""

from __future__ import annotations

import re
from typing import Any

import flask
import pytest
from sqlalchemy import func, select

from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project, School
from participation.responses.models import Mark
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project
from tests.factories.mapped_class import make_zone
from tests.factories.people import make_member, sign_in
from tests.factories.written import BLOW, PLAIN, Written, write


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def written(cast: Cast) -> Written:
    found = write(cast)
    with writing(db) as session:
        project = session.get_one(Project, found.survey.project_id)
        make_zone(session, project, "4601100", "Ærfuglåsen", (5.2, 60.3, 5.3, 60.4))
        session.add(School(project_id=project.id, name="Ørneberget skole", longitude=5.2, latitude=60.3))
    return found


def address(written: Written) -> str:
    return f"/projects/{written.survey.project.slug}/find"


def found(client: Any, written: Written, query: str) -> dict[str, int]:
    """How many of each kind."""
    answer = client.get(f"{address(written)}?{query}")
    assert answer.status_code == 200
    return {
        kind: int(count)
        for kind, count in re.findall(r'id="found-(\w+)">[^<]+<span class="muted">(\d+)</span>', answer.text)
    }


def readings() -> list[AuditEntry]:
    return list(db.session.scalars(select(AuditEntry).where(AuditEntry.act == Act.QUEUE_READ.value)))


def test_one_field_finds_every_kind_however_it_is_written(cast: Cast, written: Written) -> None:
    expected: dict[str, dict[str, int]] = {
        "text=ÆRFUGL": {"text": 1, "place": 1},
        "text=a%CC%8Asen": {"place": 1},
        "text=ørne": {"place": 1},
        "text=4601100": {"place": 1},
        "text=nabolaget": {"activity": 1},
        "text=utrygt": {"category": 1},
        "text=ТЕМНО": {"text": 1},
        "text=%25": {},
        "text=_": {},
        "text=%22": {},
        "text=%F0%9F%8C%B3": {},
        "text=%00": {},
        "text=": {},
        f"text={'x' * 40_000}": {},
        "text=mobil": {"text": 1},
    }
    assert {query: found(cast.planner, written, query) for query in expected} == expected


def test_filters_narrow_and_what_no_text_has_leaves_only_texts(cast: Cast, written: Written) -> None:
    expected: dict[str, dict[str, int]] = {
        "text=ærfugl&kind=text": {"text": 1},
        "text=ærfugl&kind=place": {"place": 1},
        f"text=ærfugl&activity={written.survey.id}": {"place": 1},
        "text=ærfugl&since=2020-01-01": {"text": 1},
        "text=ærfugl&until=2020-01-01": {},
        "text=ærfugl&state=waiting": {},
        "text=slo+meg&state=waiting": {"text": 1},
        "text=ærfugl&state=dog&kind=cat&since=soon&activity=x": {"text": 1, "place": 1},
    }
    assert {query: found(cast.planner, written, query) for query in expected} == expected


def test_each_leads_to_where_it_can_be_worked_with(cast: Cast, written: Written) -> None:
    page = cast.planner.get(f"{address(written)}?text=ærfugl").text
    assert "fin benk ved <mark>Ærfugl</mark>veien" in page
    mark = db.session.scalars(select(Mark.id).where(Mark.answers.contains(PLAIN[:8]))).one()
    in_the_queue = re.search(r'href="([^"]+/moderation\?[^"]+)#mark:(\d+)"', page)
    assert in_the_queue and int(in_the_queue[2]) == mark
    assert f'id="mark:{mark}"' in cast.planner.get(in_the_queue[1].replace("&amp;", "&")).text
    on_the_map = re.search(r'href="([^"]+)/marks\?([^"]+)"', page)
    assert on_the_map
    listing = cast.planner.get(f"{on_the_map[1]}/marks.json?{on_the_map[2].replace('&amp;', '&')}").get_json()
    assert [one["id"] for one in listing["marks"]] == [mark]


def test_a_category_tells_as_many_as_the_map_shows(cast: Cast, written: Written) -> None:
    page = cast.planner.get(f"{address(written)}?text=utrygt").text
    assert "4 markeringer</p>" in page
    with writing(db) as session:
        session.get_one(Mark, session.scalars(select(Mark.id).order_by(Mark.id).limit(1)).one()).hidden_at = now()
    assert "3 markeringer</p>" in cast.planner.get(f"{address(written)}?text=utrygt").text


def test_who_may_not_read_answers_finds_names_alone_and_nothing_is_logged(
    app: flask.Flask, cast: Cast, written: Written
) -> None:
    make_member(written.survey.project, "teacher", "teacher@example.no")
    teacher = app.test_client()
    sign_in(teacher, "teacher@example.no")
    assert found(teacher, written, "text=ærfugl") == {"place": 1}
    page = teacher.get(f"{address(written)}?text=ærfugl&state=waiting").text
    assert "fin benk" not in page
    assert "Moderering" not in page
    assert readings() == []
    assert cast.stranger.get(address(written)).status_code == 302


def test_what_is_read_is_logged_without_the_words(cast: Cast, written: Written) -> None:
    assert found(cast.analyst, written, "text=slo+meg") == {"text": 1}
    assert [(entry.actor, entry.asked) for entry in readings()] == [("analyst@example.no", "text=%2A")]
    assert not db.session.scalar(select(func.count()).where(AuditEntry.asked.contains("slo")))


def test_another_project_keeps_its_own(cast: Cast, written: Written) -> None:
    make_project("annet")
    assert "Ingenting" in cast.planner.get("/projects/annet/find?text=slo+meg").text
    assert BLOW not in cast.planner.get("/projects/annet/find?text=slo+meg").text


def test_empty_states_teach(cast: Cast, written: Written) -> None:
    assert "Skriv et ord" in cast.planner.get(address(written)).text
    page = cast.planner.get(f"{address(written)}?text=finnes+ikke&kind=text").text
    assert "Ingenting inneholder «finnes ikke»" in page
    assert f'href="{address(written)}?text=finnes+ikke"' in page
