"""What the description of the API says in many places: parameters, answers and their schemas, as the standard has them."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from participation.api.asked import MOST, USUAL
from participation.api.representation import GEOJSON, PAGE, PLAIN
from participation.catalogues import PLANNERS, languages
from participation.problem_details import TYPE

Document = dict[str, Any]


def _query(name: str, schema: Document, description: str) -> Document:
    known = {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
    return known | {"style": "form", "explode": False}


def _given(description: str, schema: str, media_type: str = PLAIN) -> Document:
    told = {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}, PAGE: {"schema": {"type": "string"}}}
    return {"description": description, "content": told}


def _problem(description: str) -> Document:
    told = {TYPE: {"schema": {"$ref": "#/components/schemas/exception"}}, PAGE: {"schema": {"type": "string"}}}
    return {"description": description, "content": told}


def _object(required: list[str], **properties: Document) -> Document:
    # An empty list is none in OpenAPI 3.0.
    return {"type": "object", **({"required": required} if required else {}), "properties": properties}


def _list(schema: Document | str) -> Document:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"} if isinstance(schema, str) else schema}


TEXT: Document = {"type": "string"}
WHOLE: Document = {"type": "integer", "minimum": 0}
ADDRESS: Document = {"type": "string", "format": "uri"}
MOMENT: Document = {"type": "string", "format": "date-time"}


def parameters() -> Document:
    """Those that are the same for every collection, told of in the reader's language."""
    whole = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
    numbers = [{"minItems": count, "maxItems": count} for count in (4, 6)]
    box = {"type": "array", "oneOf": numbers, "items": {"type": "number"}}
    spoken = {"type": "string", "enum": list(languages(PLANNERS))}
    told: dict[str, tuple[Document, str]] = {
        "limit": (whole, _("How many features a page has at most. More than the maximum is taken as the maximum.")),
        "bbox": (
            box,
            _("Only features that have a part in this box: four numbers in the order of the axes of bbox-crs.")
            + " "
            + _("It lies across the date line where the first is greater than the third."),
        ),
        "datetime": (
            TEXT,
            _("Only features of a week that has a part in this moment or stretch (RFC 3339, “..” for an open end).")
            + " "
            + _("Features without a time are in each."),
        ),
        "after": (TEXT, _("Where the page begins: follow the link “next”.")),
        "f": ({"type": "string", "enum": ["json", "html"]}, _("JSON or a page, whatever Accept says.")),
        "lang": (spoken, _("The language of titles and labels, whatever Accept-Language says.")),
    }
    return {name: _query(name, schema, description) for name, (schema, description) in told.items()}


RESPONSES: Document = {
    "LandingPage": _given("Links to everything.", "landingPage"),
    "Conformance": _given("The conformance classes.", "confClasses"),
    "Collections": _given("The collections that may be read.", "collections"),
    "Collection": _given("What the collection holds.", "collection"),
    "Features": _given("A page of features.", "featureCollectionGeoJSON", GEOJSON),
    "Feature": _given("One feature.", "featureGeoJSON", GEOJSON),
    "NotModified": {"description": "As it was when the ETag in If-None-Match was given."},
    "BadRequest": _problem("A parameter is not known, or has a value that it cannot have."),
    "Unauthorized": _problem("A token is needed, or this one does not work."),
    "Forbidden": _problem("The token is not to this."),
    "NotFound": _problem("There is no such thing."),
    "NotAcceptable": _problem("There is only JSON and HTML."),
    "TooMany": _problem("Too many wrong tokens from this network. Retry-After says when to come back."),
    "Busy": _problem("The server has a lot to do. Retry-After says when to come back."),
}

LINK = _object(["href", "rel"], href=ADDRESS, rel=TEXT, type=TEXT, title=TEXT)
BOX: Document = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
END: Document = {"type": "string", "format": "date-time", "nullable": True}
SPATIAL = _object([], bbox=_list(BOX), crs=ADDRESS)
TEMPORAL = _object([], interval=_list({"type": "array", "items": END, "minItems": 2, "maxItems": 2}), trs=ADDRESS)
GEOMETRY = {**_object(["type", "coordinates"], type=TEXT, coordinates={"type": "array", "items": {}}), "nullable": True}
FEATURE = _object(
    ["type", "geometry", "properties"],
    type={"type": "string", "enum": ["Feature"]},
    id={"oneOf": [TEXT, {"type": "integer"}]},
    geometry={"$ref": "#/components/schemas/geometryGeoJSON"},
    properties={"type": "object", "nullable": True},
    links=_list("link"),
)

SCHEMAS: Document = {
    "link": LINK,
    "landingPage": _object(["links"], title=TEXT, description=TEXT, links=_list("link")),
    "confClasses": _object(["conformsTo"], conformsTo=_list(TEXT), links=_list("link")),
    "extent": _object([], spatial=SPATIAL, temporal=TEMPORAL),
    "collection": _object(
        ["id", "links"],
        id=TEXT,
        title=TEXT,
        description=TEXT,
        links=_list("link"),
        extent={"$ref": "#/components/schemas/extent"},
        itemType=TEXT,
        crs=_list(ADDRESS),
        storageCrs=ADDRESS,
    ),
    "collections": _object(["links", "collections"], links=_list("link"), collections=_list("collection")),
    "geometryGeoJSON": GEOMETRY,
    "featureGeoJSON": FEATURE,
    "featureCollectionGeoJSON": _object(
        ["type", "features"],
        type={"type": "string", "enum": ["FeatureCollection"]},
        features=_list("featureGeoJSON"),
        links=_list("link"),
        timeStamp=MOMENT,
        numberMatched=WHOLE,
        numberReturned=WHOLE,
    ),
    "exception": _object(["code"], code=TEXT, description=TEXT, title=TEXT, status=WHOLE, detail=TEXT),
}
