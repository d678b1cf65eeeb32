"""Inviting, and accepting an invitation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from participation.accounts.role_words import ROLE_WORDS


class InviteForm(FlaskForm):
    """The role to give, and whom it is for."""

    role = RadioField(_l("Role in the project"), [InputRequired(_l("Choose a role."))])
    note = StringField(
        _l("Whom it is for"),
        [Length(max=200)],
        description=_l("For your own list, such as an e-mail address. The program sends nothing."),
        render_kw={"autocomplete": "off"},
    )

    def __init__(self, roles: Sequence[str], **given: Any) -> None:
        super().__init__(**given)
        self.role.choices = [SelectChoice(role, f"{ROLE_WORDS[role].name}: {ROLE_WORDS[role].does}") for role in roles]
