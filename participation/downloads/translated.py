"""Translations that moderators wrote beside texts, as columns of their own: only for texts of which any is translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from exports.table import Column
from participation.downloads.wording import headings
from participation.moderation.translating import Translated
from surveys.questionnaire import Question


@dataclass(frozen=True)
class Translations:
    """`of_rows`: by the id of the mark or response, and by variable."""

    of_rows: Mapping[int, Mapping[str, Translated]] = field(default_factory=dict)

    @property
    def variables(self) -> list[str]:
        """Those of which any is translated, by name."""
        return sorted({variable for translated in self.of_rows.values() for variable in translated})

    def columns(self, asked: Mapping[str, Question], language: str) -> list[Column]:
        """Two for each variable: the translation, and which language it is in."""
        made = []
        for variable in self.variables:
            known = asked[variable].label_in(language) if variable in asked else headings().get(variable, variable)
            told = _("%(question)s (translated)", question=known)
            spoken = _("%(question)s (language of the translation)", question=known)
            made.append(Column(f"{variable}_translation", "text", {language: told}))
            made.append(Column(f"{variable}_translation_language", "code", {language: spoken}))
        return made

    def lot(self, identities: Sequence[int]) -> Iterator[Sequence[str | None]]:
        """The columns of many rows."""
        if not self.variables:
            return iter(())
        return zip(*map(self.cells, identities), strict=True)

    def cells(self, identity: int) -> list[str | None]:
        """The cells of one row."""
        given = self.of_rows.get(identity, {})
        return [cell for variable in self.variables for cell in _cells(given.get(variable))]


def _cells(translated: Translated | None) -> tuple[str | None, str | None]:
    return (translated.text, translated.language) if translated else (None, None)
