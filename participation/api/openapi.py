"""The description of the API as OpenAPI 3.0: every address that the reader may use, and all that each takes and gives."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.api.addresses import whole
from participation.api.asked import OF_ITEMS
from participation.api.documents import description, title
from participation.api.offered import Collection
from participation.api.openapi_parts import RESPONSES, SCHEMAS, parameters
from participation.api.reference_systems import offered
from participation.api.representation import OPENAPI, PAGE, PLAIN

Document = dict[str, Any]


def document(session: Session, collections: Iterable[Collection]) -> Document:
    """`collections`: those the reader may read; each has its own addresses."""
    paths = {
        "/": _get("getLandingPage", "capabilities", {"200": _ref("responses", "LandingPage")}),
        "/conformance": _get("getConformance", "capabilities", {"200": _ref("responses", "Conformance")}),
        "/api": _get("getApiDefinition", "capabilities", {"200": _gives({"type": "object"}, OPENAPI)}),
        "/collections": _get("getCollections", "capabilities", {"200": _ref("responses", "Collections")}),
    }
    for collection in collections:
        paths |= _of_collection(session, collection)
    return {
        "openapi": "3.0.3",
        "info": {"title": title(), "description": description(), "version": version("lokalkjent")},
        "servers": [{"url": whole("landing").rstrip("/")}],
        "tags": [{"name": "capabilities"}, {"name": "data"}],
        "paths": paths,
        "components": {
            "parameters": parameters(),
            "responses": RESPONSES,
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "tokenAsPassword": {"type": "http", "scheme": "basic"},
            },
        },
    }


def _of_collection(session: Session, collection: Collection) -> Document:
    at, name = f"/collections/{collection.id}", collection.id
    closed: Document = {} if collection.is_public else {"security": [{"token": []}, {"tokenAsPassword": []}]}
    answers = {"404": _ref("responses", "NotFound")} | (
        {} if collection.is_public else {"403": _ref("responses", "Forbidden")}
    )
    systems = [_system(each, collection) for each in ("crs", "bbox-crs")]
    filters = [_filter(column) for column in collection.source(session).columns if column.name not in OF_ITEMS]
    of_items = [_ref("parameters", each) for each in ("limit", "after", "bbox", "datetime")] + systems + filters
    feature_id = {"name": "featureId", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        at: _get(f"get-{name}", "data", {"200": _ref("responses", "Collection"), **answers}, **closed),
        f"{at}/items": _get(
            f"get-{name}-items", "data", {"200": _ref("responses", "Features"), **answers}, of_items, **closed
        ),
        f"{at}/items/{{featureId}}": _get(
            f"get-{name}-item",
            "data",
            {"200": _ref("responses", "Feature"), **answers},
            [feature_id, systems[0]],
            **closed,
        ),
    }


def _get(name: str, tag: str, answers: Document, parameters: Iterable[Document] = (), **more: Any) -> Document:
    everywhere = [_ref("parameters", "f"), _ref("parameters", "lang")]
    usual = {code: _ref("responses", told) for code, told in USUAL.items()}
    operation = {
        "operationId": name,
        "tags": [tag],
        "parameters": [*parameters, *everywhere],
        "responses": answers | usual,
    }
    return {"get": operation | more}


USUAL = {
    "304": "NotModified",
    "400": "BadRequest",
    "401": "Unauthorized",
    "406": "NotAcceptable",
    "429": "TooMany",
    "503": "Busy",
}


def _ref(sort: str, name: str) -> Document:
    return {"$ref": f"#/components/{sort}/{name}"}


def _gives(schema: Document, media_type: str = PLAIN) -> Document:
    page = {PAGE: {"schema": {"type": "string"}}}
    return {"description": "As asked for.", "content": {media_type: {"schema": schema}, **page}}


def _system(name: str, collection: Collection) -> Document:
    systems = offered(collection.project.crs)
    schema = {"type": "string", "format": "uri", "enum": systems, "default": systems[0]}
    told = _("The coordinate reference system that features come in.") if name == "crs" else _("That of bbox.")
    known = {"name": name, "in": "query", "required": False, "description": told, "schema": schema}
    return known | {"style": "form", "explode": False}


def _filter(column: Any) -> Document:
    return {
        "name": column.name,
        "in": "query",
        "required": False,
        "description": next(iter(column.headings.values()), column.name),
        "schema": {"type": "string"},
        "style": "form",
        "explode": False,
    }
