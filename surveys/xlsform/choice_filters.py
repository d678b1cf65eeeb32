"""The column choice_filter, and the columns of the choices sheet that it asks for."""

from __future__ import annotations

from typing import Any

from surveys.choice_columns import CODE_COLUMN, can_be_named
from surveys.conditions.references import columns_in
from surveys.messages import _
from surveys.xlsform.choice_lists import ChoiceList
from surveys.xlsform.findings import Findings
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.types.base import Asked
from surveys.xlsform.xpath.surroundings import Surroundings
from surveys.xlsform.xpath.tokens import XPathError

FILTERED = ("single_choice", "multiple_choice", "ranking")


def read_choice_filter(document: dict[str, Any], asked: Asked, kept: dict[str, str]) -> None:
    """Put the filter into the document, and what it asks for into its choices."""
    row, reading, type_ = asked.row, asked.reading, asked.entry.type
    listed = reading.lists.get(type_.choices)
    if not row.cell("choice_filter") or listed is None or document["type"] not in FILTERED:
        return
    if type_.or_other:
        error = XPathError(_("It does not go together with “or_other”: put the other choice on the sheet “choices”."))
        reading.keep_unread(row, "choice_filter", error, kept)
        return
    around = reading.names.around_choices(asked.variable, _columns(listed))
    condition = reading.condition(row, "choice_filter", around, kept)
    if condition is not None:
        document["choice_filter"] = condition
        _give_columns(document, listed, columns_in(condition) - {CODE_COLUMN}, around)
    reading.columns_asked |= columns_in(condition)


def _columns(listed: ChoiceList) -> frozenset[str]:
    return frozenset(
        {CODE_COLUMN, *(name for each in listed.choices for name in each.row.columns if can_be_named(name))}
    )


def _give_columns(document: dict[str, Any], listed: ChoiceList, asked: set[str], around: Surroundings) -> None:
    rows = {each.code: each.row for each in listed.choices}
    for choice in document["choices"]:
        row = rows.get(choice["code"])
        told = row.columns if row else {}
        columns = {name: around.columns.get(name, {}).get(text, text) for name, text in told.items() if name in asked}
        if row and columns:
            own = own_members(row, Findings())
            choice.update(with_own({"columns": columns}, {"columns": own["columns"]} if "columns" in own else {}))
