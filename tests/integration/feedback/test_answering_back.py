"""*Dette hørte vi*, and how far the answers have come, as the pupils see it."""

from __future__ import annotations

import flask
import pytest

from tests.factories.cast import Cast, make_cast
from tests.factories.classes import body, make_activity, make_class, new_uuid, point
from tests.integration.responses.test_hand_in import join, put


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


def test_a_planner_tells_one_class_or_all_and_takes_it_back(cast: Cast) -> None:
    activity = make_activity()
    one, other = make_class(activity), make_class(activity)
    path = f"/projects/loddefjord/activities/{activity.id}/feedback"
    cast.planner.post(path, data={"text": "Dere vil ha lys <b>her</b>.", "class_session": ""})
    cast.planner.post(path, data={"text": "Takk, 6A.", "class_session": str(one.id)})
    pupils = [join(cast.stranger, found) for found in (one, other)]
    heard = [
        [told["text"] for told in cast.stranger.get("/api/pupils/me", headers=bearer(pupil)).json["heard"]]
        for pupil in pupils
    ]
    assert heard == [["Takk, 6A.", "Dere vil ha lys <b>her</b>."], ["Dere vil ha lys <b>her</b>."]]
    assert "&lt;b&gt;her" in cast.planner.get(path).text
    cast.planner.post(f"{path}/1/delete")
    assert cast.stranger.get("/api/pupils/me", headers=bearer(pupils[1])).json["heard"] == []


def bearer(pupil: dict[str, str]) -> dict[str, str]:
    return {"Authorization": f"Bearer {pupil['token']}"}


def test_pupils_see_that_their_answer_is_read_and_taken_further(cast: Cast) -> None:
    found = make_class()
    pupil = join(cast.stranger, found)
    put(cast.stranger, new_uuid(), body(found, point(), pupil=pupil["token"], complete=True))
    path = f"/projects/loddefjord/activities/{found.activity_id}/feedback"
    for stage in ("read", "taken_further", "read"):
        cast.planner.post(f"{path}/{stage}")
        expected = "read" if stage == "read" else stage
        status = cast.stranger.get("/api/pupils/me", headers=bearer(pupil)).json["response"]["status"]
        assert status in (expected, "taken_further")
    assert status == "taken_further"


def test_nothing_empty_or_to_an_unknown_class_is_told(cast: Cast) -> None:
    activity = make_activity()
    path = f"/projects/loddefjord/activities/{activity.id}/feedback"
    for data in ({"text": "  "}, {"text": "Hei", "class_session": "999"}, {"text": "x" * 3000}):
        assert cast.planner.post(path, data=data).status_code == 422


def test_an_analyst_reads_and_a_stranger_does_not(cast: Cast) -> None:
    activity = make_activity()
    path = f"/projects/loddefjord/activities/{activity.id}/feedback"
    assert cast.analyst.get(path).status_code == 200
    assert cast.analyst.post(path, data={"text": "Hei"}).status_code == 403
    assert cast.analyst.post(f"{path}/read").status_code == 403
    assert cast.stranger.get(path).status_code == 302
