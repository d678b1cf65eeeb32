"""What a Shapefile could not hold, told in a text beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exports.plain_text import plain_text
from exports.shapefile.fields import LONGEST_NAME, MOST_BYTES, Field
from exports.table import FeatureTable
from exports.words import Translate
from exports.words import untranslated as _

NAME = "LES_MEG.txt"
TOLD = re.compile(r"^(\w{1,10}) = (\w+)(?: = |\r?$)", re.MULTILINE)


def notice(table: FeatureTable, fields: Sequence[Field], language: str | None, translate: Translate) -> str:
    """Facts on the table, what was cut, and what each short name stands for; lines end as Windows has them."""
    facts = [f"{name}: {plain_text(value)}" for name, value in table.about.items()]
    limits = translate(
        _("A Shapefile holds names of %(letters)s letters and texts of %(bytes)s bytes. GeoPackage has no such limits.")
    )
    parts = [facts, [limits % {"letters": LONGEST_NAME, "bytes": MOST_BYTES}, *_lost(fields, translate)]]
    parts.append(_names(table, fields, language))
    return "\r\n\r\n".join("\r\n".join(lines) for lines in parts if lines) + "\r\n"


def _lost(fields: Sequence[Field], translate: Translate) -> Iterator[str]:
    cut = translate(_("%(field)s: %(count)s texts were longer and are cut."))
    left_out = translate(_("%(field)s: %(count)s values are no numbers or dates and are left out."))
    for field in fields:
        if field.cut:
            yield cut % {"field": field.name, "count": field.cut}
        if field.left_out:
            yield left_out % {"field": field.name, "count": field.left_out}


def _names(table: FeatureTable, fields: Sequence[Field], language: str | None) -> list[str]:
    headings = table.headings(language)
    return [
        f"{field.name} = {field.column.name}" + (f" = {heading}" if heading != field.column.name else "")
        for field, heading in zip(fields, headings, strict=True)
    ]


def whole_names(text: str) -> dict[str, str]:
    """What each short name stands for, as a text that `notice` made tells."""
    return dict(TOLD.findall(text))
