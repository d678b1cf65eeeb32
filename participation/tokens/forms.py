"""The form of a token."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from participation.tokens.services import LONGEST_NAME, LONGEST_REASON, Wish, one_line, wrong_days

PUBLISHED, FULL = "published", "full"
# So long that a map in a plan process need not be mended each month; as long as may be, for everything.
USUAL = 90


class TokenForm(FlaskForm):
    """What the token is for, what it opens, and how long it lasts. Who may not make a full one is not asked."""

    name = StringField(
        _l("What it is for"),
        [DataRequired(_l("Give it a name, such as the program and whose it is.")), Length(max=LONGEST_NAME)],
        filters=[one_line],
        description=_l("Such as “QGIS, the plan department”. It stands in the list and in the log."),
        render_kw={"autocomplete": "off"},
    )
    opens = RadioField(_l("What it opens"), default=PUBLISHED)
    reason = StringField(
        _l("Why it must be everything"),
        [Length(max=LONGEST_REASON)],
        filters=[one_line],
        description=_l("Only for everything. It stands in the list for as long as the token does."),
        render_kw={"autocomplete": "off"},
    )
    days = SelectField(_l("How long it lasts"), coerce=int, default=USUAL, validate_choice=False)

    def __init__(self, may_be_full: bool, **given: Any) -> None:
        super().__init__(**given)
        self.opens.choices = [
            (PUBLISHED, _("What is published: areas that enough people have marked, without texts.")),
            (FULL, _("Everything: each place and route with its texts. It is personal data. 90 days at most.")),
        ]
        lasts = {7: _("A week"), 30: _("30 days"), 90: _("90 days"), 365: _("A year"), 730: _("Two years")}
        self.days.choices = list(lasts.items())
        if not may_be_full:
            del self.opens, self.reason

    def validate_reason(self, field: StringField) -> None:
        """Everything needs one."""
        if self.opens.data == FULL and not (field.data or "").strip():
            raise ValidationError(_("Write why it must be everything: what it is for, and who uses it."))

    def validate_days(self, field: SelectField) -> None:
        """Everything lasts less long."""
        if wrong := wrong_days(field.data, self.data.get("opens") == FULL):
            raise ValidationError(wrong)

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        asked = self.data
        full = asked.get("opens") == FULL
        return Wish(asked["name"] or "", full, asked.get("reason") or "" if full else "", asked["days"])
