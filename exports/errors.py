"""What a format refuses, in words that the caller can translate."""

from exports.words import Translate
from exports.words import untranslated as _


class ExportError(Exception):
    """A file that cannot be written as asked for.

    `message` is an English text with %(name)s placeholders, `values` fills them.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message = message
        self.values = values

    def text(self, translate: Translate) -> str:
        message = translate(self.message)
        return message % self.values if self.values else message


def too_many_rows(sheet: str, most: int) -> ExportError:
    message = _(
        "“%(sheet)s” has more than %(most)s rows, and Excel can hold no more. "
        "Narrow the selection, or choose CSV or GeoJSON."
    )
    return ExportError(message, sheet=sheet, most=most)


def too_many_columns(table: str) -> ExportError:
    message = _("“%(table)s” has more columns than a file of this format holds. Choose CSV or GeoJSON.")
    return ExportError(message, table=table)


def bad_coordinates(feature: object) -> ExportError:
    message = _("Feature %(feature)s has a coordinate that is not a number. Nothing was written.")
    return ExportError(message, feature=feature)


def bad_geometry(table: str, first: int, last: int) -> ExportError:
    message = _(
        "“%(table)s” has a geometry among rows %(first)s to %(last)s that is empty, of several kinds, or has a coordinate "
        "that is not a number. Nothing was written."
    )
    return ExportError(message, table=table, first=first, last=last)


def too_far(crs: int) -> ExportError:
    message = _(
        "A place lies too far away to have coordinates in EPSG:%(crs)s. Choose WGS84 (EPSG:4326). Nothing was written."
    )
    return ExportError(message, crs=crs)
