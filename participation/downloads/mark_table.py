"""Marks as a table: one row a mark, the columns of the stable interface, then one per follow-up answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from exports.lots import Lot, Lots, Values
from exports.table import FeatureTable
from participation.downloads import columns, context
from participation.downloads.codebook import Codebook
from participation.downloads.counting import Counting
from participation.downloads.mark_columns import Cells, MarkColumns, Respondents
from participation.downloads.mark_kinds import Kind, MarkKinds
from participation.downloads.mark_names import ASKED_EVERYWHERE, FIXED
from participation.downloads.mark_queries import ANSWERS, ID, Marks, Part
from participation.downloads.repeats import repeated
from participation.downloads.selection import Selection
from participation.downloads.shared_columns import SharedColumns
from participation.downloads.symbols import GEOMETRIES, codes, symbols_by_way
from participation.downloads.translated import Translations
from participation.downloads.whereabouts import Surveyor
from surveys.questionnaire import Question

NOT_SAID = (None, None)


class MarkTable:
    """Turns marks into a FeatureTable in one language."""

    def __init__(
        self,
        codebook: Codebook,
        surveyor: Surveyor,
        facts: context.Facts,
        language: str,
        translations: Translations,
        counting: Counting | None = None,
    ) -> None:
        """`counting` is told of the marks as they go by."""
        self.codebook = codebook
        self.surveyor = surveyor
        self.facts = facts
        self.language = language
        self.translations = translations
        self.counting = counting
        self.kinds = MarkKinds(codebook, language)
        self.zones = [*((zone.code, zone.name) for zone in surveyor.zones.zones), NOT_SAID]
        self.further = {
            variable: question for variable, question in codebook.followups.items() if variable not in ASKED_EVERYWHERE
        }
        self.shared = {name: SharedColumns.of(question, language) for name, question in self.further.items()}
        known = [*columns.fixed(language, FIXED, codes(codebook, language)), *facts.background.columns(language)]
        further = columns.of_questions(
            self.further.values(), language, [column.name for column in known], codebook.retyped_followups
        )
        self.columns = columns.apart([*known, *further, *translations.columns(self.further, language)])

    def table(self, name: str, parts: Iterable[Part], selection: Selection) -> FeatureTable:
        """`parts`: of `mark_queries.marks_by_respondent`."""
        return FeatureTable(
            name,
            self.columns,
            Lots(self._lots(parts, selection)),
            "id",
            geometries=GEOMETRIES,
            crs=self.surveyor.wanted,
            symbols=symbols_by_way(self.codebook, self.language),
        )

    def _lots(self, parts: Iterable[Part], selection: Selection) -> Iterator[Lot]:
        for respondents, found in parts:
            if chosen := _chosen(found, selection):
                marks = MarkColumns(chosen)
                if self.counting:
                    self.counting.marked(marks, {each.id: each.channel for each in respondents})
                yield self._lot(marks, self.facts.of_several(respondents))

    def _lot(self, marks: MarkColumns, told: context.Told) -> Lot:
        respondents = Respondents(marks, told)
        where = self.surveyor.look_up(marks.geometries)
        columns = [
            marks.ids,
            marks.responses,
            *respondents.cells(),
            *repeated(where.zones, self.zones),
            *marks.of_kinds(self.kinds.cells),
            marks.texts("place_name"),
            marks.texts("comment"),
            *marks.answered("mode", self._code_and_label("mode"), NOT_SAID),
            *marks.answered("season", self._code_and_label("season"), NOT_SAID),
            *respondents.weeks_and_channels(),
            respondents.people(),
            *respondents.statuses(self.facts.hidden()),
            where.length_m,
            where.area_m2,
            where.lon,
            where.lat,
            where.e,
            where.n,
            *respondents.backgrounds(),
            *(column for variable in self.further for column in self._further(marks, variable)),
            *self.translations.lot(marks.ids),
        ]
        return Lot(columns, marks.geometries, where.drawn)

    def _code_and_label(self, variable: str) -> Cells:
        shared = SharedColumns({variable: "code", f"{variable}_label": "label"}, self.language)

        def cells(kind: Kind, value: Any) -> Sequence[Any]:
            question = self.codebook.asked.get((*kind, variable))
            return self._cells(shared, question, value) if question else (columns.as_text(value), None)

        return cells

    def _further(self, marks: MarkColumns, variable: str) -> Iterator[Values]:
        any_question, shared = self.further[variable], self.shared[variable]

        def cells(kind: Kind, value: Any) -> Sequence[Any]:
            return self._cells(shared, self.codebook.asked.get((*kind, variable), any_question), value)

        return marks.answered(variable, cells, shared.blanks)

    def _cells(self, shared: SharedColumns, question: Question, value: Any) -> list[Any]:
        return shared.cells(question, value, fits=self.codebook.fits(question, value))


def _chosen(marks: Marks, selection: Selection) -> Marks:
    if not selection.needs_reading:
        return marks
    return [mark for mark in marks if selection.lets_through(mark[ID], orjson.loads(mark[ANSWERS]))]
