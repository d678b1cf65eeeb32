"""The forms of tables with inhabitants."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from participation.projects.population.table import Table
from participation.projects.population.table_file import KINDS


class PopulationFileForm(FlaskForm):
    """A table without a map."""

    table = FileField(
        _l("Table with inhabitants"),
        [FileRequired(_l("Choose a file."))],
        description=_l(
            "CSV, Excel or JSON-stat with the code of each zone and how many live there, such as Statistics Norway's. "
            "At most 20\u00a0MB."
        ),
        render_kw={"accept": ",".join(KINDS)},
    )


class PopulationForm(FlaskForm):
    """Which zones and columns are meant. `accepted`: how many numbers the planner has seen."""

    kind = SelectField(_l("Kind of zones"))
    code_column = SelectField(_l("Column with the code"), coerce=int)
    number_column = SelectField(_l("Column with the inhabitants"), coerce=int)
    renumbered = SelectField(_l("The municipality's number"), default="")
    accepted = HiddenField()

    def offer(self, kinds: Sequence[str], table: Table) -> None:
        columns = [SelectChoice(number, name) for number, name in enumerate(table.columns)]
        self.kind.choices = [SelectChoice(kind) for kind in kinds]
        self.code_column.choices = self.number_column.choices = columns

    def offer_number(self, new: tuple[str, str] | None) -> None:
        """Of a municipality that was renumbered after the zones were drawn."""
        if new is None:
            self.renumbered.choices = [SelectChoice("", "")]
            return
        there, here = new
        self.renumbered.choices = [
            SelectChoice("", _("As it stands in the table: %(number)s", number=there)),
            SelectChoice("yes", _("%(there)s in the table is %(here)s in the zones", there=there, here=here)),
        ]
