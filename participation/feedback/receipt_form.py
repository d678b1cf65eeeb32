"""Asking what became of an answer."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired, Length


class ReceiptForm(FlaskForm):
    """A code, and whether to withdraw."""

    code = StringField(
        _l("Your code"),
        [DataRequired(_l("Type the code you were given.")), Length(max=40)],
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )
    withdraw = BooleanField(_l("Delete my answer for good"))
