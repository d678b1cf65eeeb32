"""Unused versions: bodies that came for an answer already handed in, in words and beside the one that counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions import queries as class_sessions
from participation.moderation import queries
from participation.moderation.wording import Wording
from participation.responses import other_version
from participation.responses.models import KeptBody, Mark, Response
from participation.responses.other_version import OtherVersion

MOST_MARKS = 200


@dataclass(frozen=True)
class Said:
    """A mark or an answer: what it is about, and what was said, in this version and in the one that counts."""

    label: str
    here: str = ""
    there: str = ""


@dataclass
class Version:
    """One unused version. The response's UUID is a secret and stays out. `why_not`: why it cannot be used."""

    id: int
    received_at: datetime
    where: str
    counted_since: datetime | None = None
    only_here: list[Said] = field(default_factory=list)
    only_there: list[Said] = field(default_factory=list)
    changed: list[Said] = field(default_factory=list)
    same: int = 0
    why_not: str = ""

    @property
    def is_the_same(self) -> bool:
        """True when nothing a reader can see tells the two apart."""
        return not (self.only_here or self.only_there or self.changed)


def described(session: Session, activity: Activity) -> list[Version]:
    """Every unused version of the activity, newest first."""
    wording = Wording(session, activity)
    return [_version(session, activity, wording, kept) for kept in queries.kept_bodies(session, activity)]


def _version(session: Session, activity: Activity, wording: Wording, kept: KeptBody) -> Version:
    content = orjson.loads(kept.body)
    found = class_sessions.class_by_code(session, str(content.get("class_code") or ""))
    version = Version(kept.id, kept.received_at, f"{found.class_name}, {found.school_name}" if found else "")
    response = other_version.answered_by(session, kept)
    other = other_version.read_version(session, kept, activity.project.area)
    version.why_not = _why_not(response, other)
    if response is None or other.problems:
        version.only_here = _unchecked(wording, content)
    else:
        version.counted_since = response.received_at
        _compare_answers(version, wording, other, response)
        _compare_marks(version, wording, other, response)
    return version


def _why_not(response: Response | None, other: OtherVersion) -> str:
    if response is None:
        return _("The answer it belongs to is deleted.")
    if response.replaced_by_id is not None:
        return _("The answer has been corrected since, and the correction counts.")
    if not other_version.may_take_over(response):
        return _("The answer is still being drawn. Wait until it is sent.")
    return " ".join(other.problems[:5])


def _compare_marks(version: Version, wording: Wording, other: OtherVersion, response: Response) -> None:
    stored: dict[str, list[Mark]] = defaultdict(list)
    for mark in response.marks:
        stored[mark.fingerprint].append(mark)
    for row in other.marks[:MOST_MARKS]:
        label, here = _in_words(wording, other.columns["questionnaire_version"], row)
        twins = stored[row["fingerprint"]]
        if not twins:
            version.only_here.append(Said(label, here))
            continue
        there = _in_words(wording, response.questionnaire_version, vars(twins.pop()))[1]
        if here == there:
            version.same += 1
        else:
            version.changed.append(Said(label, here, there))
    for mark in [mark for twins in stored.values() for mark in twins][:MOST_MARKS]:
        label, there = _in_words(wording, response.questionnaire_version, vars(mark))
        version.only_there.append(Said(label, there=there))


def _in_words(wording: Wording, version: int, mark: dict[str, Any]) -> tuple[str, str]:
    told = wording.answers(version, mark["question"], mark["category"], orjson.loads(mark["answers"]))
    words = [*told["texts"], *told["choices"], told["season"]]
    return wording.category(version, mark["question"], mark["category"]), " · ".join(filter(None, words))


def _compare_answers(version: Version, wording: Wording, other: OtherVersion, response: Response) -> None:
    here, there = orjson.loads(other.columns["answers"]), orjson.loads(response.answers)
    number = other.columns["questionnaire_version"]
    for variable in [*there, *(name for name in here if name not in there)]:
        if here.get(variable) != there.get(variable):
            label, now = wording.answer(number, variable, here.get(variable))
            _label, before = wording.answer(response.questionnaire_version, variable, there.get(variable))
            version.changed.append(Said(label, now, before))


def _unchecked(wording: Wording, content: dict[str, Any]) -> list[Said]:
    """What nobody has checked may have any shape."""
    marks, number = content.get("marks"), content.get("questionnaire_version")
    version = number if isinstance(number, int) and not isinstance(number, bool) and 0 < number < 2**31 else 0
    return [_unchecked_mark(wording, version, mark) for mark in (marks if isinstance(marks, list) else [])[:MOST_MARKS]]


def _unchecked_mark(wording: Wording, version: int, mark: Any) -> Said:
    said = mark.get("properties") if isinstance(mark, dict) else None
    said = said if isinstance(said, dict) else {}
    question, category, answers = said.get("question"), said.get("category"), said.get("answers")
    if not isinstance(question, str) or not isinstance(category, str):
        return Said("?")
    told = wording.answers(version, question, category, answers if isinstance(answers, dict) else {})
    texts: Sequence[Any] = [text for text in (*told["texts"], *told["choices"]) if isinstance(text, str)]
    return Said(wording.category(version, question, category)[:80], " · ".join(texts)[:2000])
