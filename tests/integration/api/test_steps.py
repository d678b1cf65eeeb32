"""What is published while people answer changes in steps of several respondents, corrections as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from participation.activities.models import CLOSED, Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.mapped_class import make_mark, make_response
from tests.integration.api.conftest import ALONE, HERE, Layers


class Watched:
    """What somebody sees who looks at the layer after each answer. At first five have put a mark here, and one alone."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers

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

    def hide(self, response: int) -> None:
        with writing(db) as session:
            session.get_one(Response, response).hidden_at = now()

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
    watched.come(3)
    assert watched.respondents() == {5}, "one alone and three more are not five"
    watched.come(1)
    assert watched.respondents() == {9}
    watched.come(2)
    assert watched.respondents() == {9}
    watched.close()
    assert watched.respondents() == {11}


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


def test_who_has_put_nothing_is_no_cover_for_others(watched: Watched, first: int) -> None:
    with writing(db) as session:
        for _ in range(4):
            make_response(session, session.get_one(Activity, watched.layers.activity.id))
    watched.come(1)
    assert watched.respondents() == {9}


def test_when_all_is_over_only_the_corrections_stand(watched: Watched, first: int) -> None:
    watched.correct(first, [ALONE])
    watched.close()
    assert watched.respondents() == {8}


def test_who_comes_when_it_has_closed_is_told_of_with_others_or_when_nobody_can_come(
    watched: Watched, first: int
) -> None:
    watched.close()
    watched.correct(first, [ALONE])
    watched.come(1)
    assert watched.respondents() == {9}
    watched.close(timedelta(days=14, seconds=1))
    assert watched.respondents() == {9}, "one has gone and one has come"
    watched.come(1)
    assert watched.respondents() == {10}


def test_what_is_hidden_is_gone_at_once_and_what_it_corrected_does_not_come_back(watched: Watched, first: int) -> None:
    watched.hide(watched.correct(first, [ALONE]))
    assert watched.respondents() == {8}


def test_what_was_corrected_goes_when_it_is_hidden_itself(watched: Watched, first: int) -> None:
    watched.correct(first, [ALONE])
    watched.hide(first)
    assert watched.respondents() == {8}
