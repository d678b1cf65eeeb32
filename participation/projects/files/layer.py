"""Which layer of a file that has several is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from participation.errors import Refused

Layers = Sequence[tuple[str, str | None]]


@dataclass(frozen=True)
class Layer:
    """Which layer of a file that has several: the one with this name, or the only one (of polygons when `areas`)."""

    name: str | None = None
    areas: bool = False

    def may_be(self, kind: str) -> bool:
        """Whether a layer with this kind of geometry can be meant."""
        return not self.areas or "Polygon" in kind or kind in ("Unknown", "GeometryCollection")


ONLY = Layer()


def those_that_fit(layers: Layers, layer: Layer) -> tuple[str, ...]:
    """Names of those that may be meant; all where none may. A table without geometry, such as QGIS's styles, is no layer."""
    there = tuple(name for name, kind in layers if kind)
    return tuple(name for name, kind in layers if kind and layer.may_be(kind)) or there


def the_one(layers: Layers, layer: Layer) -> str:
    """The layer to read. Tables beside it, such as QGIS's styles, have no geometry and are no layers."""
    there = {name: kind for name, kind in layers if kind}
    fitting = [name for name, kind in there.items() if layer.may_be(kind)]
    if layer.name is not None:
        fitting = [name for name in there if name == layer.name]
    elif len(there) == 1:
        fitting = list(there)
    if len(fitting) == 1:
        return fitting[0]
    if not there:
        raise Refused(_("The file has no geometry."))
    names = ", ".join(fitting or there)
    if layer.name is not None:
        raise Refused(_("The file has no layer “%(layer)s”. It has: %(names)s.", layer=layer.name, names=names))
    if not fitting:
        raise Refused(_("The file has no polygons. Its layers are: %(names)s.", names=names))
    message = _(
        "The file has several layers: %(names)s. Say which one you mean with --layer, or save it in a file of its own.",
        names=names,
    )
    raise Refused(message)
