"""What people wrote about places and in answers, found as the queue of moderation finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import flask
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation import catalogues, languages
from participation.finding.asked import TEXT, Asked
from participation.finding.excerpts import Excerpt, excerpt
from participation.finding.found import Found, Group, Way
from participation.moderation import queue_items, waiting_for
from participation.moderation.kinds import MARK, Key
from participation.moderation.queue_item import Item
from participation.moderation.queue_page import A_PAGE
from participation.projects.models import Project
from participation.sought import holds


def texts(session: Session, project: Project, asked: Asked, most: int) -> Group:
    """The texts in which it stands, each with the way to it in the queue and on the map."""
    keys = waiting_for.keys(session, project, asked.of_texts)
    arguments: dict[str, Any] = asked.of_texts.as_arguments()

    def in_the_queue(key: Key) -> str:
        page = keys.index(key) // A_PAGE + 1
        return flask.url_for("moderation.queue", slug=project.slug, page=page, _anchor=str(key), **arguments)

    items = queue_items.items(session, keys[:most])
    shown = [_found(item, in_the_queue(item.key), project, asked.text) for item in items]
    label = ngettext("The one in the queue", "All %(num)s in the queue", len(keys))
    every = Way(flask.url_for("moderation.queue", slug=project.slug, **arguments), label)
    return Group(TEXT, _("Texts"), shown, len(keys), every)


def _found(item: Item, url: str, project: Project, wanted: str) -> Found:
    answer = _("Answer %(number)s", number=item.response)
    about = [answer if item.label else "", item.activity, item.where, languages.moment(item.came), *_told(item)]
    ways = [_on_the_map(item, project, wanted)] if item.key.kind == MARK and not item.is_hidden else []
    excerpts = list(_excerpts(item, wanted))
    return Found(item.label or answer, url, [*filter(None, about)], excerpts, item.language, ways)


def _told(item: Item) -> list[str]:
    spoken = catalogues.name(item.language) if item.language != languages.current() else ""
    return [spoken, _("Hidden") if item.is_hidden else "", _("Not sent yet") if item.is_draft else ""]


def _excerpts(item: Item, wanted: str) -> Iterator[Excerpt]:
    for text in item.texts:
        words = "".join(part.words for part in text.parts)
        translated = text.translation.text if text.translation else ""
        yield from (excerpt(one, wanted) for one in (words, translated) if holds(one, wanted))


def _on_the_map(item: Item, project: Project, wanted: str) -> Way:
    also = ["draft"] if item.is_draft else []
    where: dict[str, Any] = {"slug": project.slug, "identity": item.activity_id, "text": wanted, "also": also}
    return Way(flask.url_for("moderation.index", **where), _("On the map"))
