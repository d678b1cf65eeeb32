"""The forms of map layers."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from participation.activities.models import Activity
from participation.map_layers.images.kept import KINDS
from participation.map_layers.images.whereabouts import Whereabouts
from participation.map_layers.models import IMAGE, MapLayer
from participation.projects.file_forms import ReadingForm, area_file, epsg_field
from participation.projects.files.systems import COMMON, PLANS

# Dark enough to be seen on a light map and on an aerial photo; a white edge goes around each.
COLOURS = (
    ("#0b3c7d", _l("Blue")),
    ("#00664f", _l("Green")),
    ("#b3261e", _l("Red")),
    ("#6b2f8a", _l("Purple")),
    ("#8a4b00", _l("Brown")),
    ("#16294a", _l("Black")),
)
OPACITIES = (("100", _l("Covers the map")), ("80", _l("A little see-through")), ("50", _l("Half see-through")))


def called() -> StringField:
    return StringField(
        _l("Name"),
        [DataRequired(_l("Give the layer a name.")), Length(max=80)],
        description=_l("Respondents read it, such as “The new road”."),
    )


class LayerFileForm(FlaskForm):
    """A file with places, lines or areas."""

    file = area_file(_l("File with a map layer"), required=True)


class DrawingForm(FlaskForm):
    """A drawing with its place."""

    drawing = FileField(
        _l("Plan drawing"),
        [FileRequired(_l("Choose an image."))],
        description=_l("GeoTIFF, or PNG, JPEG or TIFF with a world file. At most 20\u00a0MB together."),
        render_kw={"accept": ",".join(KINDS)},
    )
    world = FileField(
        _l("World file"),
        description=_l("Only when the image does not say where it lies (.tfw, .jgw or .pgw)."),
        render_kw={"accept": ".tfw,.jgw,.pgw,.wld,.tifw,.jpgw,.pngw"},
    )


class DrawingLookForm(FlaskForm):
    """Where a drawing lies, and what it is called. `seen`: the system that the map showed it in."""

    name = called()
    crs = SelectField(_l("Coordinate system"), default="")
    epsg = epsg_field()
    seen = HiddenField()

    def offer(self, found: Whereabouts) -> None:
        """The systems it may be in; chosen is the one that the map shows."""
        here = [found.system] if found.system else []
        said = _("As the file says: %(name)s", name=found.said.label) if found.said else _("The file does not say")
        known = dict.fromkeys([*here, *found.offers, *COMMON, *PLANS])
        self.crs.choices = [SelectChoice("", said), *(SelectChoice(one.code, one.label) for one in known)]
        if not self.epsg.errors:
            self.crs.data = self.seen.data = found.system.code if found.system else ""
            self.epsg.data = ""


class LayerFieldsForm(ReadingForm):
    """What an uploaded file becomes."""

    name = called()
    label_field = SelectField(_l("Written beside each"), default="")


class LayerForm(FlaskForm):
    """How a layer looks, and who sees it."""

    name = called()
    colour = SelectField(_l("Colour"), [Regexp(r"#[0-9a-f]{6}")], choices=[SelectChoice(*one) for one in COLOURS])
    label_field = SelectField(_l("Written beside each"), default="")
    opacity = SelectField(_l("How much it covers"), choices=[SelectChoice(*one) for one in OPACITIES], coerce=str)
    attribution = StringField(
        _l("Source"), [Length(max=200)], description=_l("Stands on the map, such as “© Bergen kommune”.")
    )
    shown_in = SelectMultipleField(
        _l("Shown to those who answer"),
        coerce=int,
        widget=ListWidget(),
        option_widget=CheckboxInput(),
        description=_l("Planners see every layer. Choose the activities whose respondents see this one."),
    )

    def offer(self, layer: MapLayer, fields: Sequence[str], activities: Sequence[Activity]) -> None:
        """The choices of this layer; an image has neither colour nor labels."""
        self.label_field.choices = [SelectChoice("", _("Nothing")), *(SelectChoice(name) for name in fields)]
        self.shown_in.choices = [SelectChoice(one.id, one.title) for one in activities]
        if layer.kind == IMAGE:
            del self.colour, self.label_field
