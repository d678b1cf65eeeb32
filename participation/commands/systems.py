"""Coordinate systems that commands name on their command line."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files.systems import System, system_of


def system_said(crs: str | None) -> System | None:
    """The coordinate system of this code; refused where there is none such."""
    system = system_of(crs)
    if crs and system is None:
        raise Refused(_("The coordinate system “%(name)s” is not known. Give its EPSG code.", name=crs[:80]))
    return system
