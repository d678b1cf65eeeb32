"""What respondents answered to one question. The base is those who answered, never marks or rows."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Frequency:
    """`share`: of those who answered, 0–1; with several choices the shares may add up to more than 1."""

    code: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Summary:
    respondents: int
    answered: int
    frequencies: tuple[Frequency, ...] = ()
    mean: float | None = None


def summarise_codes(codes: Iterable[str], values: Sequence[Any]) -> Summary:
    """`values`: a code, a list of codes or None for each respondent. Codes no longer offered come last."""
    answered = [
        set(value) if isinstance(value, Collection) and not isinstance(value, str) else {value}
        for value in values
        if value is not None
    ]
    counts = Counter(code for chosen in answered for code in chosen)
    order = list(dict.fromkeys([*codes, *sorted(counts)]))
    return Summary(len(values), len(answered), _frequencies(order, counts, len(answered)))


def summarise_scale(steps: Sequence[int], values: Sequence[int | None]) -> Summary:
    answered = [value for value in values if value is not None]
    counts = Counter(str(value) for value in answered)
    frequencies = _frequencies([str(step) for step in steps], counts, len(answered))
    return Summary(len(values), len(answered), frequencies, _mean(answered))


def summarise_numbers(values: Sequence[int | None]) -> Summary:
    answered = [value for value in values if value is not None]
    return Summary(len(values), len(answered), mean=_mean(answered))


def count_answered(values: Sequence[Any]) -> Summary:
    return Summary(len(values), sum(value is not None for value in values))


def _frequencies(order: Sequence[str], counts: Counter[str], base: int) -> tuple[Frequency, ...]:
    return tuple(Frequency(code, counts[code], counts[code] / base if base else 0.0) for code in order)


def _mean(numbers: Sequence[int]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None
