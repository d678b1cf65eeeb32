"""The features of a collection: a part of them, or one."""

from __future__ import annotations

from typing import Any

import flask
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from exports.lots import Row
from participation.api import written
from participation.api.addresses import Link, again, link, this, whole
from participation.api.asked import EVERYWHERE, OF_ITEMS, Asked, asked, crs, refuse_unknown
from participation.api.offered import Collection
from participation.api.reference_systems import System, into, offered
from participation.api.representation import GEOJSON, HTML, PAGE, wanted
from participation.api.sources.source import Part, Source
from participation.clock import now


def part(session: Session, collection: Collection) -> flask.Response:
    """What the address asks for."""
    form, source = wanted(GEOJSON), collection.source(session)
    names = [column.name for column in source.columns if column.name not in OF_ITEMS]
    question = asked(names, offered(collection.project.crs))
    found = source.part(question)
    links = _links(collection, form, found)
    if form == HTML:
        return flask.make_response(_page(collection, source, found, links, question))
    features = written.features(source.columns, found.lots, question.system)
    head: dict[str, Any] = {"links": links, "numberReturned": len(features)}
    if found.matched is not None:
        head["numberMatched"] = found.matched
    return _geojson(features, head, question.system)


def one(session: Session, collection: Collection, identity: str) -> flask.Response:
    """One feature; a missing one is a 404."""
    form, source = wanted(GEOJSON), collection.source(session)
    refuse_unknown("crs", *EVERYWHERE)
    system = crs("crs", offered(collection.project.crs))
    found = source.one(identity)
    if found is None:
        raise NotFound
    links = [*this(form, GEOJSON), _to_collection(collection)]
    if form == HTML:
        page = flask.render_template(
            "ogc/item.html",
            collection=collection,
            columns=source.columns,
            row=found.rows()[0],
            identity=identity,
            geometry=into([found.geometries[0] or "null"], system)[0],
            links=links,
        )
        return flask.make_response(page)
    return _answer(written.feature(source.columns, found, system, links), system)


def _links(collection: Collection, form: str, found: Part) -> list[Link]:
    links = [*this(form, GEOJSON), _to_collection(collection)]
    if found.after is not None:
        kind = PAGE if form == HTML else GEOJSON
        links.append(link("next", again(f=form, after=found.after), kind, _("The next ones")))
    return links


def _to_collection(collection: Collection) -> Link:
    return link("collection", whole("collection", collection_id=collection.id), "application/json", collection.title)


def _page(collection: Collection, source: Source, found: Part, links: list[Link], question: Asked) -> str:
    """With the columns that hold anything."""
    rows = found.rows
    filled = [place for place, _column in enumerate(source.columns) if any(_holds(row, place) for row in rows)]
    return flask.render_template(
        "ogc/items.html",
        collection=collection,
        columns=[source.columns[place] for place in filled],
        rows=[[row.values[place] for place in filled] for row in rows],
        matched=found.matched,
        links=links,
        next_page=next((one["href"] for one in links if one["rel"] == "next"), None),
        question=question,
    )


def _holds(row: Row, place: int) -> bool:
    return row.values[place] not in (None, "")


def _geojson(features: list[str], head: dict[str, Any], system: System) -> flask.Response:
    """The same features under the same address have the same name (ETag), whenever they are asked for."""
    same = written.collection(features, head)
    return _answer(written.collection(features, {**head, "timeStamp": written.moment(now())}), system, same)


def _answer(body: bytes, system: System, same: bytes | None = None) -> flask.Response:
    response = flask.Response(body, content_type=GEOJSON)
    response.headers["Content-Crs"] = f"<{system.uri}>"
    response.set_etag(written.name_of(same or body), weak=True)
    return response
