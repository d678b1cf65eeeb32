"""Facts on what a file lacks: the responses and marks that a selection and the states of rows keep out."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from participation.downloads.selection import DRAFT, HIDDEN, REPLACED, TEST, Selection

LeftOut = Mapping[str, tuple[int, int]]


def whose(selection: Selection) -> dict[str, str]:
    """Whose responses there are, where marks are chosen among: shares are of them, not of all who answered."""
    if not selection.asks_for_marks:
        return {}
    return {_("Responses and summary"): _("Only of those who put at least one of the chosen marks.")}


def rows_left_out(left_out: LeftOut, selection: Selection) -> dict[str, str]:
    names = {
        HIDDEN: _("Hidden by moderation"),
        TEST: _("Test"),
        DRAFT: _("Not sent and not collected"),
        REPLACED: _("Replaced by a later one"),
    }
    facts = {}
    for state, (responses, marks) in left_out.items():
        place = _("included") if state in selection.also else _("left out")
        if selection.narrowed:
            place = _("%(place)s; of the whole activity", place=place)
        counted = _("Responses: %(responses)s. Marks: %(marks)s.", responses=responses, marks=marks)
        facts[f"{names[state]} ({place})"] = counted
    return facts


def withdrawn_ones(count: int, selection: Selection) -> dict[str, str]:
    """`count`: of the whole activity, as nobody knows what they were."""
    name = _("Withdrawn and deleted")
    name = _("%(name)s (of the whole activity)", name=name) if selection.narrowed else name
    return {name: _("Responses: %(responses)s.", responses=count)}
