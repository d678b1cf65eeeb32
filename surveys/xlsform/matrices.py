"""Groups that look like a table: questions with the same choices become the rows of one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from surveys.messages import _
from surveys.question_types.coded import dont_know
from surveys.question_types.scale import Scale
from surveys.xlsform.left_out_of_groups import OF_GROUPS, tell_members
from surveys.xlsform.naming import row_code_for
from surveys.xlsform.own_columns import own_members, with_own
from surveys.xlsform.questions import finished, own_variable
from surveys.xlsform.reading import Reading
from surveys.xlsform.tree import NO, YES, Entry
from surveys.xlsform.types.base import Asked, TypeMap
from surveys.xlsform.types.listed import read_choices

ROW_MEMBERS = frozenset({"type", "name", "required", "appearance"})


class Matrix(TypeMap):
    name = "matrix"
    reads = ("begin_group",)


MATRIX = Matrix()


def is_matrix(entry: Entry) -> bool:
    return entry.is_group and "table-list" in entry.appearance and _fits(entry.children)


def _fits(rows: Sequence[Entry]) -> bool:
    """Questions of one choice each, with the same list, and nothing that a row cannot have."""
    lists = {row.type.choices for row in rows}
    required = {row.row.cell("required").lower() in YES for row in rows}
    return (
        len(lists) == 1
        and len(required) == 1
        and all(row.type.base == "select_one" and not row.type.or_other for row in rows)
        and all(row.row.cells.keys() <= ROW_MEMBERS and row.row.spoken.keys() <= {"label"} for row in rows)
        and all(row.row.cell("required").lower() in (*YES, *NO, "") for row in rows)
    )


def labelled_tables(entries: Sequence[Entry]) -> list[Entry]:
    """Rows that look like `label` and then `list-nolabel`, made into the group that they mean."""
    found: list[Entry] = []
    at = 0
    while at < len(entries):
        entry = entries[at]
        rows = _unlabelled_after(entries, at) if "label" in entry.appearance and not entry.is_group else []
        if rows and _fits(rows):
            found.append(Entry(_heading(entry), entry.type.__class__("begin", shape="group"), rows))
            at += 1 + len(rows)
        else:
            found.append(entry)
            at += 1
    return found


def _heading(entry: Entry) -> Any:
    row = entry.row
    cells = {name: text for name, text in row.cells.items() if name not in ("type", "required", "appearance")}
    return row.__class__(row.sheet, row.number, {**cells, "appearance": "table-list"}, row.spoken, row.own)


def _unlabelled_after(entries: Sequence[Entry], at: int) -> list[Entry]:
    rows: list[Entry] = []
    for entry in entries[at + 1 :]:
        if "list-nolabel" not in entry.appearance or entry.type.choices != entries[at].type.choices:
            break
        rows.append(entry)
    return rows


def read_matrix(
    entry: Entry, reading: Reading, relevant: Sequence[Any] = (), unread: str = ""
) -> dict[str, Any] | None:
    row = entry.row
    if not row.cell("name"):
        reading.refuse(row, _("The name is missing. Give the question a name."))
        return None
    asked = Asked(Entry(row, entry.children[0].type), reading, own_variable(row, reading))
    kept = {"relevant": unread} if unread else {}
    own = reading.condition(row, "relevant", reading.names.around(), kept)
    tell_members(row, OF_GROUPS | {"hint"}, reading)
    document = {
        "uid": asked.variable,
        "variable": asked.variable,
        "type": MATRIX.name,
        "label": reading.texts(row, "label") or reading.plain_texts(row.cell("name")),
        "hint": reading.texts(row, "hint"),
        "required": entry.children[0].row.cell("required").lower() in YES or None,
        "relevant": _all_of([*relevant, *([] if own is None else [own])]),
        "rows": _read_rows(entry, asked),
        "unread": kept or None,
        **({} if row.own_cell("answers") else read_choices(asked)),
    }
    document = {member: value for member, value in document.items() if value is not None}
    document = finished(document, MATRIX, asked)
    for code, child in zip(_codes(document), entry.children, strict=False):
        reading.names.variables[child.row.cell("name")] = f"{asked.variable}_{code}"
        reading.names.codes[f"{asked.variable}_{code}"] = reading.names.codes.get(asked.variable, {})
    return document


def _all_of(conditions: list[Any]) -> Any:
    return {"and": conditions} if len(conditions) > 1 else conditions[0] if conditions else None


def _codes(document: Mapping[str, Any]) -> list[str]:
    return [row["code"] for row in document["rows"]]


def _read_rows(entry: Entry, asked: Asked) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for child in entry.children:
        name = child.row.cell("name").removeprefix(f"{entry.row.cell('name')}_")
        code = row_code_for(name, {row["code"] for row in rows})
        label = asked.reading.texts(child.row, "label") or asked.reading.plain_texts(child.row.cell("name"))
        own = own_members(child.row, asked.reading.findings)
        rows.append(with_own({"code": code, "label": label}, own))
        asked.reading.names.taken.add(f"{asked.variable}_{code}")
    return rows


def answers_of(question: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What each row of a matrix can be answered with, as choices."""
    if "choices" in question:
        return [*question["choices"], *dont_know(question)]
    return list(Scale().choices(question))
