"""The coarse background that follows answers with a personal code: blank where it could tell who somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import orjson
from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from exports.table import Column
from participation.invitations.queries import FEWEST
from participation.projects.slugs import slug_of
from participation.responses.models import Response
from participation.safeguards.suppression import suppress_parts

PREFIX = "background_"


@dataclass(frozen=True)
class Background:
    """`names`: heading → column name; `shown`: the text of a stored background → its values by heading."""

    names: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def columns(self, language: str) -> list[Column]:
        """Headed so that a recipient's zone is not taken for the zone of a mark."""
        told = {heading: _("Background: %(column)s", column=heading) for heading in self.names}
        return [Column(name, "text", {language: told[heading]}) for heading, name in self.names.items()]

    def cells(self, stored: str | None) -> list[str | None]:
        """The cells of one response."""
        values = self.shown.get(stored or "", {})
        return [values.get(heading) for heading in self.names]

    def codes(self) -> Iterator[tuple[str, str, str]]:
        """Column name, heading and value, for the codebook."""
        for heading, name in self.names.items():
            for value in sorted({values[heading] for values in self.shown.values() if heading in values}):
                yield name, heading, value


def background(session: Session, activity_id: int) -> Background:
    """What may be told of the activity's answers.

    A combination that fewer than five have answered with is told of none of them: whoever knows who was invited, and who
    has been reminded, could find them. Where the blanks together are fewer than five, the smallest other joins them.
    """
    wanted = select(Response.background, func.count()).where(
        Response.activity_id == activity_id,
        Response.background.is_not(None),
        Response.complete.is_(True),
        Response.replaced_by_id.is_(None),
    )
    counted = {str(text): count for text, count in session.execute(wanted.group_by(Response.background))}
    each = {text: {(text, number) for number in range(count)} for text, count in counted.items()}
    told = suppress_parts(each, FEWEST).shown
    values = {text: orjson.loads(text) for text in sorted(counted)}
    return Background(
        _names([heading for one in values.values() for heading in one]), {text: values[text] for text in told}
    )


def _names(headings: Sequence[str]) -> dict[str, str]:
    """A column name for each heading; two that would have the same one are numbered."""
    names: dict[str, str] = {}
    for heading in dict.fromkeys(headings):
        plain = PREFIX + slug_of(heading).replace("-", "_")[:40]
        name, number = plain, 1
        while name in names.values():
            number += 1
            name = f"{plain}_{number}"
        names[heading] = name
    return names
