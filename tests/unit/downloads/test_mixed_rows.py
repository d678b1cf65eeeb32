"""The order of rows in the archive package tells of nobody."""

from __future__ import annotations

from pathlib import Path

from exports.table import Row
from participation.downloads.research.mixed_rows import mixed

POINT = '{"type":"Point","coordinates":[5.2,60.3]}'
ROWS = [([f"verdi {number} æøå", number, None], POINT if number % 2 else None) for number in range(200)]


def test_whatever_order_they_came_in_they_stand_in_the_same(tmp_path: Path) -> None:
    with mixed(iter(ROWS), tmp_path) as one, mixed(reversed(ROWS), tmp_path) as other:
        first = list(one)
        assert first == list(other) == list(one)
    numbers = [row.values[2] for row in first]
    assert sorted(numbers) == list(range(200))
    assert numbers != sorted(numbers)
    assert first[0] == Row([1, f"verdi {numbers[0]} æøå", numbers[0], None], POINT if numbers[0] % 2 else None)
    assert list(tmp_path.iterdir()) == []
