"""The forms of a phase and of a contact person."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, DateField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp, ValidationError


class PhaseForm(FlaskForm):
    """A stretch of the project's time."""

    name = StringField(_l("Name"), [DataRequired(_l("Give the phase a name.")), Length(max=200)])
    starts_on = DateField(_l("First day"), [InputRequired(_l("Choose the first day."))])
    ends_on = DateField(_l("Last day"), [Optional()], description=_l("Empty means a single day."))
    description = TextAreaField(_l("What happens then"), [Length(max=2000)])

    def validate_ends_on(self, field: DateField) -> None:
        """The last day is not before the first."""
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(_l("The last day is before the first. Choose a later one."))


class ContactForm(FlaskForm):
    """Somebody to talk to."""

    name = StringField(_l("Name"), [DataRequired(_l("Write the name.")), Length(max=200)])
    role = StringField(_l("What they do"), [Length(max=200)], description=_l("Such as area coordinator."))
    phone = StringField(_l("Phone"), [Length(max=40)])
    email = StringField(
        _l("E-mail"),
        [Optional(), Length(max=254), Regexp(r"[^@\s]+@[^@\s]+\.[^@\s]+$", message=_l("Write an e-mail address."))],
    )
    hours = TextAreaField(
        _l("Where and when to meet them"),
        [Length(max=1000)],
        description=_l("Such as: the library, Tuesdays 12–15."),
    )
    photo = FileField(
        _l("Photo"),
        description=_l("JPEG, PNG or WebP. Ask the person first."),
        render_kw={"accept": ".jpg,.jpeg,.png,.webp"},
    )
    without_photo = BooleanField(_l("Take the photo away"))
