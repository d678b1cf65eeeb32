"""The forms of an activity."""

from __future__ import annotations

from datetime import datetime

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired, MultipleFileField
from wtforms import DateField, DateTimeLocalField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from participation.activities.kinds import EMPTY, OWN_WORKBOOK
from participation.clock import OSLO, local


class ActivityForm(FlaskForm):
    """What an activity is called and what is promised to those who answer."""

    title = StringField(_l("Title"), [DataRequired(_l("Give the activity a title.")), Length(max=200)])
    answer_by = DateField(
        _l("We answer by"),
        [Optional()],
        description=_l("Whoever answers reads it: what they say will be answered by this day."),
    )
    promise = TextAreaField(
        _l("Promise without a date"),
        [Length(max=500)],
        description=_l("Shown instead when there is no date, such as “We tell your class before the summer.”"),
    )


# As browsers send it, with or without seconds.
MINUTES = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]


def whole_address(_form: FlaskForm, field: StringField) -> None:
    """An address is one that a browser can open; anything else is words."""
    if "://" in (field.data or "") and not field.data.startswith(("https://", "http://")):
        raise ValidationError(_l("Begin the address with https://, or write in words where the results will be."))


class SurveyForm(ActivityForm):
    """A survey also opens and closes by itself, and takes leave of those who come too late."""

    opens_at = DateTimeLocalField(
        _l("Opens by itself"),
        [Optional()],
        format=MINUTES,
        description=_l("When it has been opened below, nobody can begin before this. Norwegian time."),
    )
    closes_at = DateTimeLocalField(
        _l("Closes by itself"),
        [Optional()],
        format=MINUTES,
        description=_l("Whoever answers sees how long they can. Norwegian time."),
    )
    farewell = TextAreaField(
        _l("To those who come too late"),
        [Length(max=2000)],
        description=_l("Shown at the survey's address when it is closed, such as thanks and how many answered."),
    )
    results_at = StringField(
        _l("Where the results will be"),
        [Length(max=500), whole_address],
        description=_l(
            "An address that begins with https://, or words. Shown to whoever has answered, and when it is closed."
        ),
    )

    def local_times(self) -> None:
        """Show what is stored in UTC as the time of a Norwegian clock."""
        for field in (self.opens_at, self.closes_at):
            field.data = field.data and local(field.data).replace(tzinfo=None)

    def times(self) -> tuple[datetime | None, datetime | None]:
        """When it opens and closes, aware."""
        opens, closes = self.opens_at.data, self.closes_at.data
        return opens and opens.replace(tzinfo=OSLO), closes and closes.replace(tzinfo=OSLO)


class NewActivityForm(ActivityForm):
    """A new activity, which begins with one of the ready questionnaires."""

    template = RadioField(
        _l("Questionnaire"),
        choices=[
            SelectChoice("barnetrakk_3_7", _l("Class mapping, years 3–7")),
            SelectChoice("barnetrakk_8_10", _l("Class mapping, years 8–10")),
            SelectChoice("neighbourhood", _l("Survey: what it is like to live here")),
            SelectChoice("place_quality", _l("Survey: how good is this place? Fourteen themes")),
            SelectChoice("safety_walk", _l("Survey: safety walk")),
            SelectChoice("open_meeting", _l("Survey: open meeting")),
            SelectChoice(EMPTY, _l("Survey: start with an empty questionnaire")),
            SelectChoice(OWN_WORKBOOK, _l("Survey: from a workbook of your own (XLSForm)")),
        ],
        default="barnetrakk_3_7",
        description=_l(
            "A class mapping is for pupils in class. A survey is for everyone with its address, also on a tablet or on paper."
        ),
    )


class WorkbookForm(FlaskForm):
    """A questionnaire as an XLSForm workbook, with the pictures it names."""

    workbook = FileField(
        _l("Workbook (XLSForm)"),
        [FileRequired(_l("Choose a workbook."))],
        description=_l("An .xlsx or .xls file. At most 20\u00a0MB with its pictures."),
        render_kw={"accept": ".xlsx,.xlsm,.xls"},
    )
    pictures = MultipleFileField(
        _l("New pictures it names"),
        description=_l("JPEG, PNG or WebP. Those that are there from before stay."),
        render_kw={"accept": ".jpg,.jpeg,.png,.webp"},
    )


class CopyForm(FlaskForm):
    """What a new activity made of a draft is called."""

    title = StringField(_l("Title"), [DataRequired(_l("Give the activity a title.")), Length(max=200)])
