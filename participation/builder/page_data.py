"""What the builder's page needs to know at its start."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import flask
import orjson
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session

from participation import catalogues
from participation.activities import drafts, queries
from participation.activities.models import Activity
from participation.builder.findings import found
from participation.projects.queries import zone_kinds
from surveys.document_structure import check_document
from surveys.editing.beginning import empty
from surveys.editing.kin import akin
from surveys.editing.taken import taken
from surveys.editing.type_words import GROUPS, TYPE_WORDS
from surveys.errors import Problem
from surveys.map_question_check import SENTIMENTS
from surveys.question_types import QUESTION_TYPES, MapQuestionType, QuestionType

# Beside those that the program itself speaks to participants.
MORE_LANGUAGES = ("se", "de", "es", "fa", "fr", "lt", "ro", "sw", "ti", "tr", "ur", "vi")
MOST_PROBLEMS = 200
MOST_FINDINGS = 300


def page_data(session: Session, activity: Activity) -> dict[str, Any]:
    """`document` is the draft, else what is published, else an empty one."""
    draft = drafts.draft_of(session, activity)
    versions = queries.every_version(session, activity)
    newest = next(iter(versions.values()), None)
    document = (
        orjson.loads(draft.document) if draft else dict(newest.document) if newest else empty(activity.title, "nb")
    )
    return {
        "document": document,
        **looked_through(activity, document),
        "edition": draft.edition if draft else "",
        "based_on": next(iter(versions), None),
        "taken": taken(versions.values()),
        "types": {name: described(name, kind) for name, kind in QUESTION_TYPES.items()},
        "groups": [{"label": _(label), "types": list(types)} for label, types in GROUPS.values()],
        "sentiments": list(SENTIMENTS),
        "languages": {code: catalogues.name(code) for code in languages(document)},
        "layers": [kind.kind for kind in zone_kinds(session, activity.project)],
        "addresses": addresses(activity),
        "csrf": generate_csrf(),
    }


def looked_through(activity: Activity, document: dict[str, Any]) -> dict[str, Any]:
    """What `document` lacks to be whole, and what is worth a look in it; `more`: that is only the first of it."""
    problems = check_document(document)
    findings = found(activity, document, problems)
    return {"problems": told(problems), "findings": findings[:MOST_FINDINGS], "more": len(findings) > MOST_FINDINGS}


def described(name: str, kind: QuestionType) -> dict[str, Any]:
    """A type of question as the page reads it."""
    return {
        "label": _(TYPE_WORDS[name]),
        "settings": [setting.told(_) for setting in kind.configured_by],
        "begins_as": kind.begins_as,
        "value_kind": kind.value_kind,
        "answered": kind.collects_answer,
        "on_map": kind.collects_marks,
        "on_screen": kind.on_screen,
        "becomes": akin(name),
        "members": sorted(kind.members),
        "symbols": list(kind.symbols) if isinstance(kind, MapQuestionType) else [],
    }


def told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Each problem with its place, in the reader's language."""
    return [{"place": one.place, "message": one.message.render(_)} for one in problems][:MOST_PROBLEMS]


def languages(document: dict[str, Any]) -> list[str]:
    """Those that can be chosen, with those that the document has."""
    own = [one for one in document.get("languages", ()) if isinstance(one, str)]
    return list(dict.fromkeys([*catalogues.languages(catalogues.PARTICIPANTS), *MORE_LANGUAGES, *own]))


def addresses(activity: Activity) -> dict[str, str]:
    """Where the page sends what."""
    slug, identity = activity.project.slug, activity.id
    named = {
        name: flask.url_for(f"builder.{name}", slug=slug, identity=identity)
        for name in ("save", "preview", "hold", "pictures")
    }
    home = flask.url_for("overview.questionnaire.index", slug=slug, identity=identity)
    return named | {"questionnaire": home}
