"""Fields of a file of ours with answers to questions that the activity does not ask: to be told of, not passed over."""

from __future__ import annotations

from collections.abc import Container, Sequence

from flask_babel import force_locale
from flask_babel import gettext as _

from participation import catalogues
from participation.downloads.background import PREFIX
from participation.registrations.rows_of_files import LAYER

# What readers of GML add.
OTHERS = ("gml_id", LAYER)
SHORTEST = 9  # letters that a shapefile leaves of a name


def unasked_fields(names: Sequence[str], known: Container[str]) -> list[str]:
    """`known`: what our columns are called in any language, in small letters. Of a code and its label only the code."""
    begin, end, code_ends = [PREFIX[:SHORTEST]], ["_translation", "_translation_language"], []
    for language in catalogues.languages(catalogues.PLANNERS):
        with force_locale(language):
            begin.append(_("Background: %(column)s", column=""))
            end.append(_("%(question)s (translated)", question=""))
            end.append(_("%(question)s (language of the translation)", question=""))
            code_ends.append(_("%(question)s (code)", question=""))
    labels = {f"{name}_label" for name in names}
    labels |= {name.removesuffix(ending) for name in names for ending in code_ends if name.endswith(ending)}
    return [
        name
        for name in names
        if name.strip().casefold() not in known
        and name not in labels
        and name not in OTHERS
        and not name.startswith(tuple(begin))
        and not name.endswith(tuple(end))
    ]
