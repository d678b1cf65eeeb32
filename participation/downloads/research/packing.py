"""The whole package, from the store to what a format writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
from flask_babel import force_locale
from sqlalchemy.orm import Session

from exports.package import Package
from exports.readme import Readme, as_markdown, as_text
from exports.table import FeatureTable, Row
from participation.clock import local, now
from participation.downloads import queries
from participation.downloads.background import background
from participation.downloads.codebook_for_others import codebook_for_others
from participation.downloads.heard import EachTime, Read
from participation.downloads.published import published_table
from participation.downloads.request import Request
from participation.downloads.research import codebook_files, rows
from participation.downloads.research.findings import findings
from participation.downloads.research.mark_rows import MarkRows
from participation.downloads.research.mixed_rows import MixedRows, mixed
from participation.downloads.research.places import Places
from participation.downloads.research.questionnaire_sheet import questionnaire_pdf
from participation.downloads.research.readme_text import readme
from participation.downloads.research.response_rows import ResponseRows
from participation.downloads.steps import steps
from participation.downloads.symbols import symbols
from participation.projects.queries import zones
from participation.responses.imported_questionnaire import asked
from surveys.questionnaire import Questionnaire

# How often every response and every mark is gone through: to find what enough share, and to tell it; then as CSV and in the
# GeoPackage. Marks once more for the roads, and as GML.
TIMES_READ = (4, 6)
ANSWERS, PLACES, ROADS = "Svar", "Steder", "Veier"
NAMES = {"en": "README"}
OURS = "LES_MEG"


class Packing:
    """Use inside a reading transaction and with the locale forced. `read` hears of each lot of rows (see TIMES_READ)."""

    def __init__(self, session: Session, request: Request, read: Read) -> None:
        self.session, self.request, self.activity = session, request, request.activity
        self.language, self.fewest = request.language, request.activity.project.fewest_in_public
        self.codebook = codebook_for_others(session, self.activity.id, self.fewest)
        places = Places(zones(session, self.activity.project), request.epsg)
        invited = background(session, self.activity.id)
        in_steps = steps(session, self.activity.id, self.fewest) if request.in_steps else None
        self.reader = rows.Reader(session, self.activity.id, read, in_steps)
        told = (self.reader, self.codebook, self.language, places)
        self.responses = ResponseRows(*told, invited, self.fewest)
        self.marks = MarkRows(*told, self.fewest)

    @contextmanager
    def packed(self, beside: Path) -> Iterator[Package]:
        """The package, as long as the block lasts; what it needs is kept in the folder `beside` meanwhile."""
        self.responses.count()
        self.marks.count()
        with mixed(self.responses, beside) as responses, mixed(self.marks, beside) as marks:
            tables = [self._answers(responses), self._places(marks), self._roads()]
            yield Package(
                f"{self.activity.project.slug} {self.activity.id}",
                local(now()).date(),
                [*tables, codebook_files.table(self.codebook, self.language, tables)],
                dict(self._files(tables)),
                self._info(),
            )

    def _answers(self, found: MixedRows) -> FeatureTable:
        in_all = sum(queries.count_by_channel(self.session, self.request.rows).values())
        return FeatureTable(ANSWERS, self.responses.table_columns(), self._heard(found, in_all), "id")

    def _places(self, found: MixedRows) -> FeatureTable:
        drawn = symbols(self.codebook, self.language)
        columns = self.marks.table_columns()
        rows_of = self._heard(found, queries.count_marks(self.session, self.request.rows))
        return FeatureTable(PLACES, columns, rows_of, "id", geometries=("point",), crs=self.request.epsg, symbols=drawn)

    def _heard(self, found: MixedRows, in_all: int) -> EachTime[Row]:
        """What too few share is not told, but was counted among what there is to read."""
        return EachTime(found, self.reader.read, in_all)

    def _roads(self) -> FeatureTable:
        parts = ([mark for mark in part if _is_line(mark)] for part in self.reader.marks())
        settled = (self.codebook, self.language, self.request.epsg, parts, self.fewest)
        made = published_table(ROADS, *settled)
        return replace(made, rows=list(made.rows))

    def _files(self, tables: list[FeatureTable]) -> Iterator[tuple[str, bytes]]:
        yield "kodebok.json", codebook_files.as_json(self.activity, self.codebook, self.language, tables)
        found = findings(self.session, self.activity, self.responses, self.marks, self.fewest)
        for language in (self.language if self.language != "en" else "nb", "en"):
            with force_locale(language):
                yield from _read(NAMES.get(language, OURS), readme(self.request, self.codebook, found))
        for version in rows.versions(self.session, self.activity.id):
            questionnaire = Questionnaire.checked_before(asked(orjson.loads(version.document)))
            for language in questionnaire.languages:
                drawn = questionnaire_pdf(questionnaire, language, version.number, version.published_at)
                yield f"questionnaires/v{version.number}-{language}.pdf", drawn

    def _info(self) -> dict[str, str]:
        project = self.activity.project
        told = {
            "Source-Organization": project.controller,
            "Contact-Name": project.contact,
            "External-Identifier": f"{project.slug}/{self.activity.id}",
            "External-Description": f"{project.name}: {self.activity.title}",
        }
        return {label: value for label, value in told.items() if value}


def _read(name: str, text: Readme) -> Iterator[tuple[str, bytes]]:
    yield f"{name}.md", as_markdown(text).encode()
    yield f"{name}.txt", as_text(text).encode("utf-8-sig")


def _is_line(mark: Any) -> bool:
    return "LineString" in mark.geometry[:30]
