from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from surveys.answer_form import answer_form
from tests.unit.surveys.documents import choices
from tests.unit.surveys.question_types.asking import ask, problems, refusal

CODES = ["a", "b", "c"]


def test_the_order_is_kept() -> None:
    assert ask("ranking", choices=choices(*CODES)).clean(["c", "a"]) == ["c", "a"]


@pytest.mark.parametrize("value", [["a", "a"], ["a", "x"], [1], [["a"]], {"a": 1}, ["a", None]])
def test_anything_else_is_refused(value: object) -> None:
    refusal(ask("ranking", choices=choices(*CODES)), value)


def test_no_more_are_ranked_than_asked_for() -> None:
    assert "at most 2" in refusal(ask("ranking", choices=choices(*CODES), max_ranked=2), CODES)


def test_cells_are_in_order() -> None:
    asked = ask("ranking", choices=choices(*CODES))

    assert asked.behaviour.cells(asked, ["c", "a"], "nb") == ["c a", "C; A"]


def test_the_mean_rank_and_the_share_put_first() -> None:
    asked = ask("ranking", choices=choices(*CODES))
    summary = asked.behaviour.summarise(asked, [["a", "b"], ["b", "a"], None, ["a"]])
    found = {rank.code: (rank.count, rank.mean, rank.first_share) for rank in summary.ranks}

    assert (summary.respondents, summary.answered) == (4, 3)
    assert found == {
        "a": (3, pytest.approx(4 / 3), pytest.approx(2 / 3)),
        "b": (2, 1.5, pytest.approx(1 / 3)),
        "c": (0, None, 0),
    }


@given(st.lists(st.permutations(CODES).map(list), min_size=1, max_size=20))
def test_shares_put_first_add_up_to_all(values: list[list[str]]) -> None:
    asked = ask("ranking", choices=choices(*CODES))
    ranks = asked.behaviour.summarise(asked, values).ranks

    assert sum(rank.first for rank in ranks) == len(values)
    assert sum(rank.mean or 0 for rank in ranks) == pytest.approx(6)


def test_a_form_has_one_list_for_each_place_and_passes_over_those_left_open() -> None:
    make = answer_form([ask("ranking", choices=choices(*CODES))], "nb", str)
    form = make(MultiDict([("asked", "c"), ("asked", ""), ("asked", "a")]))

    assert form.validate() and form.cleaned == {"asked": ["c", "a"]}
    assert [form["asked"].at(place) for place in range(form["asked"].places)] == ["c", "a", ""]
    assert not make(MultiDict([("asked", "c"), ("asked", "c")])).validate()


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"choices": choices("a")}, "choices"),
        ({"choices": choices(*(f"c{number}" for number in range(21)))}, "choices"),
        ({"choices": choices("a", "b"), "max_ranked": 0}, "max_ranked"),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("ranking", **settings)
