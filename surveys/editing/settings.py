"""How the settings of question types are told of and edited. To add one: a line below, and its name at the types that have it.

`editor` is the name of what edits it on screen: static/js/builder/editors/ has them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.messages import Translate, _


@dataclass(frozen=True)
class Setting:
    """`options`: what the editor must know more; texts in it are translated where they are marked with `words`."""

    name: str
    editor: str
    label: str
    hint: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    """Of what can be chosen: value → what it is called."""

    def told(self, translate: Translate) -> dict[str, Any]:
        """As the builder's page reads it."""
        words = [{"value": value, "label": translate(text)} for value, text in self.words.items()]
        hint = translate(self.hint) if self.hint else ""
        told = {"name": self.name, "editor": self.editor, "label": translate(self.label), "hint": hint}
        return {**told, "words": words, **self.options}


def choices(*flags: str, least: int = 1) -> Setting:
    """`flags`: what a choice can be marked as."""
    return Setting("choices", "choices", _("Choices"), options={"flags": list(flags), "least": least})


FACES = Setting("choices", "choices", _("The faces mean"), options={"flags": [], "least": 5, "fixed": True})
ROWS = Setting("rows", "choices", _("Rows"), options={"flags": ["retired"], "least": 1})
LIST_LOOKS = Setting(
    "appearance", "one_of", _("Shown as"), words={"": _("A list"), "dropdown": _("A menu"), "images": _("Pictures")}
)
BOX_LOOKS = Setting("appearance", "one_of", _("Shown as"), words={"": _("A list"), "images": _("Pictures")})
DONT_KNOW = Setting("dont_know", "text", _("Answer that stands apart"), _("Such as “Don’t know”. Left out when empty."))
CHOICE_FILTER = Setting("choice_filter", "kept", _("Which choices are offered"))
LEAST_CHOSEN = Setting("min", "whole_number", _("Choose at least"), options={"least": 1})
MOST_CHOSEN = Setting("max", "whole_number", _("Choose at most"), options={"least": 1})
MOST_RANKED = Setting("max_ranked", "whole_number", _("Rank at most"), options={"least": 1})
LOWEST_STEP = Setting("min", "whole_number", _("Lowest step"))
HIGHEST_STEP = Setting("max", "whole_number", _("Highest step"))
LOW_LABEL = Setting("low_label", "text", _("What the lowest means"))
HIGH_LABEL = Setting("high_label", "text", _("What the highest means"))
LONGEST = Setting("max_length", "whole_number", _("Longest answer, in characters"), options={"least": 1})
SMALLEST_WHOLE = Setting("min", "whole_number", _("Smallest number"))
LARGEST_WHOLE = Setting("max", "whole_number", _("Largest number"))
SMALLEST = Setting("min", "number", _("Smallest number"))
LARGEST = Setting("max", "number", _("Largest number"))
DECIMALS = Setting("decimals", "whole_number", _("Decimals"), options={"least": 0})
STEP = Setting("step", "number", _("Step between two numbers"))
EARLIEST_DAY = Setting("min", "day", _("Earliest day"))
LATEST_DAY = Setting("max", "day", _("Latest day"))
EARLIEST_MOMENT = Setting("min", "moment", _("Earliest time"))
LATEST_MOMENT = Setting("max", "moment", _("Latest time"))
MOST_PHOTOS = Setting("max_photos", "whole_number", _("Most photos"), options={"least": 1})
TOLD = Setting("text", "long_text", _("What is told"))
PICTURE = Setting("image", "picture", _("Picture"))
PICTURE_WORDS = Setting("image_alt", "text", _("The picture in words, for those who cannot see it"))
REASON = Setting("reason", "long_text", _("Why it is asked for"))
CATEGORIES = Setting("categories", "categories", _("Categories"), _("What a mark on the map can be."))
FOLLOWUPS = Setting("followups", "followups", _("Asked about each mark"))
FEWEST_MARKS = Setting("min_marks", "whole_number", _("At least so many marks"), options={"least": 1})
MOST_MARKS = Setting("max_marks", "whole_number", _("At most so many marks"), options={"least": 1})
LAYERS = Setting("layers", "layers", _("Zones shown on the map"))
BOUNDARY = Setting("boundary", "boundary", _("Where marks may be"))
CUT_HOME = Setting("cut_home", "flag", _("Cut the end at the respondent’s home"))
CALCULATION = Setting("calculation", "calculation", _("What is worked out"))
RESULT = Setting("result", "one_of", _("It gives"), words={"": _("A number"), "text": _("A text")})
PARAMETER = Setting("parameter", "plain", _("Parameter of the address that it is filled from"))
