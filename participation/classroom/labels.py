"""What things are called: the fields of a project's privacy settings, the end of a class."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

PRIVACY_FIELDS = {
    "controller": _l("controller"),
    "contact": _l("contact person"),
    "privacy_officer": _l("data protection officer"),
    "legal_basis": _l("legal basis"),
    "opt_out_by": _l("last day to opt out"),
    "delete_by": _l("day of deletion"),
    "dpia_done_on": _l("date of the privacy assessment (DPIA)"),
}


def privacy_field_labels(names: Iterable[str]) -> list[str]:
    """The fields in words."""
    return [str(PRIVACY_FIELDS[name]) for name in names]


def ended(drafts: int) -> str:
    """That a class has ended, and how many unsent maps were taken in."""
    return sentences(_("The class has ended."), taken_in(drafts))


def closed(in_class: bool, classes: int, drafts: int) -> str:
    """That an activity is closed, how many classes ended with it, and how many unsent maps were taken in."""
    if not in_class:
        return _("The activity is closed. No more answers come in.")
    ended_too = ngettext("One class was ended.", "%(num)s classes were ended.", classes) if classes else ""
    late = _("The activity is closed. Pupils who have begun may hand in for 14 more days.")
    return sentences(late, ended_too, taken_in(drafts))


def taken_in(drafts: int) -> str:
    """How many unsent maps were taken in; nothing when there were none."""
    if not drafts:
        return ""
    return ngettext(
        "One unsent map was taken in as incomplete.", "%(num)s unsent maps were taken in as incomplete.", drafts
    )


def sentences(*told: str) -> str:
    """Those that say something, one after the other."""
    return " ".join(filter(None, told))
