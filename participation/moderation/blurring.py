"""Putting ▇▇▇ in the place of words, and the words back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from participation.clock import now
from participation.moderation import translating
from participation.moderation.free_texts import FreeText, FreeTexts
from participation.moderation.highlighting import to_blur
from participation.moderation.kinds import ANSWER, MARK
from participation.responses.models import BlurredText, Mark, Response

BLUR = "▇▇▇"
MOST_WORDS = 50
POINTERS = {MARK: BlurredText.mark_id, ANSWER: BlurredText.response_id}


def blurred(text: str, words: Sequence[str]) -> str:
    """`text` with each of the `words` (which may be several in a row) blurred wherever it stands, in any case of letters."""
    for word in sorted({word.strip() for word in words if word.strip(f" {BLUR[0]}")}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", BLUR, text, flags=re.IGNORECASE)
    return text


def words_in(typed: str) -> list[str]:
    """What was typed, one a line or with commas between."""
    return [word.strip() for word in re.split(r"[,;\n]", typed) if word.strip()][:MOST_WORDS]


def blur(session: Session, kind: str, ids: Sequence[int], words: Sequence[str] | None) -> list[int]:
    """Blur `words`, or what is pointed out in each text where there are none; the ids of those in which any was.

    Drafts are left out: their devices would send the words again.
    """
    changed = []
    for row, texts in _rows(session, kind, ids):
        new = {text.variable: blurred(text.words, words or to_blur(text.words)) for text in texts}
        different = [text for text in texts if new[text.variable] != text.words]
        if different:
            _keep(session, kind, row.id, different)
            _store(session, kind, row, {text.variable: new[text.variable] for text in different})
            changed.append(row.id)
    return changed


def unblur(session: Session, kind: str, ids: Sequence[int]) -> list[int]:
    """Put the words back; the ids of those that still had them."""
    pointer = POINTERS[kind]
    kept: dict[int, list[BlurredText]] = {}
    for one in session.scalars(select(BlurredText).where(pointer.in_(ids)).order_by(BlurredText.id)):
        kept.setdefault(getattr(one, pointer.key), []).append(one)
    for row, texts in _rows(session, kind, list(kept)):
        # What a device has sent anew since stays as it was sent.
        still = {text.variable for text in texts if BLUR in text.words}
        _store(session, kind, row, {one.variable: one.original for one in kept[row.id] if one.variable in still})
        for one in kept[row.id]:
            if one.translation:
                translating.put(session, kind, row.id, one.variable, **orjson.loads(one.translation))
    session.execute(delete(BlurredText).where(pointer.in_(ids)))
    return list(kept)


def _rows(session: Session, kind: str, ids: Sequence[int]) -> list[tuple[Any, list[FreeText]]]:
    """Handed-in or collected ones, each with its texts."""
    model: type[Mark] | type[Response] = Mark if kind == MARK else Response
    further = (Mark.question, Mark.category) if kind == MARK else ()
    columns = (model.id, model.answers, Response.activity_id, Response.questionnaire_version, *further)
    wanted = select(*columns).select_from(model).order_by(model.id)
    if kind == MARK:
        wanted = wanted.join(Mark.response)
    done = Response.complete.is_(True) | Response.collected_at.is_not(None)
    finder = FreeTexts(session)
    return [(row, finder.of_row(kind, row)) for row in session.execute(wanted.where(model.id.in_(ids), done)).all()]


def _keep(session: Session, kind: str, identity: int, texts: Sequence[FreeText]) -> None:
    """Of what is blurred again, the first original stays."""
    pointer = POINTERS[kind]
    known = set(session.scalars(select(BlurredText.variable).where(pointer == identity)))
    for text in texts:
        translation = translating.take_away(session, kind, identity, text.variable)
        if text.variable not in known:
            kept = {pointer.key: identity, "variable": text.variable, "original": text.words, "blurred_at": now()}
            session.add(BlurredText(**kept, translation=orjson.dumps(translation).decode() if translation else None))
    session.flush()


def _store(session: Session, kind: str, row: Any, texts: Mapping[str, str]) -> None:
    model = Mark if kind == MARK else Response
    answers = orjson.dumps({**orjson.loads(row.answers), **texts}).decode()
    session.execute(update(model).where(model.id == row.id).values(answers=answers))
