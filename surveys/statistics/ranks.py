"""Summaries of rankings."""

from collections.abc import Iterable, Sequence

from surveys.statistics.numbers import mean_of
from surveys.statistics.summary import Rank, Summary


def summarise_ranks(codes: Iterable[str], values: Sequence[Sequence[str] | None]) -> Summary:
    """`values`: codes from first to last, or None, for each respondent. Codes no longer offered come last."""
    rankings = [value for value in values if value]
    places: dict[str, list[int]] = {code: [] for code in codes}
    for ranking in rankings:
        for place, code in enumerate(ranking, start=1):
            places.setdefault(code, []).append(place)
    ranks = tuple(_rank(code, found, len(rankings)) for code, found in places.items())
    return Summary(len(values), len(rankings), ranks=ranks)


def _rank(code: str, places: Sequence[int], base: int) -> Rank:
    first = places.count(1)
    return Rank(code, len(places), mean_of(places), first, first / base if base else 0.0)
