"""What is published while people answer changes in steps of several respondents, corrections as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import pytest

from exports.formats import FORMATS
from participation.activities.models import CLOSED, OPEN, Activity
from participation.clock import now
from participation.database import DatabaseBusy, reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Response
from participation.responses.services import erase
from tests.factories.mapped_class import make_mark, make_response
from tests.integration.api.conftest import ALONE, HERE, ROAD, Layers


class Watched:
    """What somebody sees who looks at the layer after each answer. At first five have put a mark here, and one alone."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.about: dict[str, str] = {}

    def respondents(self) -> set[int]:
        """How many have found it good, in each hexagon that is shown."""
        features = self.layers.get(f"{self.layers.published}/items").json["features"]
        return {
            feature["properties"]["respondents"] for feature in features if feature["properties"]["category"] == "good"
        }

    def come(self, many: int) -> None:
        with writing(db) as session:
            activity = session.get_one(Activity, self.layers.activity.id)
            for _ in range(many):
                make_response(session, activity, marks=[make_mark(HERE)], completed_at=now())

    def correct(self, response: int, places: Sequence[str]) -> int:
        """Gives the id of the correction."""
        with writing(db) as session:
            activity = session.get_one(Activity, self.layers.activity.id)
            marks = list(map(make_mark, places))
            correction = make_response(session, activity, marks=marks, corrects_id=response, completed_at=now())
            session.get_one(Response, response).replaced_by_id = correction.id
            return correction.id

    def newest(self) -> int:
        """The id of the response that came last."""
        found = db.session.query(Response.id).order_by(Response.id.desc()).first()
        assert found
        return int(found.id)

    def hide(self, response: int, hidden: bool = True) -> None:
        with writing(db) as session:
            session.get_one(Response, response).hidden_at = now() if hidden else None

    def erase(self, response: int) -> None:
        with writing(db) as session:
            found = session.get_one(Response, response)
            erase(session, found.uuid, found)

    def open(self) -> None:
        with writing(db) as session:
            session.get_one(Activity, self.layers.activity.id).status = OPEN

    def in_a_file(self) -> set[int]:
        """As `respondents`, in a file of what is published."""
        with reading(db) as session, TemporaryDirectory() as folder:
            activity = session.get_one(Activity, self.layers.activity.id)
            request = Request(
                activity, FORMATS["geojson"], Selection(activity.id), "nb", headings=False, published=True
            )
            write_file(session, request, path := Path(folder) / "file")
            made = orjson.loads(path.read_bytes())
        self.about, features = made["about"], made["features"]
        return {one["properties"]["respondents"] for one in features if one["properties"]["category"] == "good"}

    def close(self, ago: timedelta = timedelta()) -> None:
        with writing(db) as session:
            activity = session.get_one(Activity, self.layers.activity.id)
            activity.status, activity.closed_at = CLOSED, now() - ago


@pytest.fixture
def watched(layers: Layers) -> Watched:
    return Watched(layers)


@pytest.fixture
def first(watched: Watched) -> int:
    """One of nine here that are told of; the tenth is the one alone, so that the next five are the next step."""
    watched.come(4)
    assert watched.respondents() == {9}
    first = db.session.query(Response.id).filter(Response.marks.any(category="good")).order_by(Response.id).first()
    assert first
    return int(first.id)


def test_it_changes_when_as_many_have_come_as_may_not_be_told_apart(watched: Watched) -> None:
    assert watched.respondents() == {5}
    watched.come(4)
    assert watched.respondents() == {5}
    watched.come(1)
    assert watched.respondents() == {10}
    watched.come(6)
    assert watched.respondents() == {16}, "all who have come are told of together"


def test_a_correction_is_told_of_with_four_others(watched: Watched, first: int) -> None:
    watched.correct(first, [ALONE])
    assert watched.respondents() == {9}, "what was corrected stands until then"
    watched.come(3)
    assert watched.respondents() == {9}
    watched.come(1)
    assert watched.respondents() == {12}


def test_one_who_corrects_again_and_again_is_one(watched: Watched, first: int) -> None:
    newest = first
    for _ in range(5):
        newest = watched.correct(newest, [ALONE])
    assert watched.respondents() == {9}
    watched.come(4)
    assert watched.respondents() == {12}


def test_who_takes_all_marks_away_is_told_of_with_others_too(watched: Watched, first: int) -> None:
    watched.correct(first, [])
    assert watched.respondents() == {9}
    watched.come(4)
    assert watched.respondents() == {12}


def test_who_takes_away_what_was_never_told_of_is_no_cover_for_others(watched: Watched, first: int) -> None:
    watched.come(1)
    newest = watched.newest()
    watched.correct(newest, [])
    watched.come(4)
    assert watched.respondents() == {9}


def test_who_sends_the_same_again_is_no_cover_for_others(watched: Watched, first: int) -> None:
    watched.correct(watched.correct(first, [ALONE]), [HERE, ROAD])
    watched.come(4)
    assert watched.respondents() == {13}, "without the category of the road it is another answer"
    watched.correct(watched.newest(), [HERE])
    watched.come(4)
    assert watched.respondents() == {13}


def test_who_has_put_nothing_is_no_cover_for_others(watched: Watched, first: int) -> None:
    with writing(db) as session:
        for _ in range(4):
            make_response(session, session.get_one(Activity, watched.layers.activity.id))
    watched.come(1)
    assert watched.respondents() == {9}


def test_that_it_closes_or_opens_again_tells_of_nobody(watched: Watched, first: int) -> None:
    """Who looked before would see what the few who came last have put."""
    watched.correct(first, [ALONE])
    watched.come(2)
    watched.close()
    assert watched.respondents() == {9}
    watched.close(timedelta(days=14, seconds=1))
    assert watched.respondents() == {9}
    watched.open()
    watched.come(2)
    assert watched.respondents() == {12}


def test_who_comes_late_is_told_of_with_others(watched: Watched, first: int) -> None:
    watched.close()
    watched.come(1)
    assert watched.respondents() == {9}
    watched.come(4)
    assert watched.respondents() == {14}


def test_what_a_class_left_unsent_is_told_of_when_nobody_can_go_on_with_it(watched: Watched, first: int) -> None:
    with writing(db) as session:
        activity = session.get_one(Activity, watched.layers.activity.id)
        unsent = {"complete": False, "completed_at": None, "collected_at": now()}
        left = [make_response(session, activity, marks=[make_mark(HERE)], **unsent).id for _ in range(5)]
    assert watched.respondents() == {9}
    with writing(db) as session:
        for identity in left:
            session.get_one(Response, identity).collected_at = now() - timedelta(days=14, seconds=1)
    assert watched.respondents() == {14}


def test_a_withdrawal_tells_of_nobody_who_has_come_since(watched: Watched, first: int) -> None:
    watched.come(3)
    assert watched.respondents() == {9}
    watched.erase(first)
    assert watched.respondents() == {8}
    watched.come(1)
    assert watched.respondents() == {8}


def test_what_was_hidden_when_others_were_told_of_waits_for_others_when_it_is_shown(
    watched: Watched, first: int
) -> None:
    watched.come(5)
    late = watched.newest()
    watched.hide(late)
    watched.come(1)
    assert watched.respondents() == {14}
    watched.hide(late, False)
    assert watched.respondents() == {14}


def test_a_project_that_asks_for_more_or_fewer_tells_of_nobody_by_that(watched: Watched, first: int) -> None:
    watched.come(1)
    for fewest in (8, 10, 11, 5):
        with writing(db) as session:
            session.get_one(Project, watched.layers.activity.project_id).fewest_public = fewest
        assert watched.respondents() in ({9}, set())


def test_where_the_layer_is_open_a_file_tells_of_no_more(watched: Watched, first: int) -> None:
    watched.come(3)
    assert watched.respondents() == {9}
    assert watched.in_a_file() == {9}
    watched.correct(first, [ALONE])
    assert watched.in_a_file() == {9}
    assert "De nyeste svarene" in watched.about
    with writing(db) as session:
        session.get_one(Project, watched.layers.activity.project_id).public_since = None
    assert watched.in_a_file() == {11}
    assert "De nyeste svarene" not in watched.about


def test_what_is_hidden_is_gone_at_once_and_what_it_corrected_does_not_come_back(watched: Watched, first: int) -> None:
    watched.hide(watched.correct(first, [ALONE]))
    assert watched.respondents() == {8}


def test_what_was_corrected_goes_when_it_is_hidden_itself(watched: Watched, first: int) -> None:
    watched.correct(first, [ALONE])
    watched.hide(first)
    assert watched.respondents() == {8}


def test_what_was_corrected_twice_does_not_come_back_when_the_newest_is_hidden(watched: Watched, first: int) -> None:
    watched.hide(watched.correct(watched.correct(first, [ALONE]), [ALONE]))
    assert watched.respondents() == {8}


def test_while_the_store_cannot_be_written_what_was_told_before_stands(
    watched: Watched, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.come(5)
    with monkeypatch.context() as patched:
        patched.setattr("participation.downloads.steps.writing", _busy)
        assert watched.respondents() == {9}
    watched.come(1)
    assert watched.respondents() == {15}


def _busy(_db: object) -> object:
    raise DatabaseBusy
