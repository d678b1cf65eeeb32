"""JSON as a file has it, where Python's reader takes in more than others do."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from participation.decoding import decoded
from participation.errors import Refused

# Letters beyond the first 65,536, such as 🙂, are written as two escapes.
ESCAPES = re.compile(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|(?P<half>\\u[dD][89a-fA-F]\w\w)|\\.")
# The largest number that other programs can hold has 309.
MOST_DIGITS = 300
BEFORE_EACH = "\x1e"


class Unclear(ValueError):
    """What is read otherwise by others: a name that stands twice in one object, half of a letter, an endless number."""


def parsed(path: Path) -> Any:
    """The JSON in the file."""
    text = decoded(path.read_bytes())
    try:
        found = json.loads(text, object_pairs_hook=once_named, parse_int=whole_number)
        whole_letters(text)
        return found
    except (ValueError, RecursionError) as wrong:
        if _is_one_a_line(text):
            message = _("Each line of the file is JSON of its own. Open the file in QGIS, and save it as GeoJSON.")
            raise Refused(message) from wrong
        raise Refused(_("The file is not JSON that can be read: %(problem)s.", problem=what_is_wrong(wrong))) from wrong


def _is_one_a_line(text: str) -> bool:
    """As programs write for other programs, also with a sign before each (RFC 8142)."""
    first, _end, rest = text.partition("\n")
    try:
        return bool(rest.strip()) and isinstance(json.loads(first.lstrip(BEFORE_EACH)), dict)
    except (ValueError, RecursionError):
        return False


def what_is_wrong(error: Exception) -> str:
    """Why JSON could not be read, in the reader's language."""
    if isinstance(error, json.JSONDecodeError):
        return _("line %(line)s, column %(column)s", line=error.lineno, column=error.colno)
    return str(error) if isinstance(error, Unclear) else _("it is nested too deep")


def once_named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unclear(_("a name stands twice in one object"))
    return found


def whole_number(digits: str) -> int:
    """The number that is written so. Raises Unclear."""
    count = len(digits.removeprefix("-"))
    if count > MOST_DIGITS:
        raise Unclear(_("the number that begins with %(start)s has %(count)s digits", start=digits[:12], count=count))
    return int(digits)


def whole_letters(text: str) -> None:
    """Half of a letter can neither be kept nor shown. Raises Unclear."""
    half = next((found for found in ESCAPES.finditer(text) if found["half"]), None)
    if half:
        line = text.count("\n", 0, half.start()) + 1
        raise Unclear(_("“%(sign)s” in line %(line)s is only half of a letter", sign=half[0], line=line))
