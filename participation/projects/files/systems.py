"""Coordinate systems that a planner may choose among when a file says none, or the wrong one."""

from __future__ import annotations

from dataclasses import dataclass

import pyproj
from flask_babel import gettext as _

SWAPPED = "-swapped"


@dataclass(frozen=True)
class System:
    """An EPSG code; `swapped`: the file has north before east, or latitude before longitude."""

    epsg: int
    swapped: bool = False

    @property
    def code(self) -> str:
        """As it stands in a form: "25832", "4326-swapped"."""
        return f"{self.epsg}{SWAPPED if self.swapped else ''}"

    @property
    def label(self) -> str:
        """For a person to read."""
        names = {
            4326: _("Degrees, longitude first (EPSG:4326)"),
            3857: _("Web maps (EPSG:3857)"),
            **{25800 + zone: _("UTM %(zone)s (EPSG:%(epsg)s)", zone=zone, epsg=25800 + zone) for zone in (32, 33, 35)},
            **{5100 + zone: _("NTM %(zone)s (EPSG:%(epsg)s)", zone=zone, epsg=5100 + zone) for zone in range(5, 31)},
        }
        name = names.get(self.epsg) or f"{_name(self.epsg)} (EPSG:{self.epsg})"
        if self.swapped and self.epsg == 4326:
            return _("Degrees, latitude first (EPSG:4326)")
        return _("%(system)s, north first", system=name) if self.swapped else name


def system_of(code: str | None) -> System | None:
    """That of a form's value, such as "25832", "EPSG:25832" or "4326-swapped"; None where there is none such."""
    text = (code or "").strip().upper().removeprefix("EPSG:").strip()
    swapped = text.endswith(SWAPPED.upper())
    digits = text.removesuffix(SWAPPED.upper())
    if not digits.isdecimal() or len(digits) > 6:
        return None
    try:
        pyproj.CRS.from_epsg(int(digits))
    except pyproj.exceptions.CRSError:
        return None
    return System(int(digits), swapped)


def _name(epsg: int) -> str:
    return str(pyproj.CRS.from_epsg(epsg).name)


# What Norwegian files are in. To add one: its code here, and its name above where EPSG's own is long.
COMMON = tuple(System(epsg) for epsg in (4326, 25832, 25833, 25835, 3857))
SWAPPED_ONES = tuple(System(epsg, True) for epsg in (4326, 25832, 25833, 25835))
PLANS = tuple(System(5100 + zone) for zone in range(5, 31))
OFFERED = (*COMMON, *SWAPPED_ONES, *PLANS)
