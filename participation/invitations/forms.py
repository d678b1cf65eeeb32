"""The forms of invitations."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length


class RecipientsForm(FlaskForm):
    """A list, pasted or in a file; `step` is "create" when it has been looked at."""

    recipients = TextAreaField(
        _l("The list"),
        [Length(max=2_000_000, message=_l("The list is too long. Take fewer rows at a time."))],
        description=_l("First a row of headings: the recipient's id, and then at most three background columns."),
        render_kw={"spellcheck": "false", "autocomplete": "off", "wrap": "off"},
    )
    file = FileField(
        _l("Or a file"),
        description=_l("CSV or Excel (.xlsx), at most 5\u00a0MB. The first sheet is read."),
        render_kw={"accept": ".csv,.txt,.xlsx"},
    )
    step = HiddenField()
