"""What columns a list of recipients may have, and how many must share what stands in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from flask_babel import gettext as _

from participation.invitations.personal_columns import personal_heading, personal_values
from participation.invitations.recipients import (
    FEWEST_IN_A_GROUP,
    LONGEST_VALUE,
    MOST_COLUMNS,
    Background,
    RecipientList,
)


def check_headings(found: RecipientList, row: int, sizes: Mapping[Background, int]) -> None:
    columns = found.columns
    if len(columns) > MOST_COLUMNS:
        found.wrong(
            row,
            _(
                "At most three background columns may follow the answer. Take out %(number)s.",
                number=len(columns) - MOST_COLUMNS,
            ),
        )
    if any(not heading for heading in columns):
        found.wrong(row, _("A column has no heading. Give it one, or take it out."))
    if len({heading.casefold() for heading in columns}) < len(columns):
        found.wrong(row, _("Two columns have the same heading."))
    for heading in columns:
        if personal_heading(heading):
            found.wrong(
                row,
                _("The column “%(heading)s” looks as if it tells who somebody is. Take it out.", heading=heading[:60]),
            )
        elif len(heading) > LONGEST_VALUE:
            found.wrong(row, _("The heading “%(heading)s …” is too long.", heading=heading[:60]))
    before = next(([name for name, _value in background] for background in sizes), None)
    if before is not None and before != columns:
        found.wrong(
            row,
            _(
                "Those invited before have other background columns: %(columns)s. Use the same.",
                columns=", ".join(before),
            ),
        )


def check_columns(found: RecipientList, row: int) -> None:
    for heading in found.columns:
        if personal_values({one.background[heading] for one in found.recipients}):
            found.wrong(row, _("The column “%(heading)s” looks as if it holds names. Take it out.", heading=heading))


def check_sizes(found: RecipientList, sizes: Mapping[Background, int]) -> None:
    if not found.columns:
        return
    rows: dict[Background, list[int]] = defaultdict(list)
    for one in found.recipients:
        rows[tuple(one.background.items())].append(one.row)
    for background, numbers in rows.items():
        count = len(numbers) + sizes.get(background, 0)
        if count < FEWEST_IN_A_GROUP:
            words = ", ".join(value for _name, value in background)
            message = _(
                "Only %(count)s are invited with “%(background)s”, and at least %(fewest)s must be. "
                "Use coarser values, or take a column out.",
                count=count,
                background=words,
                fewest=FEWEST_IN_A_GROUP,
            )
            for number in numbers:
                found.wrong(number, message)
