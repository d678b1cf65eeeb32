"""OGC API – Features under /ogc: where other programs read layers, and pages that say the same to people."""

from __future__ import annotations

import flask

from participation.accounts.access import bearer_link, public
from participation.api import access, documents, items, openapi
from participation.api.addresses import whole
from participation.api.answers import made, open_to_other_sites
from participation.api.asked import EVERYWHERE, refuse_unknown
from participation.api.representation import OPENAPI, given, wanted
from participation.audit.acts import Act
from participation.audit.recording import reads
from participation.database import reading
from participation.extensions import db
from participation.unchanged import keeps_readings

blueprint = flask.Blueprint("api", __name__, url_prefix="/ogc")
blueprint.after_request(open_to_other_sites)


@blueprint.get("/")
@public
@made
def landing() -> flask.Response:
    """The landing page: links to the rest."""
    refuse_unknown(*EVERYWHERE)
    document = documents.landing(wanted())
    return given(
        document, lambda: flask.render_template("ogc/landing.html", document=document, address=whole("landing"))
    )


@blueprint.get("/conformance")
@public
@made
def conformance() -> flask.Response:
    """Which parts of the standard this follows."""
    refuse_unknown(*EVERYWHERE)
    document = documents.conformance(wanted())
    return given(document, lambda: flask.render_template("ogc/conformance.html", document=document))


@blueprint.get("/api")
@public
@keeps_readings
@made
def definition() -> flask.Response:
    """What can be asked for, and what comes."""
    refuse_unknown(*EVERYWHERE)
    with reading(db) as session:
        document = openapi.document(session, access.readable(session))
    return given(document, lambda: flask.render_template("ogc/api.html", document=document), OPENAPI)


@blueprint.get("/collections")
@public
@keeps_readings
@made
def collections() -> flask.Response:
    """The collections that the reader may read."""
    refuse_unknown(*EVERYWHERE)
    with reading(db) as session:
        found = access.readable(session)
        document = documents.collections(session, found, wanted())
    return given(document, lambda: flask.render_template("ogc/collections.html", document=document))


@blueprint.get("/collections/<collection_id>")
@bearer_link("token")
@keeps_readings
@made
def collection(collection_id: str) -> flask.Response:
    """What one of them holds; it is open without a token where it is published."""
    with reading(db) as session:
        found = access.collection_at(session, collection_id)
        refuse_unknown(*EVERYWHERE)
        document = documents.collection(session, found, wanted())
    return given(document, lambda: flask.render_template("ogc/collection.html", document=document))


@blueprint.get("/collections/<collection_id>/items", endpoint="items")
@bearer_link("token")
@keeps_readings
@reads(Act.API_READ)
@made
def features(collection_id: str) -> flask.Response:
    """Its features, a page at a time."""
    with reading(db) as session:
        found = access.collection_at(session, collection_id)
        answer = items.part(session, found)
        read = (found.id, found.activity.id if found.activity else None)
    access.note(*read)
    return answer


@blueprint.get("/collections/<collection_id>/items/<feature_id>")
@bearer_link("token")
@reads(Act.API_READ)
@made
def item(collection_id: str, feature_id: str) -> flask.Response:
    """One feature."""
    with reading(db) as session:
        found = access.collection_at(session, collection_id)
        answer = items.one(session, found, feature_id)
        read = (found.id, found.activity.id if found.activity else None)
    access.note(*read)
    return answer
