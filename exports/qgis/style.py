"""A layer's style in QML: rules that draw our symbols, one more for what has none, and the fields' aliases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from exports.qgis.rules import ELSE, Rule, rules
from exports.qgis.symbol import Part, parts
from exports.symbols import Symbol
from exports.table import Kind

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
VERSION = "3.22.0"
TYPES: dict[Kind, str] = {"point": "marker", "line": "line", "area": "fill"}
GREY = "#4b5563"


class Style:
    """Of a layer or a table; what it is made of is added to it."""

    def __init__(self) -> None:
        self.root = ET.Element("qgis", version=VERSION, styleCategories="Symbology|Fields")

    def text(self) -> str:
        """It as QGIS keeps it."""
        return DOCTYPE + ET.tostring(self.root, encoding="unicode")

    def draw(self, kind: Kind, columns: Sequence[str], symbols: Sequence[Symbol], otherwise: str) -> None:
        """Geometries of one kind by `symbols`; `otherwise`: what rows without one are called."""
        renderer = ET.SubElement(
            self.root, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0", forceraster="0"
        )
        others = Rule(ELSE, otherwise, Symbol((None,), (otherwise,), "circle", GREY))
        tree = ET.SubElement(renderer, "rules", key=_key("rules"))
        drawn = ET.SubElement(renderer, "symbols")
        _add_rules(tree, drawn, kind, [*rules(columns, symbols), others], "")

    def name(self, aliases: Mapping[str, str]) -> None:
        """`aliases`: what each field, in their order, is called to people."""
        parent = ET.SubElement(self.root, "aliases")
        for index, (field, alias) in enumerate(aliases.items()):
            ET.SubElement(parent, "alias", index=str(index), field=field, name=alias)


def _add_rules(tree: ET.Element, drawn: ET.Element, kind: Kind, several: Iterable[Rule], path: str) -> None:
    for number, rule in enumerate(several):
        place = f"{path}/{number}"
        made = ET.SubElement(tree, "rule", key=_key(place), filter=rule.wanted, label=rule.label)
        if rule.symbol:
            name = str(len(drawn))
            made.set("symbol", name)
            _add_symbol(drawn, name, TYPES[kind], parts(kind, rule.symbol))
        _add_rules(made, drawn, kind, rule.rules, place)


def _add_symbol(parent: ET.Element, name: str, symbol_type: str, layers: Sequence[Part]) -> None:
    drawing = ET.SubElement(parent, "symbol", type=symbol_type, name=name, alpha="1", clip_to_extent="1")
    for number, part in enumerate(layers):
        layer = ET.SubElement(drawing, "layer", {"class": part.name, "enabled": "1", "locked": "0", "pass": "0"})
        several = ET.SubElement(layer, "Option", type="Map")
        for option, value in part.options.items():
            ET.SubElement(several, "Option", type="QString", name=option, value=value)
        if part.inner:
            _add_symbol(layer, f"@{name}@{number}", TYPES["point"], part.inner)


def _key(what: object) -> str:
    """The same in every file, so that two files of the same data are the same."""
    return f"{{{uuid5(NAMESPACE_URL, f'lokalkjent:style:{what}')}}}"
