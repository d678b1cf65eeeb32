"""What a new project is like, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Length

from participation.projects.models import Project


class CopyForm(FlaskForm):
    """A new project like another."""

    like = SelectField(_l("Like this project"))
    name = StringField(_l("Name of the new one"), [DataRequired(_l("Give the project a name.")), Length(max=200)])

    def __init__(self, known: Sequence[Project], **values: Any) -> None:
        super().__init__(**values)
        self.like.choices = [(one.slug, one.name) for one in known]
