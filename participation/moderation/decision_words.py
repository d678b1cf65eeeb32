"""What is said when something is decided or undone."""

from __future__ import annotations

from flask_babel import ngettext


def told(verb: str, count: int) -> str:
    """One sentence for what `verb` did to `count` things."""
    sentences = {
        "approve": ngettext("One is approved.", "%(num)s are approved.", count),
        "unapprove": ngettext("One waits for a look again.", "%(num)s wait for a look again.", count),
        "hide": ngettext(
            "One is hidden from results and downloads.", "%(num)s are hidden from results and downloads.", count
        ),
        "restore": ngettext("One is shown again.", "%(num)s are shown again.", count),
        "blur": ngettext("Words are blurred in one text.", "Words are blurred in %(num)s texts.", count),
        "unblur": ngettext("One text has its words back.", "%(num)s texts have their words back.", count),
    }
    return sentences[verb]
