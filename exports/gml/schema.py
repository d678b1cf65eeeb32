"""The schema of a GML file, which stands beside it under the same name: a program that reads both takes 0301 for a code.

Without it, readers guess that a column of digits alone holds numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from exports.plain_text import plain_text
from exports.table import Column, Kind

OURS = "urn:x-lokalkjent:gml:1"
SUFFIX = ".xsd"
TYPES = {
    "integer": "xs:long",
    "decimal": "xs:double",
    "date": "xs:date",
    "datetime": "xs:dateTime",
    "boolean": "xs:boolean",
}
# By the kind of geometry, its type, and what GDAL reads behind it: else it takes an area for one with curved sides.
GEOMETRIES: dict[Kind, tuple[str, str]] = {
    "point": ("gml:PointPropertyType", ""),
    "line": ("gml:CurvePropertyType", " <!-- restricted to LineString -->"),
    "area": ("gml:SurfacePropertyType", " <!-- restricted to Polygon -->"),
}
ANY_GEOMETRY = ("gml:GeometryPropertyType", "")
OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<xs:schema targetNamespace="{ours}" xmlns:lk="{ours}" xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" version="1.0">
<xs:import namespace="http://www.opengis.net/gml/3.2" schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
<xs:element name="FeatureCollection" type="lk:FeatureCollectionType" substitutionGroup="gml:AbstractFeature"/>
<xs:complexType name="FeatureCollectionType"><xs:complexContent><xs:extension base="gml:AbstractFeatureType">
  <xs:sequence minOccurs="0" maxOccurs="unbounded">
    <xs:element name="featureMember"><xs:complexType><xs:complexContent>
      <xs:extension base="gml:AbstractFeatureMemberType"><xs:sequence><xs:element ref="gml:AbstractFeature"/></xs:sequence></xs:extension>
    </xs:complexContent></xs:complexType></xs:element>
  </xs:sequence>
</xs:extension></xs:complexContent></xs:complexType>
"""
FEATURE = """<xs:element name="{name}" type="lk:{name}_Type" substitutionGroup="gml:AbstractFeature"/>
<xs:complexType name="{name}_Type"><xs:complexContent><xs:extension base="gml:AbstractFeatureType"><xs:sequence>
{members}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
"""
CLOSING = "</xs:schema>\n"


class Drawn(NamedTuple):
    """What the features of an element have for a geometry. `several`: some are of several parts."""

    kind: Kind | None
    several: bool = False


def schema(elements: Mapping[str, Drawn], crs: str, columns: Sequence[Column], headings: Sequence[str]) -> str:
    """`elements`: by the name of the features of a kind; `crs`: as geometries name it. `headings`: what people call the columns."""
    fields = "".join(_field(column, heading) for column, heading in zip(columns, headings, strict=True))
    features = (FEATURE.format(name=name, members=fields + _geometry(drawn, crs)) for name, drawn in elements.items())
    return "".join([OPENING.format(ours=OURS), *features, CLOSING])


def _field(column: Column, heading: str) -> str:
    kind = "xs:string" if column.mixed else TYPES.get(column.kind, "xs:string")
    told = f"<xs:annotation><xs:documentation>{escape(plain_text(heading))}</xs:documentation></xs:annotation>"
    return f'  <xs:element name="{column.name}" type="{kind}" nillable="true" minOccurs="0">{told}</xs:element>\n'


def _geometry(drawn: Drawn, crs: str) -> str:
    if drawn.kind is None:
        return ""
    kind, restricted = ANY_GEOMETRY if drawn.several else GEOMETRIES[drawn.kind]
    # GDAL takes the coordinate reference system from here as well: it asks no geometry.
    return f'  <xs:element name="geom" type="{kind}" minOccurs="0"/>{restricted}<!-- srsName="{crs}" -->\n'
