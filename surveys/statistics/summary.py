"""What respondents answered to one question. The base is those who answered, never marks or rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class Frequency:
    """`share`: of those who answered, 0–1; with several choices the shares may add up to more than 1."""

    code: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Rank:
    """`count` ranked it, at `mean` on average (1 = first); `first` put it first: `first_share` of all who ranked, 0–1."""

    code: str
    count: int
    mean: float | None
    first: int
    first_share: float


@dataclass(frozen=True, slots=True)
class Summary:
    """`answered`: the base of shares and means. Those who said they do not know are in `dont_know` alone.

    `mean_0_100`: the mean on a scale from 0 (lowest step) to 100 (highest). `parts`: a matrix's rows by code.
    """

    respondents: int
    answered: int
    frequencies: tuple[Frequency, ...] = ()
    mean: float | None = None
    mean_0_100: float | None = None
    dont_know: int = 0
    ranks: tuple[Rank, ...] = ()
    parts: Mapping[str, Summary] = field(default_factory=dict)


def summarise_codes(codes: Iterable[str], values: Sequence[Any]) -> Summary:
    """`values`: a code, a list of codes or None for each respondent. Codes no longer offered come last."""
    opinions = [value for value in values if value is not None and value != DONT_KNOW]
    counts = Counter(code for value in opinions for code in (set(value) if _is_several(value) else (value,)))
    order = list(dict.fromkeys([*codes, *sorted(counts)]))
    frequencies = count_codes(order, counts, len(opinions))
    return Summary(len(values), len(opinions), frequencies, dont_know=count_dont_know(values))


def count_answered(values: Sequence[Any]) -> Summary:
    return Summary(len(values), sum(value is not None for value in values))


def count_codes(order: Iterable[str], counts: Counter[str], base: int) -> tuple[Frequency, ...]:
    return tuple(Frequency(code, counts[code], counts[code] / base if base else 0.0) for code in order)


def count_dont_know(values: Iterable[Any]) -> int:
    return sum(value == DONT_KNOW for value in values)


def _is_several(value: Any) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str)
