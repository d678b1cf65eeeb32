"""The marks that the planner's page of marks shows: what is downloaded is what is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from participation.activities.models import Activity
from participation.downloads.selection import LEFT_OUT, TAKEN, Arguments, Selection
from participation.errors import Refused
from participation.moderation.filters import FLAGS, filters_from, is_number
from participation.moderation.queries import ids

# What can be told of a value without looking in the store.
FITS: dict[str, Callable[[str], bool]] = {
    "class": is_number,
    "year": is_number,
    "zone": is_number,
    "flag": FLAGS.__contains__,
    "also": LEFT_OUT.__contains__,
}

# What else an address of files says: of their places, of whom they are for, and in which language.
BESIDE = ("crs", "published", "lang")


def refuse_unknown(arguments: Arguments, followups: Sequence[str]) -> None:
    """Raises Refused for a name or a value that means nothing: passed over, it would give a file of everything."""
    for name in sorted(set(arguments.keys()).difference(TAKEN, BESIDE, followups)):
        message = _(
            "The address asks for “%(name)s”, and there is nothing of that name to choose by. Choose again on the page of marks.",
            name=name.replace("\0", "")[:80],
        )
        raise Refused(message)
    for name in sorted(arguments.keys()):
        fits = FITS.get(name, _anything)
        for value in filter(None, arguments.getlist(name)):
            if "\0" in value or not fits(value):
                message = _(
                    "The address asks for %(name)s=%(value)s, which means nothing. Choose again on the page of marks.",
                    name=name,
                    value=value.replace("\0", "")[:80],
                )
                raise Refused(message)


def _anything(_value: str) -> bool:
    return True


def as_shown(session: Session, activity: Activity, selection: Selection) -> Selection:
    """`selection` with the ids of the marks the page shows, when it was asked for more than the files know of."""
    if not selection.looked_for:
        return selection
    arguments: MultiDict[str, str] = MultiDict(
        {name: list(map(str, values)) for name, values in selection.as_arguments().items()}
    )
    shown = filters_from(arguments)
    # What the file says of itself is what was looked for.
    text = {"text": shown.text} if "text" in selection.looked_for else {}
    return replace(
        selection, only=frozenset(ids(session, activity, shown)), looked_for={**selection.looked_for, **text}
    )
