"""The form of the mapping: a feature type and a code for each category, by fields that are named after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, Form, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, Regexp, ValidationError

from exports.barnetrakk.specification import FEATURE_TYPES
from participation.barnetrakk.mapping import Asked, Chosen, Meant, OfCategory
from participation.barnetrakk.wording import type_names


class MappingForm(FlaskForm):
    municipality_number = StringField(
        _l("Municipality number"),
        [Optional(), Regexp(r"^[0-9]{4}\Z", message=_l("Write the four digits, such as 4601, or nothing."))],
        filters=[lambda number: number and number.strip()],
        description=_l("Four digits. It stands with each hexagon."),
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )


@dataclass(frozen=True)
class CodeOf:
    """A code belongs to a list, which not every feature type has."""

    feature_type: str

    def __call__(self, form: Form, field: Field) -> None:
        if field.data and not FEATURE_TYPES.get(form[self.feature_type].data or ""):
            raise ValidationError(_("This has no code list that we know of. Leave the code empty."))


def form_of(chosen: Chosen, asked: Mapping[OfCategory, Asked], language: str) -> MappingForm:
    """The form, filled with what is chosen or with what was sent."""
    fields: dict[str, object] = {}
    for key, meant in chosen.meant.items():
        named = asked[key].label_in(language)
        choices = [SelectChoice("", _("Not in the product")), *(SelectChoice(*one) for one in type_names().items())]
        fields[name_of(key, "type")] = SelectField(named, choices=choices, default=meant.feature_type)
        fields[name_of(key, "code")] = _code(key, meant, named)
    made: MappingForm = type("FilledForm", (MappingForm,), fields)(
        data={"municipality_number": chosen.municipality_number}
    )
    return made


def name_of(key: OfCategory, part: str) -> str:
    """What a field of the category is called."""
    return f"{part}-{key.question}-{key.category}"


def rows(
    form: MappingForm, asked: Mapping[OfCategory, Asked], language: str
) -> Iterator[tuple[str, Asked, Field, Field]]:
    """The question, the category and its two fields."""
    for key, one in asked.items():
        yield one.question.label_in(language), one, form[name_of(key, "type")], form[name_of(key, "code")]


def chosen_in(form: MappingForm, asked: Mapping[OfCategory, Asked]) -> Chosen:
    """What a valid form says; what has been asked since it was shown keeps its default."""
    known = [key for key in asked if name_of(key, "type") in form]
    meant = {key: Meant(form[name_of(key, "type")].data, form[name_of(key, "code")].data.strip()) for key in known}
    return Chosen(meant, form.municipality_number.data or "")


def _code(key: OfCategory, meant: Meant, named: str) -> StringField:
    written = Regexp(r"^\s*[^<>&\"\s]+\s*\Z", message=_("Write the code as the code list has it, without spaces."))
    return StringField(
        _("Code of “%(category)s”", category=named),
        [Optional(), Length(max=80), written, CodeOf(name_of(key, "type"))],
        default=meant.code,
        render_kw={"autocomplete": "off"},
    )
