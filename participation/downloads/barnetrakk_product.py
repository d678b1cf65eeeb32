"""The national product: hexagons that enough different children have marked, by feature type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import flask
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from exports.barnetrakk.specification import COMMON, FEATURE_TYPES, NAMESPACE
from exports.table import Column, FeatureTable, Row
from exports.workbook import Sheet, Workbook
from participation.barnetrakk import queries as choices
from participation.barnetrakk.mapping import Meant, OfCategory
from participation.clock import local, now
from participation.downloads.about_table import note, which
from participation.downloads.heard import Read
from participation.downloads.parts_to_publish import parts_to_publish
from participation.downloads.published import cells_of, hexagon
from participation.downloads.request import Request
from participation.downloads.research.rows import Reader
from participation.downloads.weeks import ends_of
from participation.moderation.described import week_of
from participation.safeguards.suppression import RESOLUTION, respondents_by_cell, suppress

# The codes of the list Klassetrinngruppe are not known; these are the groups that the method has.
YEAR_GROUPS = {"1-4": range(1, 5), "5-7": range(5, 8), "8-10": range(8, 11), "vgs": range(11, 14)}
Cell = tuple[Meant, str]


class Product:
    """Always of the whole activity: a selection could be told apart from another. `read` hears of each lot of rows."""

    def __init__(self, session: Session, request: Request, read: Read) -> None:
        self.session, self.request, self.activity = session, request, request.activity
        self.reader = Reader(session, self.activity.id, read)
        self.fewest = request.activity.project.fewest_in_public
        self.chosen = choices.chosen(session, self.activity)
        self.space = namespace(self.activity.project.slug)

    def workbook(self) -> Workbook:
        """A sheet for each feature type, also for one that has no hexagons."""
        shown = self._shown()
        common = self._common()
        return Workbook([Sheet(name, self._table(name, shown, common)) for name in FEATURE_TYPES])

    def _shown(self) -> list[Cell]:
        """The hexagons of each feature type and code that enough have marked."""
        counted = suppress(respondents_by_cell(self._marked()), self.fewest)
        return sorted(counted.shown)

    def _marked(self) -> Iterator[tuple[Cell, int]]:
        for part in parts_to_publish(self.session, self.request, self.reader.read):
            meant = [self.chosen.meant.get(OfCategory(mark.question, mark.category)) for mark in part]
            for position, cell in cells_of([mark.geometry for mark in part]):
                found = meant[position]
                if found is not None and found.feature_type:
                    yield (found, cell), part[position].response_id

    def _table(self, name: str, shown: Sequence[Cell], common: Mapping[str, Any]) -> FeatureTable:
        listed = FEATURE_TYPES[name]
        kinds = COMMON | ({listed: "code"} if listed else {})
        made = [
            Row([*self._values(meant, cell, common), *([meant.code or None] if listed else [])], hexagon(cell))
            for meant, cell in shown
            if meant.feature_type == name
        ]
        columns = [Column(column, kind) for column, kind in kinds.items()]
        return FeatureTable(name, columns, made, "lokalId", self._about(), geometries=("area",), crs=self.request.epsg)

    def _values(self, meant: Meant, cell: str, common: Mapping[str, Any]) -> list[Any]:
        identity = uuid5(NAMESPACE_URL, f"{self.space}/{self.activity.id}/{meant.feature_type}/{meant.code}/{cell}")
        return [str(identity), *common.values()]

    def _common(self) -> dict[str, Any]:
        """What every hexagon says, so that none tells of those who marked it: the other columns of COMMON, in order."""
        weeks, years = self._when_and_who()
        ends, today = ends_of(weeks[-1]) if weeks else None, local(now()).date()
        return {
            "navnerom": self.space,
            "versjonId": today.isoformat(),
            "førsteRegistreringsÅr": int(weeks[0][:4]) if weeks else None,
            "sisteRegistreringsÅr": int(weeks[-1][:4]) if weeks else None,
            "oppdateringsdato": ends[0].date() if ends else None,
            "datauttaksdato": today,
            "kvalitet": self._quality(),
            "kommunenummer": self.chosen.municipality_number or None,
            "klassetrinngruppe": _group(years),
        }

    def _when_and_who(self) -> tuple[list[str], set[int]]:
        """The weeks in which answers came, in order, and the school years of those who gave them."""
        weeks, years = set(), set()
        for responses in self.reader.responses():
            part = [each for each in responses if each.told] if self.request.in_steps else responses
            weeks |= {week_of(response) for response in part}
            years |= {response.year for response in part if response.year is not None}
        return sorted(weeks), years

    def _quality(self) -> str:
        return _(
            "Counted in hexagons (H3, resolution %(resolution)s), at least %(fewest)s different children in each.",
            resolution=RESOLUTION,
            fewest=self.fewest,
        )

    def _about(self) -> dict[str, str]:
        return {
            **which(self.activity, now()),
            _("Specification"): NAMESPACE,
            _("Not checked"): _(
                "The values of the code lists and the size of the hexagons have not been checked against the national ones."
            ),
            _("Licence"): _("Norwegian Licence for Open Government Data (NLOD) 2.0"),
            **note(self.activity),
        }


def namespace(slug: str) -> str:
    """What the features' ids are unique within."""
    address = flask.current_app.config["BASE_URL"]
    return f"{address}/barnetrakk/{slug}" if address else f"urn:lokalkjent:barnetrakk:{slug}"


def _group(years: set[int]) -> str | None:
    """The group that all school years are in."""
    found = [name for name, group in YEAR_GROUPS.items() if years and years <= set(group)]
    return found[0] if found else None
