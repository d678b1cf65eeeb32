"""Numbers as both languages must have them: IEEE doubles, written and rounded alike, never NaN, infinite or -0."""

from __future__ import annotations

import math
import re

WRITTEN = re.compile(r"[ \t\r\n]*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))[ \t\r\n]*")
MOST_DECIMALS = 10
MOST_POWER = 100
LONGEST_WRITTEN = 400


def kept(number: float) -> float | None:
    """The number, 0 for -0, missing where it is none."""
    return number + 0.0 if math.isfinite(number) else None


def number_in(text: str) -> float | None:
    """`12`, `-3.5` or `.5` with a point, blanks around it allowed; anything else is missing."""
    found = WRITTEN.fullmatch(text) if len(text) <= LONGEST_WRITTEN else None
    return kept(float(found[1])) if found else None


def number_text(number: float) -> str:
    """The shortest text that gives the number back, laid out as JavaScript does."""
    if number.is_integer() and abs(number) < 2**53:
        return str(int(number))
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = fraction if fraction != "0" else ""
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    return ("-" if number < 0 else "") + _laid_out(digits.rstrip("0"), point)


def _laid_out(digits: str, point: int) -> str:
    """`digits` with the decimal point after `point` of them."""
    if len(digits) <= point <= 21:
        return digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{fraction}e{point - 1:+d}"


def rounded(number: float, decimals: int) -> float:
    """Halves away from zero, as one rounds the number as written: 1.005 to two decimals is 1.01."""
    shifted = _shifted(abs(number), decimals)
    if not math.isfinite(shifted):
        return number
    below = math.floor(shifted)
    nearest = float(below + 1 if shifted - below >= 0.5 else below)
    return math.copysign(_shifted(nearest, -decimals), number)


def _shifted(number: float, places: int) -> float:
    if not places:
        return number
    mantissa, _, exponent = number_text(number).partition("e")
    return float(f"{mantissa}e{int(exponent or 0) + places}")


def power(base: float, exponent: int) -> float:
    """By squaring, in the same steps in both languages; infinite where it grows too large."""
    result, factor, left = 1.0, base, abs(exponent)
    while left:
        if left % 2:
            result *= factor
        factor *= factor
        left //= 2
    if exponent >= 0:
        return result
    return 1 / result if result else math.inf
