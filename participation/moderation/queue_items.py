"""What the queue shows of each mark, answer and photo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.activities import channels
from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.moderation import translating
from participation.moderation.free_texts import FreeTexts
from participation.moderation.kinds import ANSWER, KINDS, MARK, PHOTO, Key, ids_of
from participation.moderation.queue_item import Item, shown
from participation.moderation.translating import Translated
from participation.moderation.wording import Wording, flag_reasons
from participation.responses.models import Mark, Photo, Response

ABOUT = (
    Response.id.label("response_id"),
    Response.activity_id,
    Response.questionnaire_version,
    Response.language,
    Response.channel,
    Response.received_at,
    Response.complete,
    Response.collected_at,
    Activity.title,
    ClassSession.school_name,
    ClassSession.class_name,
)


def items(session: Session, keys: Sequence[Key]) -> list[Item]:
    """In the order of the keys."""
    describing = _Describing(session)
    found = {item.key: item for kind in KINDS for item in describing.of_kind(kind, ids_of(keys, kind))}
    return [found[key] for key in keys if key in found]


class _Describing:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.texts = FreeTexts(session)
        self.wordings: dict[int, Wording] = {}
        self.reasons = flag_reasons()
        self.channels = channels.labels()

    def of_kind(self, kind: str, ids: Sequence[int]) -> Iterator[Item]:
        if not ids:
            return
        model = KINDS[kind].model
        own: dict[str, tuple[Any, ...]] = {
            MARK: (Mark.question, Mark.category, Mark.answers, Mark.flags),
            ANSWER: (Response.answers, Response.flags),
            PHOTO: (Photo.name,),
        }
        columns = (model.id.label("own_id"), model.hidden_at, model.reviewed_at, *own[kind], *ABOUT)
        wanted = select(*columns).select_from(Response).join(Response.activity).outerjoin(Response.class_session)
        if kind == MARK:
            wanted = wanted.join(Mark, Mark.response_id == Response.id)
        elif kind == PHOTO:
            wanted = wanted.join(Photo, Photo.response_uuid == Response.uuid)
        translated = {} if kind == PHOTO else translating.of(self.session, kind, ids)
        for row in self.session.execute(wanted.where(model.id.in_(ids)).order_by(model.id)):
            yield Item(**self._common(kind, row), **getattr(self, f"_{kind}")(row, translated.get(row.own_id, {})))

    def _common(self, kind: str, row: Any) -> dict[str, Any]:
        of_class = f"{row.class_name}, {row.school_name}" if row.class_name else ""
        return {
            "key": Key(kind, row.own_id),
            "activity_id": row.activity_id,
            "activity": row.title,
            "response": row.response_id,
            "where": of_class or self.channels.get(row.channel, row.channel),
            "language": row.language,
            "came": row.received_at,
            "is_draft": not row.complete and row.collected_at is None,
            "is_hidden": row.hidden_at is not None,
            "is_reviewed": row.reviewed_at is not None,
        }

    def _mark(self, row: Any, translated: Mapping[str, Translated]) -> dict[str, Any]:
        wording, version = self._wording(row.activity_id), row.questionnaire_version
        told = wording.answers(version, row.question, row.category, orjson.loads(row.answers))
        return {
            **self._flagged(row.flags),
            "label": wording.category(version, row.question, row.category),
            "choices": [*told["choices"], *filter(None, [told["season"]])],
            "texts": [shown(text, translated.get(text.variable)) for text in self.texts.of_row(MARK, row)],
        }

    def _answer(self, row: Any, translated: Mapping[str, Translated]) -> dict[str, Any]:
        texts = [shown(text, translated.get(text.variable)) for text in self.texts.of_row(ANSWER, row)]
        return {**self._flagged(row.flags), "texts": texts}

    def _photo(self, row: Any, _translated: Mapping[str, Translated]) -> dict[str, Any]:
        return {"photo": row.name}

    def _flagged(self, flags: str) -> dict[str, Any]:
        reasons = [self.reasons.get(word, word) for word in flags.split()]
        return {"is_worrying": "worrying" in flags, "reasons": list(dict.fromkeys(reasons))}

    def _wording(self, activity_id: int) -> Wording:
        if activity_id not in self.wordings:
            self.wordings[activity_id] = Wording(self.session, self.session.get_one(Activity, activity_id))
        return self.wordings[activity_id]
