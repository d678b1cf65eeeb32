"""What the types of questions are called where one is chosen, in the order in which they are offered. Each type needs one."""

from surveys.messages import _

GROUPS: dict[str, tuple[str, dict[str, str]]] = {
    "choose": (
        _("Choose"),
        {
            "single_choice": _("One choice"),
            "multiple_choice": _("Several choices"),
            "scale": _("Scale"),
            "smiley_scale": _("Faces"),
            "matrix": _("Table of statements"),
            "ranking": _("Ranking"),
            "consent": _("Box to tick"),
        },
    ),
    "map": (_("On the map"), {"place": _("Places"), "route": _("Routes"), "area": _("Areas")}),
    "write": (
        _("Write"),
        {
            "short_text": _("Short text"),
            "long_text": _("Long text"),
            "whole_number": _("Whole number"),
            "decimal": _("Number with decimals"),
            "slider": _("Slider"),
            "date": _("Day"),
            "date_time": _("Day and time"),
            "time": _("Time of day"),
            "photo": _("Photo"),
        },
    ),
    "other": (
        _("Other"),
        {"information": _("Information"), "calculated": _("Worked out"), "hidden": _("Filled from the address")},
    ),
}

TYPE_WORDS: dict[str, str] = {name: words for _group, types in GROUPS.values() for name, words in types.items()}
