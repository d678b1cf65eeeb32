"""Knowing a registration again: the same row of the same file gets the same name, however often it comes.

A row is what its source calls it, in its category: a corrected comment makes no second registration. Where it has no
name of its own, or shares it with other rows, it is what it says and where.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import orjson
import shapely
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.class_sessions import codes
from participation.responses.imported_questionnaire import COMMENT
from participation.responses.kept_bodies import uuid_hash
from participation.responses.models import Erasure, Mark, Response
from participation.responses.registrations import Registration
from participation.safeguards import keyed_codes
from surveys.clean_text import clean_text

AT_A_TIME = 500
FINGERPRINT = 32
NEAR_DEGREES = 0.00002  # two metres or less: coordinates are rounded when they are stored


class Name(NamedTuple):
    """What a registration is known by: the UUID of its response, and of one among a respondent's several the fingerprint
    of its marks."""

    uuid: str
    fingerprint: str | None = None


def names_of(activity_id: int, registrations: Sequence[Registration]) -> list[Name]:
    """One for each, derived with the installation's key, so that nobody who has the file can write to the responses."""
    named = Counter(one.source_id for one in registrations if one.source_id is not None)
    twins: Counter[str] = Counter()
    found = []
    for one in registrations:
        if one.source_id is None:
            said = _content(one)
            parts: tuple[object, ...] = ("content", said, twins[said])
            twins[said] += 1
        elif named[one.source_id] == 1:
            parts = ("id", one.source_id, one.category)
        else:
            parts = ("shared id", one.source_id, _content(one))
        found.append(_name(activity_id, one, parts))
    return found


def _name(activity_id: int, one: Registration, parts: Sequence[object]) -> Name:
    key = codes.key()
    if one.respondent is None:
        return Name(keyed_codes.derived_uuid(key, "import", activity_id, *parts))
    uuid = keyed_codes.derived_uuid(key, "import", activity_id, "respondent", one.respondent)
    return Name(uuid, keyed_codes.derived_token(key, "import", activity_id, *parts)[:FINGERPRINT])


def stored(session: Session, names: Sequence[Name]) -> set[Name]:
    """Those that are in the store, or were and have been erased."""
    there: set[Name] = set()
    erased: set[str] = set()
    for start in range(0, len(names), AT_A_TIME):
        uuids = {name.uuid for name in names[start : start + AT_A_TIME]}
        erased.update(_erased(session, uuids))
        marks = select(Response.uuid, Mark.fingerprint).join(Mark, Mark.response_id == Response.id, isouter=True)
        for uuid, fingerprint in session.execute(marks.where(Response.uuid.in_(uuids))):
            there.update((Name(uuid), Name(uuid, fingerprint)))
    return {name for name in names if name in there or name.uuid in erased}


def elsewhere(session: Session, known: Mapping[Name, Registration]) -> Iterator[Registration]:
    """Those whose stored marks lie elsewhere, each and all: another place with the same id, or one that has been moved."""
    names = list(known)
    for start in range(0, len(names), AT_A_TIME):
        near: dict[Name, bool] = {}
        part = set(names[start : start + AT_A_TIME])
        boxes = select(Response.uuid, Mark.fingerprint, Mark.west, Mark.south, Mark.east, Mark.north).join(
            Mark.response
        )
        for uuid, fingerprint, *box in session.execute(boxes.where(Response.uuid.in_({name.uuid for name in part}))):
            for name in {Name(uuid), Name(uuid, fingerprint)} & part:
                near[name] = near.get(name, False) or _is_near(known[name], box)
        yield from (known[name] for name, is_near in near.items() if not is_near)


def otherwise(session: Session, known: Mapping[Name, Registration]) -> Iterator[Registration]:
    """Those whose stored marks have another comment, or another number of people: corrected since, there or in the file."""
    names = list(known)
    for start in range(0, len(names), AT_A_TIME):
        part = set(names[start : start + AT_A_TIME])
        said = select(Response.uuid, Mark.fingerprint, Mark.answers, Mark.people, Response.people).join(Mark.response)
        uuids = {name.uuid for name in part}
        for uuid, fingerprint, answers, own, people in session.execute(said.where(Response.uuid.in_(uuids))):
            for name in {Name(uuid), Name(uuid, fingerprint)} & part:
                if _says_otherwise(known[name], orjson.loads(answers).get(COMMENT), own or people):
                    part.remove(name)
                    yield known[name]


def _says_otherwise(one: Registration, comment: object, people: int) -> bool:
    """A file without comments takes none away."""
    given = one.comment or ""
    # Cleaned as it was when it was stored, however long it is.
    has_another = bool(given) and clean_text(given, 3 * len(given)) != comment
    return has_another or one.people != people


def _is_near(one: Registration, box: Sequence[float]) -> bool:
    """`box`: west, south, east, north. A road that was cut at its home end lies within the box of what it was."""
    west, south, east, north = box
    least_east, least_north, most_east, most_north = shapely.total_bounds(one.parts).tolist()
    beside = least_east > east + NEAR_DEGREES or most_east < west - NEAR_DEGREES
    return not (beside or least_north > north + NEAR_DEGREES or most_north < south - NEAR_DEGREES)


def _erased(session: Session, uuids: Iterable[str]) -> Iterable[str]:
    hashes = {uuid_hash(uuid): uuid for uuid in uuids}
    return (hashes[gone] for gone in session.scalars(select(Erasure.uuid_hash).where(Erasure.uuid_hash.in_(hashes))))


def _content(one: Registration) -> str:
    where = "\0".join(shapely.to_wkt(one.parts, rounding_precision=6))
    return hashlib.sha256("\0".join((where, one.category, one.comment or "", str(one.people))).encode()).hexdigest()
