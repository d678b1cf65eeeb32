"""Scales with numbers or faces, and who does not know."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.surveys.documents import choices, label
from tests.unit.surveys.question_types.asking import ask, columns, problems, refusal

APART = {"dont_know": label("Vet ikke")}


@pytest.mark.parametrize(
    ("settings", "lowest", "highest"),
    [({}, 1, 6), ({"max": 7}, 1, 7), ({"min": 0, "max": 10}, 0, 10), ({"max": 5}, 1, 5)],
)
def test_a_scale_takes_its_own_steps(settings: dict[str, int], lowest: int, highest: int) -> None:
    asked = ask("scale", **settings)

    assert asked.clean(lowest) == lowest
    assert asked.clean(str(highest)) == highest
    assert f"from {lowest} to {highest}" in refusal(asked, lowest - 1)
    refusal(asked, highest + 1)


@pytest.mark.parametrize("value", [True, 3.0, "03", " 3", "٣", [3], {"a": 3}, 10**400, "dont_know"])
def test_anything_else_is_refused(value: object) -> None:
    refusal(ask("scale"), value)


def test_steps_have_the_meaning_of_the_ends_in_their_labels() -> None:
    asked = ask("scale", max=3, low_label=label("Uenig"), high_label=label("Enig"), **APART)

    assert [choice.label_in("nb") for choice in asked.choices] == ["1 – Uenig", "2", "3 – Enig", "Vet ikke"]


def test_who_does_not_know_is_left_out_of_means_and_shares() -> None:
    asked = ask("scale", **APART)
    summary = asked.behaviour.summarise(asked, [1, 6, "dont_know", 6, None, "dont_know"])

    assert (summary.respondents, summary.answered, summary.dont_know) == (6, 3, 2)
    assert summary.mean == pytest.approx(13 / 3)
    assert summary.mean_0_100 == pytest.approx(100 * (13 / 3 - 1) / 5)
    assert [row.share for row in summary.frequencies] == pytest.approx([1 / 3, 0, 0, 0, 0, 2 / 3])


def test_the_column_is_a_number_that_a_spreadsheet_can_average() -> None:
    asked = ask("scale", **APART)

    assert columns(asked) == {"asked": "integer", "asked_label": "label"}
    assert asked.behaviour.cells(asked, 2, "nb") == [2, "2"]
    assert asked.behaviour.cells(asked, "dont_know", "nb") == [None, "Vet ikke"]


def test_faces_may_have_someone_who_does_not_know() -> None:
    asked = ask("smiley_scale", choices=choices("1", "2", "3", "4", "5"), **APART)

    assert [asked.clean("dont_know"), asked.clean(5)] == ["dont_know", 5]
    assert asked.behaviour.summarise(asked, [5, "dont_know"]).mean == 5


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"min": 6}, "max"),
        ({"max": 1}, "max"),
        ({"max": 11}, "max"),
        ({"min": -1}, "min"),
        ({"max": 2.5}, "max"),
        ({"low_label": "Uenig"}, "low_label"),
        ({"dont_know": True}, "dont_know"),
        ({"choices": choices("1")}, ""),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("scale", **settings)


@given(st.lists(st.none() | st.integers(1, 6) | st.just("dont_know"), max_size=40))
def test_everyone_is_counted_once(values: list[Any]) -> None:
    asked = ask("scale", **APART)
    summary = asked.behaviour.summarise(asked, values)

    assert summary.answered + summary.dont_know + values.count(None) == summary.respondents == len(values)
    assert sum(row.count for row in summary.frequencies) == summary.answered
    assert summary.mean is None or 1 <= summary.mean <= 6
    assert summary.mean_0_100 is None or 0 <= summary.mean_0_100 <= 100
