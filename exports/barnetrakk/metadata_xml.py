"""Metadata of a data set as XML: ISO 19115 in the encoding of ISO 19139, as Geonorge takes it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from exports.plain_text import plain_text

LISTS = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml"
SPACES = (
    'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:gmx="http://www.isotc211.org/2005/gmx" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
FORMATS = (("GML", "3.2.1"), ("GeoPackage", "1.3"))


@dataclass(frozen=True)
class Metadata:
    """`box`: west, south, east, north in degrees; `period`: the first and the last day of what is told of."""

    identifier: str
    title: str
    abstract: str
    purpose: str
    lineage: str
    organisation: str
    contact: str
    made_on: date
    period: tuple[date, date] | None
    box: tuple[float, float, float, float] | None
    epsg: int
    licence: str
    licence_address: str
    specification: str
    topic: str
    keywords: Sequence[str]


def as_xml(told: Metadata) -> str:
    """A document of its own."""
    parts = [
        _el("fileIdentifier", _string(told.identifier)),
        _el("language", _code("LanguageCode", "nor")),
        _el("characterSet", _code("MD_CharacterSetCode", "utf8")),
        _el("hierarchyLevel", _code("MD_ScopeCode", "dataset")),
        _el("contact", _party(told)),
        _el("dateStamp", _date(told.made_on)),
        _el("metadataStandardName", _string("ISO19115")),
        _el("metadataStandardVersion", _string("2003")),
        _el("referenceSystemInfo", _reference_system(told.epsg)),
        _el("identificationInfo", _identification(told)),
        _el("distributionInfo", _distribution()),
        _el("dataQualityInfo", _quality(told)),
    ]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<gmd:MD_Metadata {SPACES}>\n{"".join(parts)}</gmd:MD_Metadata>\n'


def _identification(told: Metadata) -> str:
    keywords = "".join(_el("keyword", _string(word)) for word in told.keywords)
    parts = [
        _el("citation", _citation(told.title, told.made_on, told.identifier)),
        _el("abstract", _string(told.abstract)),
        _el("purpose", _string(told.purpose)),
        _el("status", _code("MD_ProgressCode", "completed")),
        _el("pointOfContact", _party(told)),
        _el("resourceMaintenance", _el("MD_MaintenanceInformation", _frequency())),
        _el("descriptiveKeywords", _el("MD_Keywords", keywords)),
        _el("resourceConstraints", _constraints(told)),
        _el("spatialRepresentationType", _code("MD_SpatialRepresentationTypeCode", "vector")),
        _el("language", _code("LanguageCode", "nor")),
        _el("topicCategory", f"<gmd:MD_TopicCategoryCode>{told.topic}</gmd:MD_TopicCategoryCode>"),
        _el("extent", _el("EX_Extent", _box(told) + _period(told))),
    ]
    return _el("MD_DataIdentification", "".join(parts))


def _citation(title: str, made_on: date, identifier: str = "") -> str:
    when = _el("CI_Date", _el("date", _date(made_on)) + _el("dateType", _code("CI_DateTypeCode", "publication")))
    known = _el("identifier", _el("MD_Identifier", _el("code", _string(identifier)))) if identifier else ""
    return _el("CI_Citation", _el("title", _string(title)) + _el("date", when) + known)


def _party(told: Metadata) -> str:
    named = _el("organisationName", _string(told.organisation)) if told.organisation else ""
    reached = _el("contactInfo", _el("CI_Contact", _el("contactInstructions", _string(told.contact))))
    return _el(
        "CI_ResponsibleParty", named + (reached if told.contact else "") + _el("role", _code("CI_RoleCode", "owner"))
    )


def _frequency() -> str:
    return _el("maintenanceAndUpdateFrequency", _code("MD_MaintenanceFrequencyCode", "notPlanned"))


def _constraints(told: Metadata) -> str:
    anchor = f"<gmx:Anchor xlink:href={quoteattr(told.licence_address)}>{escape(told.licence)}</gmx:Anchor>"
    return _el(
        "MD_LegalConstraints",
        _el("useConstraints", _code("MD_RestrictionCode", "otherRestrictions")) + _el("otherConstraints", anchor),
    )


def _box(told: Metadata) -> str:
    if told.box is None:
        return ""
    west, south, east, north = (f"<gco:Decimal>{side}</gco:Decimal>" for side in told.box)
    sides = _el("westBoundLongitude", west) + _el("eastBoundLongitude", east)
    sides += _el("southBoundLatitude", south) + _el("northBoundLatitude", north)
    return _el("geographicElement", _el("EX_GeographicBoundingBox", sides))


def _period(told: Metadata) -> str:
    if told.period is None:
        return ""
    first, last = told.period
    ends = f"<gml:beginPosition>{first}</gml:beginPosition><gml:endPosition>{last}</gml:endPosition>"
    span = f'<gml:TimePeriod gml:id="period">{ends}</gml:TimePeriod>'
    return _el("temporalElement", _el("EX_TemporalExtent", _el("extent", span)))


def _reference_system(epsg: int) -> str:
    known = _el("code", _string(f"http://www.opengis.net/def/crs/EPSG/0/{epsg}"))
    return _el("MD_ReferenceSystem", _el("referenceSystemIdentifier", _el("RS_Identifier", known)))


def _distribution() -> str:
    each = (_el("name", _string(name)) + _el("version", _string(version)) for name, version in FORMATS)
    return _el("MD_Distribution", "".join(_el("distributionFormat", _el("MD_Format", one)) for one in each))


def _quality(told: Metadata) -> str:
    scope = _el("scope", _el("DQ_Scope", _el("level", _code("MD_ScopeCode", "dataset"))))
    lineage = _el("lineage", _el("LI_Lineage", _el("statement", _string(told.lineage))))
    return _el("DQ_DataQuality", scope + lineage)


def _el(name: str, content: str) -> str:
    return f"<gmd:{name}>{content}</gmd:{name}>"


def _string(text: str) -> str:
    return f"<gco:CharacterString>{escape(plain_text(text))}</gco:CharacterString>"


def _date(day: date) -> str:
    return f"<gco:Date>{day}</gco:Date>"


def _code(name: str, value: str) -> str:
    return f'<gmd:{name} codeList="{LISTS}#{name}" codeListValue="{value}">{value}</gmd:{name}>'
