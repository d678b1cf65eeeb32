"""What somebody asks to have written."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from exports.formats.format import Format
from exports.table import WGS84
from participation.activities.models import Activity
from participation.downloads.reference_systems import known_crs
from participation.downloads.selection import Selection
from participation.errors import Refused

MARKS, RESPONSES = "marks", "responses"
TABLES = (MARKS, RESPONSES)


@dataclass(frozen=True)
class Request:
    """One file. `headings`: False gives variable names; `language` is that of headings and labels.

    `crs`: EPSG code of the columns e and n, None for the project's. `published`: only what the public may see.
    """

    activity: Activity
    format: Format
    selection: Selection
    language: str
    headings: bool = True
    table: str = MARKS
    crs: int | None = None
    published: bool = False

    @property
    def headed_in(self) -> str | None:
        return self.language if self.headings else None

    @property
    def rows(self) -> Selection:
        """What others get is of the whole activity: a selection could be told apart from another."""
        return Selection(self.activity.id) if self.published or self.format.is_of_all else self.selection

    @property
    def in_steps(self) -> bool:
        """Whether everyone can see the live layer too: what a file tells beyond that would be what a few have put since."""
        beside_it = self.published or self.format.write_national or self.format.write_package
        return bool(beside_it) and self.activity.project.is_for_everyone

    @property
    def epsg(self) -> int:
        return self.crs or self.activity.project.crs

    def check(self) -> None:
        """Raises Refused for what cannot be written."""
        if self.crs is not None and self.format.wgs84_only and self.crs != WGS84:
            message = _("GeoJSON is always in WGS84 (EPSG:4326). Leave the CRS out, or choose CSV or Excel.")
            raise Refused(message)
        if self.crs is not None and not known_crs(self.crs):
            raise Refused(unknown_crs(self.crs))
        if self.format.is_of_all and (self.table == RESPONSES or self.selection.also):
            raise Refused(_("This format is always of the whole activity, as it counts. Leave out --table and --also."))
        if self.published and self.format.write_package:
            raise Refused(_("The archive and research package is not for publishing. Leave out --published."))
        if self.published and self.table == RESPONSES:
            raise Refused(_("Single responses are never published. Leave out --table responses."))


def unknown_crs(code: object) -> str:
    return _("EPSG:%(code)s is not a known map projection. Try 25832 or 25833.", code=code)
