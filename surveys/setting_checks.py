"""Checks of settings that several question types have: limits, ends of a scale."""

from __future__ import annotations

import math
from typing import Any

from surveys.document_check import DocumentCheck
from surveys.messages import _

# What JavaScript and every spreadsheet hold exactly.
MOST = 2**53 - 1


def check_limits(
    document: dict[str, Any], place: str, check: DocumentCheck, least: int = -MOST, most: int = MOST
) -> None:
    """`min` and `max`: whole numbers within `least` and `most`, in order."""
    low = check.whole_number(document, "min", place, least, most)
    high = check.whole_number(document, "max", place, least, most)
    check_order(low, high, place, check)


def check_decimal_limits(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """`min` and `max`: numbers in order."""
    low, high = (check_number(document, name, place, check) for name in ("min", "max"))
    check_order(low, high, place, check)


def check_number(document: dict[str, Any], name: str, place: str, check: DocumentCheck) -> int | float | None:
    """The number, or None when it is left out or wrong."""
    value = document.get(name)
    if value is None:
        return None
    if type(value) not in (int, float) or not math.isfinite(value) or abs(value) > MOST:
        check.report(f"{place}.{name}", _("Write a number, such as 2.5."))
        return None
    return value


def check_order(low: Any, high: Any, place: str, check: DocumentCheck) -> None:
    if low is not None and high is not None and low > high:
        check.report(f"{place}.min", _("The smallest is larger than the largest. Swap them."))


def check_ends(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """`low_label` and `high_label`: what the ends of a scale mean."""
    for name in ("low_label", "high_label"):
        check.texts(document.get(name), f"{place}.{name}", required=False)
