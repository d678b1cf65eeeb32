"""Telling what was heard."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, TextAreaField
from wtforms.validators import DataRequired, Length

from participation.feedback.services import LONGEST


class HeardForm(FlaskForm):
    """A text, and whom it is for: "" = every class."""

    text = TextAreaField(
        _l("What we heard"),
        [DataRequired(_l("Write what you heard before you tell it.")), Length(max=LONGEST)],
        description=_l("Short and plain, so that a pupil of ten understands it. Name no one."),
    )
    class_session = SelectField(_l("For whom"), default="")
