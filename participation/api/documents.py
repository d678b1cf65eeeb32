"""The documents of the API as JSON: landing page, conformance, collections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.api.addresses import Link, link, this, whole
from participation.api.offered import Collection
from participation.api.reference_systems import CRS84, offered
from participation.api.representation import GEOJSON, OPENAPI, PAGE, PLAIN
from participation.api.times import Stretch
from participation.api.written import moment

Document = dict[str, Any]
PART_1, PART_2 = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/",
)
CLASSES = [*(f"{PART_1}{name}" for name in ("core", "geojson", "html", "oas30")), f"{PART_2}crs"]
LICENCE = "https://data.norge.no/nlod/no/2.0"
DEGREES, GREGORIAN = CRS84, "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"


def landing(form: str) -> Document:
    """Where everything is."""
    links = [
        *this(form),
        link(
            "service-desc", whole("definition", f="json"), OPENAPI, _("What the API can do, for programs (OpenAPI 3.0)")
        ),
        link("service-doc", whole("definition", f="html"), PAGE, _("What the API can do, for people")),
        link("conformance", whole("conformance"), PLAIN, _("Which parts of the standard it follows")),
        link("data", whole("collections"), PLAIN, _("The layers")),
    ]
    return {"title": title(), "description": description(), "links": links}


def title() -> str:
    return _("Layers from Lokalkjent")


def description() -> str:
    return _(
        "Places that children and residents have told of, and the zones of projects, as layers of other programs such as "
        "QGIS and ArcGIS. What is published is open; the rest needs a token, which a planner makes in the project."
    )


def conformance(form: str) -> Document:
    """The conformance classes."""
    return {"conformsTo": CLASSES, "links": this(form)}


def collections(session: Session, found: Sequence[Collection], form: str) -> Document:
    """All that the reader may read."""
    return {"links": this(form), "collections": [collection(session, one) for one in found]}


def collection(session: Session, one: Collection, form: str | None = None) -> Document:
    """One of them; `form`: given where it stands alone."""
    own = this(form) if form else [link("self", whole("collection", collection_id=one.id), PLAIN, one.title)]
    links = [*own, *_links_to_items(one), *_licence(one)]
    return {
        "id": one.id,
        "title": one.title,
        "description": str(one.sort.description),
        "links": links,
        "extent": _extent(session, one),
        "itemType": "feature",
        "crs": offered(one.project.crs),
        "storageCrs": CRS84,
    }


def _links_to_items(one: Collection) -> list[Link]:
    return [
        link("items", whole("items", collection_id=one.id, f="json"), GEOJSON, _("The places as GeoJSON")),
        link("items", whole("items", collection_id=one.id, f="html"), PAGE, _("The places as a page")),
    ]


def _licence(one: Collection) -> list[Link]:
    if one.sort.is_full:
        return []
    return [link("license", LICENCE, PAGE, _("Norwegian Licence for Open Government Data (NLOD) 2.0"))]


def _extent(session: Session, one: Collection) -> Document:
    bounds, time = one.bounds(session), one.time(session)
    extent: Document = {}
    if bounds is not None:
        extent["spatial"] = {"bbox": [bounds], "crs": DEGREES}
    if time is not None:
        extent["temporal"] = {"interval": [_interval(time)], "trs": GREGORIAN}
    return extent


def _interval(time: Stretch) -> list[str | None]:
    return [moment(end) if end else None for end in time]
