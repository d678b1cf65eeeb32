"""The forms of files with zones and schools, and what is said of how to read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from participation.projects.files.kinds import MAPS
from participation.projects.files.preview import Preview
from participation.projects.files.reading import Reading
from participation.projects.files.systems import COMMON, SWAPPED_ONES, System, system_of

FILE_KINDS = _l("GeoJSON, GeoPackage, a zipped shapefile, KML, GML, or CSV with coordinates. At most 20\u00a0MB.")
ACCEPTED = {"accept": ",".join(MAPS)}


def area_file(label: str, required: bool = False) -> FileField:
    """A field for a file with a map."""
    validators = [FileRequired(_l("Choose a file."))] if required else []
    return FileField(label, validators, description=FILE_KINDS, render_kw=ACCEPTED)


def check_epsg(_form: FlaskForm, field: StringField) -> None:
    """Refuse a code that nobody knows."""
    if system_of(field.data) is None:
        raise ValidationError(_("There is no coordinate system with this code. Write its EPSG number, such as 25832."))


def epsg_field() -> StringField:
    """For a system that is not among the choices."""
    validators = [Optional(), Length(max=20), check_epsg]
    return StringField(_l("Another coordinate system"), validators, description=_l("Its EPSG code, such as 25832."))


class ZonesFileForm(FlaskForm):
    """A file with zones."""

    zones = area_file(_l("File with zones"), required=True)


class SchoolsFileForm(FlaskForm):
    """A file with schools."""

    schools = area_file(_l("File with schools"), required=True)


class ReadingForm(FlaskForm):
    """How the file is read. `look`: only show it so; `offer`: a system that was offered in a button."""

    layer = SelectField(_l("Layer"), [Optional()], validate_choice=False)
    crs = SelectField(_l("Coordinate system"), default="")
    epsg = epsg_field()
    mend = BooleanField(_l("Mend the outlines as the map shows"), default=True)
    accepted = HiddenField()

    def offer(self, seen: Preview, fresh: bool) -> None:
        """The file's layers and the systems it may be in; what is chosen follows what is seen where `fresh`."""
        self.layer.choices = [SelectChoice(name) for name in seen.layers]
        here = [seen.system] if seen.system else []
        known = dict.fromkeys([*here, *(fit.system for fit in seen.offers if fit.system), *COMMON, *SWAPPED_ONES])
        said = _("As the file says: %(name)s", name=seen.said) if seen.said else _("The file does not say (degrees)")
        self.crs.choices = [SelectChoice("", said), *(SelectChoice(one.code, one.label) for one in known)]
        if fresh:
            self.layer.data = seen.layer
            self.crs.data = seen.system.code if seen.system else ""
            self.epsg.data = self.epsg.data if self.epsg.errors else ""

    def reading(self) -> Reading:
        """What the planner said."""
        return Reading(self.layer.data or None, self.system(), bool(self.mend.data))

    def system(self) -> System | None:
        return system_of(self.epsg.data or self.crs.data)


def field_choices(fields: Iterable[str], none: str | None = None) -> list[Any]:
    """One choice a field; before them `none`, for what a file need not have."""
    return [*([SelectChoice("", none)] if none else []), *(SelectChoice(name) for name in fields)]


class ZoneFieldsForm(ReadingForm):
    """Which fields of an uploaded file are what."""

    kind = StringField(
        _l("Kind of zones"),
        [DataRequired(_l("Say what kind of zones these are, such as grunnkrets.")), Length(max=80)],
        description=_l("Such as grunnkrets, levekårssone or skolekrets."),
    )
    code_field = SelectField(_l("Field with the code"))
    name_field = SelectField(_l("Field with the name"))
    population_field = SelectField(
        _l("Field with the population"),
        default="",
        description=_l("How many live in each zone."),
    )
    dwellings_field = SelectField(
        _l("Field with dwellings per km²"),
        default="",
        description=_l("Decides how much is cut from the home end of a road."),
    )


class SchoolFieldsForm(ReadingForm):
    """Which fields of an uploaded file are what."""

    name_field = SelectField(_l("Field with the name"))
    kind_field = SelectField(_l("Field with the kind of school"), default="")
