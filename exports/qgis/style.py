"""A layer's style in QML: a rule for each symbol, another for what has none, and the fields' aliases."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from exports.qgis.symbol import symbol_layers
from exports.symbols import Symbol, Symbols
from exports.table import Kind

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
VERSION = "3.28.0"
TYPES: dict[Kind, str] = {"point": "marker", "line": "line", "area": "fill"}
OTHERS = Symbol((), "…", "circle", "#4b5563")


def style(kind: Kind, symbols: Symbols, aliases: Mapping[str, str]) -> str:
    """QML for a layer of one kind of geometry. `aliases`: what each field is called to people."""
    root = ET.Element("qgis", version=VERSION, styleCategories="Symbology|Fields")
    renderer = ET.SubElement(
        root, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0", forceraster="0"
    )
    rules = ET.SubElement(renderer, "rules", key=_key("rules"))
    drawn = ET.SubElement(renderer, "symbols")
    for number, symbol in enumerate([*symbols.symbols, OTHERS]):
        wanted = _filter(symbols.columns, symbol)
        ET.SubElement(rules, "rule", key=_key(number), symbol=str(number), filter=wanted, label=symbol.label)
        _draw(drawn, number, kind, symbol)
    _name(root, aliases)
    return DOCTYPE + ET.tostring(root, encoding="unicode")


def _filter(columns: tuple[str, ...], symbol: Symbol) -> str:
    """What rows the rule is for; what no other rule takes is for the one without values."""
    if not symbol.values:
        return "ELSE"
    pairs = zip(columns, symbol.values, strict=True)
    return " AND ".join(f"{_column(column)} = {_text(value)}" for column, value in pairs)


def _column(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("\\\\", "\\\\\\\\").replace("'", "''") + "'"


def _draw(parent: ET.Element, number: int, kind: Kind, symbol: Symbol) -> None:
    drawing = ET.SubElement(parent, "symbol", type=TYPES[kind], name=str(number), alpha="1", clip_to_extent="1")
    for name, options in symbol_layers(kind, symbol):
        layer = ET.SubElement(drawing, "layer", {"class": name, "enabled": "1", "locked": "0", "pass": "0"})
        several = ET.SubElement(layer, "Option", type="Map")
        for option, value in options.items():
            ET.SubElement(several, "Option", type="QString", name=option, value=value)


def _name(root: ET.Element, aliases: Mapping[str, str]) -> None:
    parent = ET.SubElement(root, "aliases")
    for index, (field, alias) in enumerate(aliases.items()):
        ET.SubElement(parent, "alias", index=str(index), field=field, name=alias)


def _key(what: object) -> str:
    """The same in every file, so that two files of the same data are the same."""
    return f"{{{uuid5(NAMESPACE_URL, f'lokalkjent:style:{what}')}}}"
