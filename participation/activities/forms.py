"""The forms of an activity."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired, MultipleFileField
from wtforms import DateField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from participation.activities.kinds import OWN_WORKBOOK


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
