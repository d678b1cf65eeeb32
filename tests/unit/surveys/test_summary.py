import pytest

from surveys.statistics.numbers import summarise_numbers, summarise_scale
from surveys.statistics.summary import count_answered, summarise_codes


def test_the_base_is_those_who_answered() -> None:
    summary = summarise_codes(["walk", "bus", "car"], ["walk", None, "bus", "walk"])

    assert (summary.respondents, summary.answered) == (4, 3)
    assert [(row.code, row.count, row.share) for row in summary.frequencies] == [
        ("walk", 2, pytest.approx(2 / 3)),
        ("bus", 1, pytest.approx(1 / 3)),
        ("car", 0, 0),
    ]


def test_a_respondent_with_several_choices_counts_once_for_each() -> None:
    summary = summarise_codes(["a", "b"], [["a", "b"], ["a"], ["a", "a"]])

    assert [(row.code, row.count, row.share) for row in summary.frequencies] == [("a", 3, 1), ("b", 1, 1 / 3)]


def test_codes_no_longer_offered_come_last() -> None:
    assert [row.code for row in summarise_codes(["b"], ["z", "a", "b"]).frequencies] == ["b", "a", "z"]


def test_a_scale_has_every_step_and_a_mean() -> None:
    summary = summarise_scale([1, 2, 3], [1, 3, None, 3])

    assert [row.count for row in summary.frequencies] == [1, 0, 2]
    assert summary.mean == pytest.approx(7 / 3)


@pytest.mark.parametrize("values", [[], [None, None]])
def test_nobody_answered(values: list[None]) -> None:
    assert summarise_scale([1, 2], values).mean is None
    assert summarise_numbers(values).mean is None
    assert all(row.share == 0 for row in summarise_codes(["a"], values).frequencies)
    assert count_answered(values).answered == 0
