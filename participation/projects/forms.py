"""The forms of a project: what it is, its area, its privacy fields."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, NumberRange, Optional, Regexp

from participation.projects.file_forms import area_file
from participation.projects.slugs import SLUG


class ProjectForm(FlaskForm):
    """A new project."""

    name = StringField(_l("Name"), [DataRequired(_l("Give the project a name.")), Length(max=200)])
    slug = StringField(
        _l("Address"),
        [
            Optional(),
            Length(max=80),
            Regexp(SLUG.pattern + "$", message=_l("Use small letters a–z, digits and hyphens.")),
        ],
        description=_l("Stands in the web address. Made from the name when you leave it empty."),
    )
    area = area_file(_l("Area (can wait)"))


class SettingsForm(FlaskForm):
    """What a project is, and all that privacy asks for (domain: before a real class opens)."""

    name = StringField(_l("Name"), [DataRequired(_l("Give the project a name.")), Length(max=200)])
    description = TextAreaField(_l("What it is about"), [Length(max=5000)])
    plan_reference = StringField(
        _l("Plan or case"),
        [Length(max=200)],
        description=_l("Such as the plan's number and name, or the case's number in the archive."),
    )
    languages = StringField(
        _l("Languages"),
        [
            Length(max=200),
            Regexp(
                r"\s*([a-z]{2,3}(\s*[ ,]\s*|\s*$))*$",
                message=_l("Write codes with spaces between, such as: nb nn pl ar."),
            ),
        ],
        description=_l(
            "The project's questionnaires are to be in these, such as: nb nn pl ar. The survey's page tells which are lacking."
        ),
    )
    crs = SelectField(
        _l("Coordinates in files"),
        choices=[SelectChoice("25832", "EPSG:25832 (UTM 32)"), SelectChoice("25833", "EPSG:25833 (UTM 33)")],
    )
    dwellings_per_km2 = IntegerField(
        _l("Dwellings per km²"),
        [Optional(), NumberRange(1, 100000, _l("Write a number from 1 to 100 000, or nothing."))],
        description=_l("Decides how much is cut from the home end of a road. Empty means 200 m."),
    )
    fewest_public = IntegerField(
        _l("Fewest people behind what is public"),
        [Optional(), NumberRange(5, 100, _l("Write a number from 5 to 100, or nothing."))],
        description=_l("At least 5, and that is what empty means."),
    )
    fewest_signed_in = IntegerField(
        _l("Fewest people behind numbers for staff and classes"),
        [Optional(), NumberRange(3, 100, _l("Write a number from 3 to 100, or nothing."))],
        description=_l("At least 3, and that is what empty means."),
    )
    controller = StringField(
        _l("Controller"), [Length(max=200)], description=_l("Who answers for the data, such as Bergen kommune.")
    )
    contact = StringField(_l("Contact"), [Length(max=300)], description=_l("Name, phone and e-mail for guardians."))
    privacy_officer = StringField(_l("Data protection officer"), [Length(max=300)])
    legal_basis = TextAreaField(_l("Legal basis"), [Length(max=3000)])
    opt_out_by = DateField(_l("Guardians may opt out until"), [Optional()])
    delete_by = DateField(_l("Answers are deleted on"), [Optional()])
    dpia_done_on = DateField(_l("Impact assessment (DPIA) done on"), [Optional()])
    adult_to_talk_to = StringField(
        _l("An adult to talk to"), [Length(max=200)], description=_l("Named to the pupils, such as the school nurse.")
    )
    helpline_name = StringField(_l("Helpline"), [DataRequired(_l("Name a helpline.")), Length(max=200)])
    helpline_number = StringField(_l("Helpline's number"), [DataRequired(_l("Give its number.")), Length(max=40)])
    worry_routine = TextAreaField(
        _l("What we do when a text worries us"),
        [Length(max=5000)],
        description=_l("Stands beside such texts: whom to call, in which order, within which time."),
    )


class AreaForm(FlaskForm):
    """A file with the project's area."""

    area = area_file(_l("File with the area"), required=True)
