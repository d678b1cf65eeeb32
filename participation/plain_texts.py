"""Texts of addresses and forms without characters that no key gives and that stores and files cannot hold.

They come along when something is pasted, such as line breaks out of a presentation, or from programs that only try.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

import flask
from werkzeug.formparser import FormDataParser
from werkzeug.routing import UnicodeConverter, ValidationError

# Tab and line breaks stay. What breaks a line or a page otherwise parts two words.
KEPT, PARTING = (0x09, 0x0A, 0x0D), (0x0B, 0x0C)
UNWANTED: dict[int, str | None] = {code: None for code in range(0x20) if code not in KEPT}
UNWANTED |= dict.fromkeys((0xFFFE, 0xFFFF)) | dict.fromkeys(PARTING, " ")


def plain(text: str) -> str:
    """`text` without them."""
    return text if text.isprintable() else text.translate(UNWANTED)


class PlainForms(FormDataParser):
    """Reads forms as Werkzeug does, with plain texts."""

    def parse(self, *given: Any, **named: Any) -> Any:
        stream, form, files = super().parse(*given, **named)
        if not all(value.isprintable() for value in chain.from_iterable(form.listvalues())):
            form = self.cls((name, plain(value)) for name, value in form.items(multi=True))
        return stream, form, files


class Request(flask.Request):
    """A request whose form holds plain texts."""

    form_data_parser_class = PlainForms


class PlainText(UnicodeConverter):
    """A part of an address; none has a NUL in it."""

    def to_python(self, value: str) -> Any:
        if "\0" in value:
            raise ValidationError
        return value


def register(app: flask.Flask) -> None:
    """To be called before any address is."""
    app.url_map.converters |= {"default": PlainText, "string": PlainText}
