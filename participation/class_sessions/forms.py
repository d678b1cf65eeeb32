"""The form for pasting classes."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length


class PasteForm(FlaskForm):
    """A table as text; `step` is "create" when the preview has been seen."""

    table = TextAreaField(
        _l("The classes"),
        [
            DataRequired(_l("Paste the table from Excel.")),
            Length(max=100_000, message=_l("The table is too long. Paste fewer rows at a time.")),
        ],
        description=_l(
            "In this order, or with headings: school, year, class, language form, pupils, teacher's e-mail."
        ),
        render_kw={"spellcheck": "false", "autocomplete": "off", "wrap": "off"},
    )
    step = HiddenField()
