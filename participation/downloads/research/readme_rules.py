"""What the readme says of how people are protected, and of how the data are to be read."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.downloads.request import Request
from participation.safeguards.suppression import RESOLUTION


def rules(request: Request) -> list[str]:
    fewest = request.activity.project.fewest_in_public
    return [
        _(
            "Zone, school year, channel, language, background and answers that tell who somebody is: every combination that "
            "stands in a row stands for at least %(fewest)s different respondents (k-anonymity). What fewer share is blank.",
            fewest=fewest,
        ),
        _(
            "A zone stands for the school and the class: of a response the one that the school lies in, of a mark the one "
            "that the mark lies in."
        ),
        _(
            "Points stand in the middle of their hexagon (H3, resolution %(resolution)s, about 0.1 km²), the same hexagons as "
            "in what is published, so that nothing can be found by comparing the two.",
            resolution=RESOLUTION,
        ),
        _(
            "There are no lines, for a child's road leads home. A road has a row with its zone and what was said of it; its "
            "course is in the hexagons that at least %(fewest)s have drawn a road through.",
            fewest=fewest,
        ),
        _("No mark leads to its response or to another mark, for some places together tell who somebody is."),
        _("A choice or number that fewer than %(fewest)s gave is blank.", fewest=fewest),
        _("Texts are there only where a person has read them in moderation and nothing is pointed out in them."),
        _("Rows stand in an order that has nothing to do with who answered when, and there is no selection."),
    ]


def reading(request: Request) -> list[str]:
    return [
        _("CSV files follow RFC 4180: UTF-8, comma between columns, point in decimals, variable names as headings."),
        _("A text that a spreadsheet could run as a formula begins with an extra apostrophe ('). Take one away."),
        _(
            "A blank is a question that was not asked or not answered, or a value that is held back or left out. In a column "
            "of numbers it may also be an answer such as “Don't know”: its _label column tells it in words."
        ),
        _("Several codes in one cell have a space between."),
        _(
            "A column whose name ends in _label tells in words what the one of the same name without it tells in codes. Several "
            "have a semicolon between."
        ),
        _("lon and lat: WGS84 (EPSG:4326). e and n, GeoPackage and GML: EPSG:%(code)s.", code=request.epsg),
    ]
