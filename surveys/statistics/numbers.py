"""Summaries of answers that are numbers: steps of a scale, counts, amounts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum
from typing import Any

from surveys.statistics.summary import Summary, count_codes, count_dont_know

Number = int | float


def summarise_scale(steps: Sequence[int], values: Sequence[Any]) -> Summary:
    """`values`: a step, "dont_know" or None for each respondent; `steps` from lowest to highest."""
    opinions = _numbers(values)
    counts = Counter(str(value) for value in opinions)
    mean = mean_of(opinions)
    return Summary(
        len(values),
        len(opinions),
        count_codes(map(str, steps), counts, len(opinions)),
        mean,
        rescaled(mean, steps[0], steps[-1]),
        count_dont_know(values),
    )


def summarise_numbers(values: Sequence[Any], least: Number | None = None, most: Number | None = None) -> Summary:
    """With both ends of the scale, also the mean from 0 to 100."""
    answered = _numbers(values)
    mean = mean_of(answered)
    return Summary(len(values), len(answered), mean=mean, mean_0_100=rescaled(mean, least, most))


def rescaled(value: Number | None, least: Number | None, most: Number | None) -> float | None:
    """`value` moved from a scale between `least` and `most` to one between 0 and 100: 100·(x−min)/(max−min)."""
    if value is None or least is None or most is None or least == most:
        return None
    return 100 * (value - least) / (most - least)


def mean_of(numbers: Sequence[Number]) -> float | None:
    return fsum(numbers) / len(numbers) if numbers else None


def _numbers(values: Iterable[Any]) -> list[Number]:
    return [value for value in values if isinstance(value, int | float)]
