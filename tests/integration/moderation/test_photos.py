"""Planners look at the photos of answers, hide some, and take the rest along."""

from __future__ import annotations

import zipfile
from io import BytesIO

import flask
import pytest

from participation.activities.models import Activity
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import new_uuid
from tests.factories.surveys import document, make_survey, page, survey_body
from tests.unit.surveys.documents import question
from tests.unit.surveys.test_photo import photo


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def survey(cast: Cast) -> Activity:
    return make_survey(document(page("one", question("photo", "seen", max_photos=3))))


def give(cast: Cast, survey: Activity, complete: bool = True) -> str:
    """An answer with a photo; the photo's name."""
    response, name = new_uuid(), new_uuid()
    cast.stranger.post(f"/api/responses/{response}/photos/{name}?activity={survey.id}", data=photo())
    body = survey_body(survey, answers={"seen": [name]}, complete=complete)
    assert cast.stranger.put(f"/api/responses/{response}", json=body).status_code == 201
    return name


def at(survey: Activity, rest: str = "") -> str:
    return f"/projects/{survey.project.slug}/activities/{survey.id}/photos{rest}"


def test_photos_of_answers_that_count_are_seen_by_those_who_may(cast: Cast, survey: Activity) -> None:
    name, draft = give(cast, survey), give(cast, survey, complete=False)
    for reader in (cast.planner, cast.analyst):
        shown = reader.get(at(survey)).text
        assert name in shown
        assert draft not in shown
        assert reader.get(at(survey, f"/{name}.jpg")).mimetype == "image/jpeg"
        assert reader.get(at(survey, f"/{draft}.jpg")).status_code == 404
    assert "Bilder: 1" in cast.planner.get(at(survey).replace("/photos", "/marks")).text
    assert cast.stranger.get(at(survey, f"/{name}.jpg")).status_code == 302


def test_a_hidden_one_is_left_out_of_the_file_until_it_is_shown_again(cast: Cast, survey: Activity) -> None:
    names = [give(cast, survey) for _ in range(2)]
    assert cast.analyst.post(at(survey, f"/{names[0]}/hide")).status_code == 403
    assert "skjult" in cast.planner.post(at(survey, f"/{names[0]}/hide"), follow_redirects=True).text
    assert files(cast, survey) == [f"{names[1]}.jpg"]
    cast.planner.post(at(survey, f"/{names[0]}/restore"))
    assert files(cast, survey) == [f"{name}.jpg" for name in names]


def files(cast: Cast, survey: Activity) -> list[str]:
    answer = cast.analyst.get(at(survey, ".zip"))
    with zipfile.ZipFile(BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_pages_of_photos_and_none_at_all(cast: Cast, survey: Activity) -> None:
    assert "Ingen svar har bilder" in cast.planner.get(at(survey)).text
    names = [give(cast, survey) for _ in range(25)]
    first, last = cast.planner.get(at(survey)).text, cast.planner.get(at(survey, "?page=99")).text
    assert (names[0] in first, names[24] in first) == (False, True)
    assert (names[0] in last, names[24] in last) == (True, False)
