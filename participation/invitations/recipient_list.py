"""Reading a list of those to invite: every problem is told at once, with its row.

Fewer than 20 with one background are refused: their answers could be told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from flask_babel import gettext as _

from participation.invitations.personal_columns import personal_cell
from participation.invitations.recipient_columns import check_columns, check_headings, check_sizes
from participation.invitations.recipients import (
    LONGEST_VALUE,
    MOST_RECIPIENTS,
    RECIPIENT,
    Background,
    Recipient,
    RecipientList,
)
from participation.table_cells import Rows


def read_list(rows: Rows, invited: Collection[str], sizes: Mapping[Background, int]) -> RecipientList:
    """The list in `rows`, the first of which holds the headings.

    `invited`: recipients that have a code already, in small letters; `sizes`: how many of them have each background.
    """
    found = RecipientList()
    if not rows:
        found.wrong(1, _("There are no rows. Paste the list, or choose a file."))
        return found
    (first, headings), body = rows[0], rows[1:]
    found.columns = headings[1:]
    check_headings(found, first, sizes)
    if not body:
        found.wrong(first, _("Only headings are here. The recipients are missing below them."))
    if len(body) > MOST_RECIPIENTS:
        found.wrong(
            body[MOST_RECIPIENTS][0],
            _("There are more than %(most)s rows. Take fewer at a time.", most=MOST_RECIPIENTS),
        )
    if not found.problems:
        _read_rows(found, body, invited)
    if not found.problems:
        check_columns(found, first)
        check_sizes(found, sizes)
    return found


def _read_rows(found: RecipientList, body: Rows, invited: Collection[str]) -> None:
    seen: dict[str, int] = {}
    for number, cells in body:
        recipient, *values = [*cells, *[""] * (len(found.columns) + 1 - len(cells))]
        _check_recipient(found, number, recipient, seen, invited)
        seen.setdefault(recipient.casefold(), number)
        for heading, value in zip(found.columns, values, strict=False):
            _check_value(found, number, heading, value)
        if len(values) > len(found.columns):
            found.wrong(number, _("The row has more cells than there are headings."))
        found.recipients.append(Recipient(number, recipient, dict(zip(found.columns, values, strict=False))))


def _check_recipient(
    found: RecipientList, number: int, recipient: str, seen: Mapping[str, int], invited: Collection[str]
) -> None:
    if not recipient:
        found.wrong(number, _("The recipient's id is missing in the first column."))
    elif personal_cell(recipient):
        found.wrong(
            number,
            _("The first column tells who somebody is. Use an id of your own instead, such as a running number."),
        )
    elif not RECIPIENT.fullmatch(recipient):
        found.wrong(
            number,
            _("“%(id)s” cannot be an id: letters, digits, - . _ and no more than 40 of them.", id=recipient[:60]),
        )
    elif recipient.casefold() in seen:
        found.wrong(number, _("“%(id)s” stands in row %(row)s too.", id=recipient, row=seen[recipient.casefold()]))
    elif recipient.casefold() in invited:
        found.wrong(number, _("“%(id)s” has a code already. Make a reminder instead.", id=recipient))


def _check_value(found: RecipientList, number: int, heading: str, value: str) -> None:
    if not value:
        found.wrong(number, _("“%(heading)s” is blank. Write “unknown” where you do not know.", heading=heading))
    elif len(value) > LONGEST_VALUE:
        found.wrong(number, _("“%(heading)s” is longer than %(most)s symbols.", heading=heading, most=LONGEST_VALUE))
    elif personal_cell(value):
        found.wrong(number, _("“%(heading)s” tells who somebody is. Take the column out.", heading=heading))
