"""A file with registrations, and what its fields are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from participation.projects.file_forms import ReadingForm, area_file, field_choices
from participation.projects.files.georow import Row
from participation.projects.files.preview import Preview
from participation.projects.files.reading import Reading
from participation.registrations.own_fields import OwnFields, names_in, with_names
from participation.registrations.rows_of_files import LAYER, of_layers, with_own_texts
from participation.responses.registrations import Fields

# Words in the names of fields, the likelier first.
CATEGORY = ("kategori", "category", "klistremerke", "tema")
COMMENT = ("kommentar", "comment", "beskriv", "tekst", "merknad")
COUNT = ("antallbarn", "antall_barn", "antall", "tal_barn", "people", "count")
IDENTITY = ("lokalid", "uuid", "fid", "objid")


class RegistrationsFileForm(FlaskForm):
    """A file with registrations."""

    file = area_file(_l("File with registrations"), required=True)


class RegistrationFieldsForm(ReadingForm):
    """Which fields of an uploaded file are what."""

    category_field = SelectField(_l("Field with the category"), default="")
    category = StringField(
        _l("Or one category for all"),
        [Length(max=200)],
        description=_l("One of the questionnaire's categories, or a new name."),
        render_kw={"autocomplete": "off"},
    )
    comment_field = SelectField(_l("Field with what was said"), default="")
    count_field = SelectField(
        _l("Field with how many said it"), default="", description=_l("Without it each counts as one.")
    )
    id_field = SelectField(
        _l("Field that names each row"),
        default="",
        description=_l("By it a row that is taken in again is known, and counts once."),
    )
    respondent_field = SelectField(
        _l("Field that says who it is from"),
        default="",
        description=_l(
            "Rows with the same value are one person's, such as a child's places and roads. Without it each row counts as a "
            "person's own, in what is published too: five places of one child count as five children's."
        ),
    )
    all_layers = BooleanField(_l("Take in all layers of the file"), default=True)
    cut = BooleanField(_l("The home ends of the roads are cut already"))

    def know(self, names: Sequence[str], layers: Sequence[str], own: OwnFields) -> None:
        """The file's fields as choices, and those that are called as ours."""
        self.own = own
        of_layers = [SelectChoice(LAYER, _("The name of the layer"))] if len(layers) > 1 else []
        self.category_field.choices = [*of_layers, *field_choices(names, _("One for all"))]
        for choice in (self.comment_field, self.count_field, self.id_field, self.respondent_field):
            choice.choices = field_choices(names, _("None"))

    def validate_category(self, field: StringField) -> None:
        """Every row needs one."""
        if not self.category_field.data and not (field.data or "").strip():
            raise ValidationError(_("Choose the field with the category, or write one for all."))

    def fields(self) -> Fields:
        """What the planner said, and what the names of fields tell."""
        chosen = self.category_field.data or None
        said = Fields(
            None if chosen else (self.category.data or "").strip(),
            chosen,
            self.comment_field.data or None,
            self.count_field.data or None,
            self.id_field.data or self._no_id(),
            self.respondent_field.data or None,
            cut=bool(self.cut.data),
        )
        return with_names(said, self.own)

    def _no_id(self) -> str | None:
        """A field called id names the rows unless the planner chose that none does."""
        names = (str(choice.value) for choice in self.id_field.choices)
        return "" if self.id_field.raw_data and any(name.lower() == "id" for name in names) else None

    def rows(self, path: Path) -> list[Row]:
        """The rows of the layer that is chosen, or of all."""
        said = self.reading()
        if self.own.are_ours and path.suffix == ".csv":
            return with_own_texts(said.rows(path))
        layers = [str(choice.value) for choice in self.layer.choices]
        if len(layers) < 2:
            return list(said.rows(path))
        wanted = layers if self.all_layers.data else [said.layer or layers[0]]
        return of_layers(wanted, lambda name: Reading(name, said.system, said.mend).rows(path))


def names_of(seen: Preview) -> list[str]:
    """The file's fields: of several layers also those that are empty in the one that is looked at."""
    return names_in(seen.rows) if len(seen.layers) > 1 else list(seen.fields)


def guesses(seen: Preview, own: OwnFields) -> dict[str, str | None]:
    """Of each of the form's fields, which of the file's it probably is; our own names first."""
    fixed, by_layer = own.fixed, LAYER if len(seen.layers) > 1 else ""
    return {
        "category_field": fixed.get("category") or seen.guess(*CATEGORY) or by_layer or seen.guess("type") or "",
        "comment_field": fixed.get("comment") or seen.guess(*COMMENT) or "",
        "count_field": fixed.get("people") or seen.guess(*COUNT) or "",
        "id_field": fixed.get("id") or seen.guess(*IDENTITY) or "",
        "respondent_field": fixed.get("response", "") if own.are_ours else "",
    }
