"""What in a participant's texts a person should look at first: words for the `flags` columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from participation.safeguards.abusive_text import find_abuse
from participation.safeguards.personal_data import find_personal_data
from participation.safeguards.worrying_text import find_worries

WORRYING, PERSONAL, ABUSIVE = "worrying", "personal", "abusive"


def flags(answers: dict[str, Any]) -> str:
    """Words such as "worrying:self_harm personal:phone" for cleaned answers; empty when nothing was found."""
    found = []
    for text in texts(answers):
        found += [f"{WORRYING}:{worry.kind}" for worry in find_worries(text)]
        found += [f"{PERSONAL}:{finding.kind}" for finding in find_personal_data(text)]
        found += [f"{ABUSIVE}:{abuse.kind}" for abuse in find_abuse(text)]
    return " ".join(sorted(dict.fromkeys(found), key=lambda word: not word.startswith(WORRYING))) if found else ""


def flags_of_each(several: Sequence[dict[str, Any]]) -> list[str]:
    """`flags` of each. Most often there is nothing to find anywhere, and one look at all their texts tells so."""
    # No pattern for what may tell who someone is reaches past a line's end, so that none is hidden by the text before.
    everything = "\n".join(text for answers in several for text in texts(answers))
    if not flags({"everything": everything}):
        return [""] * len(several)
    return [flags(answers) for answers in several]


def texts(answers: dict[str, Any]) -> Iterable[str]:
    """The free texts among cleaned answers, and lone codes, which match nothing."""
    return (text for text in answers.values() if isinstance(text, str))
