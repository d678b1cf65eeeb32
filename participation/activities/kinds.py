"""The kinds of activity: what each starts from."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class Kind:
    """A kind of activity: its name on screen, the channel its answers come by, and its template when it has one."""

    label: str
    channel: str
    template: str | None
    in_class: bool = False


# Anyone with the address may answer.
OPEN_LINK = "open_link"

# To add a kind: one line here.
KINDS: dict[str, Kind] = {
    "class_mapping": Kind(_l("Class mapping"), "class", "barnetrakk_3_7", in_class=True),
    "resident_survey": Kind(_l("Resident survey"), OPEN_LINK, "neighbourhood"),
    "interview": Kind(_l("Interview"), "interview", None),
    "site_visit": Kind(_l("Site visit"), "site_visit", None),
    "workshop": Kind(_l("Workshop"), "workshop", None),
    "open_meeting": Kind(_l("Open meeting"), "open_meeting", None),
    "note": Kind(_l("Note"), "staff", None),
}

# Not ready: the questionnaire comes from a workbook, or is built from nothing.
OWN_WORKBOOK, EMPTY = "workbook", "empty"

# What an activity is that begins with this questionnaire.
KIND_OF_TEMPLATE = {
    "barnetrakk_3_7": "class_mapping",
    "barnetrakk_8_10": "class_mapping",
    "neighbourhood": "resident_survey",
    "place_quality": "resident_survey",
    "safety_walk": "resident_survey",
    "open_meeting": "resident_survey",
    OWN_WORKBOOK: "resident_survey",
    EMPTY: "resident_survey",
}
