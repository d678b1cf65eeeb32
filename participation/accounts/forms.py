"""Signing in, and choosing a password."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField
from wtforms.validators import DataRequired, Length

from participation.accounts.services import SHORTEST_PASSWORD


class SignInForm(FlaskForm):
    """E-mail and password."""

    email = EmailField(
        _l("E-mail"),
        [DataRequired(_l("Write your e-mail address.")), Length(max=254)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _l("Password"),
        [DataRequired(_l("Write your password.")), Length(max=1000)],
        render_kw={"autocomplete": "current-password"},
    )


def new_password_field(label: LazyString) -> PasswordField:
    """A password to be chosen, with how long it must be."""
    return PasswordField(
        label,
        [
            DataRequired(_l("Choose a password.")),
            Length(
                SHORTEST_PASSWORD,
                1000,
                _l("Choose a password of at least 12 characters. A few words are easy to remember."),
            ),
        ],
        description=_l("At least 12 characters. A few words are easy to remember."),
        render_kw={"autocomplete": "new-password"},
    )


class NewPersonForm(FlaskForm):
    """The address and password of somebody new."""

    email = EmailField(
        _l("E-mail"),
        [DataRequired(_l("Write your e-mail address.")), Length(max=254)],
        render_kw={"autocomplete": "username"},
    )
    password = new_password_field(_l("Choose a password"))


class PasswordForm(FlaskForm):
    """The password there is, and the one instead."""

    current = PasswordField(
        _l("The password you have"),
        [DataRequired(_l("Write the password you have.")), Length(max=1000)],
        render_kw={"autocomplete": "current-password"},
    )
    new = new_password_field(_l("Choose a new password"))
