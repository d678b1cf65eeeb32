"""The form of a tablet's link."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, Length, NumberRange

from participation.activities import channels
from participation.kiosks.services import CHANNELS, MOST_DAYS


class KioskForm(FlaskForm):
    """What it is called, what its answers are counted as, and how long its link lasts."""

    name = StringField(
        _l("What you call it"),
        [DataRequired(_l("Give it a name, such as the place where it stands.")), Length(max=80)],
    )
    channel = SelectField(_l("The answers are counted as"))
    days = IntegerField(
        _l("Days that the link lasts"),
        [NumberRange(1, MOST_DAYS, _l("Write a number from 1 to 60."))],
        default=1,
    )

    def __init__(self) -> None:
        super().__init__()
        names = channels.labels()
        self.channel.choices = [(channel, names[channel]) for channel in CHANNELS]
