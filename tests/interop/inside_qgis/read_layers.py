"""Argument: a file. Tells of each layer what QGIS makes of it."""

from headless import features_of, layers_of, tell
from qgis.core import QgsWkbTypes


def read_layers(path):
    return [described(layer) for layer in layers_of(path)]


def described(layer):
    return {
        "name": layer.name(),
        "kind": QgsWkbTypes.displayString(layer.wkbType()),
        "crs": layer.crs().authid(),
        "aliases": {field.name(): layer.attributeDisplayName(at) for at, field in enumerate(layer.fields())},
        "features": features_of(layer),
        "legend": list(legend(layer.renderer().rootRule())) if is_drawn_by_rules(layer) else None,
    }


def is_drawn_by_rules(layer):
    return bool(layer.renderer()) and layer.renderer().type() == "RuleRenderer"


def legend(rule):
    for each in rule.children():
        yield {"label": each.label(), "parts": parts(each.symbol()), "under": list(legend(each))}


def parts(symbol):
    """Of each layer of a symbol: what it is, its colour, the shape of a marker, the dashes of a line."""
    return [
        {
            "type": part.layerType(),
            "colour": part.color().name(),
            "shape": part.properties().get("name"),
            "dashes": part.properties().get("customdash") if part.properties().get("use_custom_dash") == "1" else None,
            "inner": parts(part.subSymbol()) if part.subSymbol() else [],
        }
        for part in (symbol.symbolLayers() if symbol else [])
    ]


tell(read_layers)
