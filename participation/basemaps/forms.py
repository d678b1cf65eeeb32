"""Choosing which map to make ready, and how near one shall be able to look."""

from __future__ import annotations

from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from participation.basemaps.services import MOST_TILES
from participation.basemaps.source_kinds import Bounds, RasterSource
from participation.basemaps.tiles import count_tiles

FIRST_ZOOM = 6
DEPTHS = (14, 15, 16, 17, 18)
SUGGESTED = 17
BYTES_A_TILE = 18_000


class PrepareMapForm(FlaskForm):
    """`source` is an id among the given sources, `deepest` the last zoom."""

    source = SelectField(_l("Map"))
    deepest = RadioField(_l("How near"), coerce=int)

    def offer(self, sources: list[RasterSource], bounds: Bounds) -> None:
        """Fill in the choices for an area; more detail than may be fetched is left out."""
        self.source.choices = [SelectChoice(source.id, source.label) for source in sources]
        counts = {depth: count_tiles(bounds, range(FIRST_ZOOM, depth + 1)) for depth in DEPTHS}
        fitting = {depth: count for depth, count in counts.items() if count <= MOST_TILES}
        self.deepest.choices = [SelectChoice(depth, _described(depth, count)) for depth, count in fitting.items()]
        if self.deepest.data is None and fitting:
            self.deepest.data = min(SUGGESTED, max(fitting))


def _described(depth: int, tiles: int) -> str:
    names = {
        14: _("The neighbourhood"),
        15: _("Roads"),
        16: _("Streets and paths"),
        17: _("Houses"),
        18: _("As near as it goes"),
    }
    size = max(1, round(tiles * BYTES_A_TILE / 1e6))
    return _(
        "%(name)s: %(tiles)s tiles, about %(size)s MB",
        name=names[depth],
        tiles=format_decimal(tiles),
        size=format_decimal(size),
    )
