"""Types of questions that can take over what a question of another has: its words, its choices, its limits.

To let one more do so: its name beside those it is akin to.
"""

from __future__ import annotations

KIN: tuple[tuple[str, ...], ...] = (
    ("single_choice", "multiple_choice", "ranking"),
    ("short_text", "long_text"),
    ("whole_number", "decimal", "slider", "scale"),
    ("date", "date_time"),
    ("place", "route", "area"),
)


def akin(name: str) -> list[str]:
    """What a question of this type can become."""
    return [other for family in KIN if name in family for other in family if other != name]
