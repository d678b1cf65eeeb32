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
    told = _("The class has ended.")
    if not drafts:
        return told
    taken_in = ngettext(
        "One unsent map was taken in as incomplete.", "%(num)s unsent maps were taken in as incomplete.", drafts
    )
    return f"{told} {taken_in}"
