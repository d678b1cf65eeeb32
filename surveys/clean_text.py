"""Text from strangers made safe to store: no control characters, no broken halves of characters, composed letters."""

import unicodedata

from surveys.errors import AnswerError
from surveys.messages import _

CONTROLS = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF])
DIRECTION_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
SURROGATES = dict.fromkeys(range(0xD800, 0xE000))
UNWANTED = CONTROLS | DIRECTION_OVERRIDES | SURROGATES


def clean_text(value: object, max_length: int) -> str:
    """Trimmed text with `\\n` line ends, at most `max_length` characters; AnswerError otherwise."""
    if not isinstance(value, str):
        raise AnswerError(_("Write text here, not a list, a number or anything else."))
    # Looked at before any work is done on it, and again after, as composing letters may shorten it.
    if len(value) > 2 * max_length:
        raise _too_long(len(value), max_length)
    if not (value.isascii() and value.isprintable()):
        value = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n").translate(UNWANTED))
    value = value.strip()
    if len(value) > max_length:
        raise _too_long(len(value), max_length)
    return value


def clean_line(value: object, max_length: int) -> str:
    """As clean_text, on one line."""
    text = clean_text(value, max_length)
    return text if text.isascii() and text.isprintable() else " ".join(text.split())


def _too_long(length: int, max_length: int) -> AnswerError:
    return AnswerError(_("The text has %(length)s characters. Shorten it to %(most)s."), length=length, most=max_length)
