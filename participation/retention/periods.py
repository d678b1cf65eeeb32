"""How long everything is kept. The one table of it: `purge` carries it out, and the privacy page can print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class Period:
    """What is deleted, `days` after what. `what` and `since` are for people; lazy, in the reader's language."""

    name: str
    what: str
    days: int
    since: str


# To add a period: one line here and one rule of the same name in rules.py.
PERIODS: dict[str, Period] = {
    period.name: period
    for period in (
        Period(
            "answers",
            _l("Answers, drawings, texts, nicknames, personal codes and the teachers' e-mail addresses"),
            0,
            _l("the project's date of deletion came"),
        ),
        Period("drafts", _l("Drafts that were never handed in"), 30, _l("the class or the survey closed")),
        Period("stale_drafts", _l("Drafts that nobody has touched"), 180, _l("they were last saved")),
        Period("tests", _l("Test answers, and the drafts they were given to"), 30, _l("they came in")),
        Period("corrected", _l("Answers that were replaced by a correction"), 90, _l("the correction came")),
        Period("kept_bodies", _l("Versions kept because two devices sent different ones"), 90, _l("they came in")),
        Period("photos", _l("Photos that no answer names, or not any more"), 7, _l("they came in")),
        Period("code_order", _l("Traces of the order in which personal codes were used"), 0, _l("the codes were used")),
        Period("recipients", _l("Lists of those invited with a personal code"), 30, _l("the survey closed")),
        Period(
            "member_invitations",
            _l("Invitations to take part in a project, with the note of whom each was for"),
            30,
            _l("the link's time is over"),
        ),
        Period(
            "tokens", _l("Tokens of other programs, with who made each and why"), 365, _l("the token's time is over")
        ),
        Period("sign_ins", _l("When and on what kind of device people signed in"), 1, _l("they were last used")),
        Period("blurred", _l("Words that were blurred, and what was decided in moderation"), 30, _l("it was decided")),
        Period("removed", _l("What planners removed, kept so that they can undo it"), 1, _l("it was removed")),
        Period("exports", _l("Orders of large files, with the files that are still kept"), 7, _l("they were ordered")),
        Period("log", _l("The log of who changed and read what"), 730, _l("it was written")),
        Period("tablets", _l("Links of tablets"), 30, _l("the link's time is over")),
        Period(
            "teacher_links", _l("Teachers' links, with the teacher's e-mail address"), 0, _l("the link's time is over")
        ),
    )
}


def over_since(period: str, moment: datetime) -> datetime:
    """Things of this period that are older than the result are over."""
    return moment - timedelta(days=PERIODS[period].days)
