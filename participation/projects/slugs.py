"""A project's part of the address."""

from __future__ import annotations

import re
import unicodedata

from flask_babel import gettext as _

from participation.errors import Refused

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 80
RESERVED = ("new",)
LETTERS = {ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"}


def check_slug(slug: str) -> None:
    """Refused when `slug` cannot stand in an address."""
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        message = _(
            "“%(slug)s” cannot stand in an address. Use at most 80 small letters a–z, digits and hyphens.",
            slug=slug[:100],
        )
        raise Refused(message)
    if slug in RESERVED:
        raise Refused(_("The address “%(slug)s” is used by the program itself. Choose another.", slug=slug))


def slug_of(name: str) -> str:
    """A slug made from a name, free or not."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "prosjekt"
