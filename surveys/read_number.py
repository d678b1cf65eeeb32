"""A number as people write it: decimal comma or point, a space between thousands, any minus sign, Arabic and Persian digits too."""

import re
from decimal import Decimal

from surveys.setting_checks import MOST

WRITTEN = re.compile(r"[+-]?(?:[0-9]{1,16}(?:[.,][0-9]{0,16})?|[.,][0-9]{1,16})")
THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f\u066c](?=[0-9]{3}(?![0-9]))")
ARABIC, PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
PLAIN = str.maketrans(f"−–٫{ARABIC}{PERSIAN}", "--," + 2 * "0123456789")
LONGEST = 60


def read_number(value: object) -> Decimal | None:
    """The exact number between -(2⁵³-1) and 2⁵³-1, else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(value) if abs(value) <= MOST else None
    if isinstance(value, float):
        return Decimal(repr(value)) if abs(value) <= MOST else None
    if isinstance(value, str) and len(value) <= LONGEST:
        return _written(value.strip())
    return None


def plain(number: Decimal) -> int | float:
    """The number as JSON holds it: whole where it can be."""
    return int(number) if number == number.to_integral_value() else float(number)


def _written(text: str) -> Decimal | None:
    text = THOUSANDS.sub("", text.translate(PLAIN))
    if not WRITTEN.fullmatch(text):
        return None
    number = Decimal(text.replace(",", "."))
    return number if abs(number) <= MOST else None
