"""The features of a collection: a part of them, or one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import flask
import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from exports.lots import Row
from participation import languages
from participation.api import written
from participation.api.addresses import Link, again, link, this, whole
from participation.api.asked import EVERYWHERE, MOST, OF_ITEMS, Asked, asked, crs, refuse_unknown
from participation.api.offered import Collection
from participation.api.page_map import page_map
from participation.api.reference_systems import into, offered
from participation.api.representation import GEOJSON, HTML, JSON, PAGE, wanted
from participation.api.sources.source import Part, Source
from participation.clock import now
from participation.unchanged import found_before, until_changed

# On a page for people: a table of more is too much for a browser, and for a person.
MOST_SHOWN = 500


class Page(NamedTuple):
    """The features, joined, and what they were made of (see `Features`); the other members of the collection; what the
    answer is called (ETag), and the address of the coordinate reference system that it is in."""

    features: bytes
    made_of: object
    head: dict[str, Any]
    name: str
    crs: str


def part(session: Session, collection: Collection) -> flask.Response:
    """What the address asks for."""
    if wanted(GEOJSON) == HTML:
        return flask.make_response(_shown(session, collection))
    # What is told of an activity that is over is another matter, and time alone may end it.
    state = collection.activity.state if collection.activity else ""
    key = ("page", again(), languages.current(), state)
    page = until_changed(key, lambda: _written(session, collection, found_before(key)), lambda made: len(made.features))
    head = page.head | {"timeStamp": written.moment(now())}
    return _answer(written.collection(page.features, head), page.crs, page.name)


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
            map=page_map(source.columns, found.rows()),
            links=links,
        )
        return flask.make_response(page)
    body = written.feature(source.columns, found, system, links)
    return _answer(body, system.uri, written.name_of(body))


def _links(collection: Collection, form: str, found: Part) -> list[Link]:
    links = [*this(form, GEOJSON), _to_collection(collection)]
    if found.after is not None:
        kind = PAGE if form == HTML else GEOJSON
        links.append(link("next", again(f=form, after=found.after), kind, _("The next ones")))
    return links


def _to_collection(collection: Collection) -> Link:
    return link("collection", whole("collection", collection_id=collection.id), "application/json", collection.title)


def _read(session: Session, collection: Collection, most: int = MOST) -> tuple[Source, Asked, Part]:
    source = collection.source(session)
    names = [column.name for column in source.columns if column.name not in OF_ITEMS]
    question = asked(names, offered(collection.project.crs))
    return source, question, source.part(replace(question, limit=min(question.limit, most)))


def _written(session: Session, collection: Collection, before: Page | None) -> Page:
    """The same features under the same address have the same name, whenever they are asked for.

    `before`: the page as it was before the store changed.
    """
    _source, question, found = _read(session, collection)
    head: dict[str, Any] = {"links": _links(collection, JSON, found), "numberReturned": len(found.features)}
    if found.matched is not None:
        head["numberMatched"] = found.matched
    made_of = found.features.made_of
    if before is not None and made_of is not None and (before.head, before.made_of) == (head, made_of):
        return before
    joined = written.joined(found.features.written(question.system))
    return Page(joined, made_of, head, written.name_of(orjson.dumps(head), joined), question.system.uri)


def _shown(session: Session, collection: Collection) -> str:
    """A page for people, with the columns that hold anything."""
    source, _question, found = _read(session, collection, MOST_SHOWN)
    links, rows = _links(collection, HTML, found), found.features.rows()
    filled = [place for place, _column in enumerate(source.columns) if any(_holds(row, place) for row in rows)]
    return flask.render_template(
        "ogc/items.html",
        collection=collection,
        columns=[source.columns[place] for place in filled],
        rows=[[row.values[place] for place in filled] for row in rows],
        matched=found.matched,
        map=page_map(source.columns, rows),
        links=links,
        next_page=next((one["href"] for one in links if one["rel"] == "next"), None),
    )


def _holds(row: Row, place: int) -> bool:
    return row.values[place] not in (None, "")


def _answer(body: bytes, crs: str, name: str) -> flask.Response:
    response = flask.Response(body, content_type=GEOJSON)
    response.headers["Content-Crs"] = f"<{crs}>"
    response.set_etag(name, weak=True)
    return response
