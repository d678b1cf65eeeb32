"""Questions as rows of the survey sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.xlsform.defaults import default_cell
from surveys.xlsform.matrices import answers_of
from surveys.xlsform.out_lists import OutLists
from surveys.xlsform.out_names import OutNames
from surveys.xlsform.out_rows import OutRow
from surveys.xlsform.text_piping import to_workbook
from surveys.xlsform.type_choice import BASES
from surveys.xlsform.types import TYPE_MAPS
from surveys.xlsform.xpath.writing import XPathWriter

Document = Mapping[str, Any]


class QuestionRows:
    """`rows`: all rows so far; `row_of`: id of a part of the document → the row that holds it."""

    def __init__(self, rows: list[OutRow], row_of: dict[int, OutRow], lists: OutLists) -> None:
        self.rows = rows
        self.row_of = row_of
        self.lists = lists

    def row(self, part: Any, type_: str, name: str) -> OutRow:
        row = OutRow({"type": type_, "name": name})
        self.rows.append(row)
        if part is not None:
            self.row_of[id(part)] = row
        return row

    def question(self, question: Document, names: OutNames) -> None:
        if question["type"] == "matrix":
            self._matrix(question, names)
            return
        made = TYPE_MAPS[question["type"]]
        cells = made.cells(question, self.lists.name_of)
        name = names.names[question["variable"]]
        row = self.row(question, cells.type, name)
        if (BASES.get(cells.type.split()[0]) is not made and "appearance" not in cells.others) or made.name in (
            "scale",
            "smiley_scale",
        ):
            row.put_own(type=made.name)
        row.put_own(variable=question["variable"] if name != question["variable"] else "")
        self._common(row, question, names)
        for member, text in cells.others.items():
            if member == "image":
                row.put("media::image", text)
            else:
                row.put(member, text)
        self._other_text(question, names)
        if "categories" in question or "followups" in question:
            self._on_map(question, name, names)

    def _common(self, row: OutRow, question: Document, names: OutNames) -> None:
        told = question.get("text") if question["type"] == "information" else question.get("hint")
        row.put_texts("label", piped(question["label"], names))
        row.put_texts("hint", piped(told, names))
        writer = XPathWriter(names.around(), names.names)
        itself = XPathWriter(names.around(question), names.names)
        required = question.get("required")
        row.put("required", "yes" if required is True else writer.written(required) if required else "")
        row.put_texts("required_message", piped(question.get("required_message"), names))
        if question.get("relevant") is not None:
            row.put("relevant", writer.written(question["relevant"]))
        if question.get("choice_filter") is not None:
            row.put("choice_filter", writer.written(question["choice_filter"]))
        if question.get("default") is not None:
            row.put("default", default_cell(question, writer))
        constraint = _constraint(question)
        if constraint is not None:
            row.put("constraint", itself.written(constraint))
        if question.get("constraint") is not None:
            row.put_texts("constraint_message", piped(question.get("constraint_message"), names))
        if question.get("calculation") is not None:
            row.put("calculation", writer.written(question["calculation"]))
        elif question["type"] == "calculated":
            row.put("calculation", "''")

    def _other_text(self, question: Document, names: OutNames) -> None:
        """For other programs, a text question of its own."""
        opens = next((choice for choice in question.get("choices", ()) if choice.get("specify")), None)
        if opens is None:
            return
        name = names.names[question["variable"]]
        row = self.row(None, "text", names.names[f"{question['variable']}_other"])
        row.put_own(role="other_text", of=name)
        row.put_texts("label", opens["label"])
        row.put("relevant", f"selected(${{{name}}}, '{opens['code']}')")

    def _matrix(self, question: Document, names: OutNames) -> None:
        name = names.names[question["variable"]]
        listed = self.lists.name_of(answers_of(question), question["variable"])
        row = self.row(question, "begin_group", name)
        row.put("appearance", "table-list")
        row.put_own(variable=question["variable"] if name != question["variable"] else "")
        row.put_own(answers="" if "choices" in question else "scale")
        row.put_texts("label", piped(question["label"], names))
        if question.get("relevant") is not None:
            row.put("relevant", XPathWriter(names.around(), names.names).written(question["relevant"]))
        for each in question["rows"]:
            part = f"{question['variable']}_{each['code']}"
            line = self.row(each, f"select_one {listed}", names.names[part])
            line.put_texts("label", each["label"])
            line.put("required", "yes" if question.get("required") is True else "")
        self.rows.append(OutRow({"type": "end_group"}))

    def _on_map(self, question: Document, name: str, names: OutNames) -> None:
        inner = OutNames(names.taken, names)
        inner.add(question.get("followups", ()), f"{name}__")
        category = ""
        if question.get("categories"):
            category = names.free(f"{name}__category")
            listed = self.lists.name_of(question["categories"], category)
            row = self.row(None, f"select_one {listed}", category)
            row.put_texts("label", question["label"])
            row.put_own(role="categories", of=name)
        self._followups(question.get("followups"), name, "", "", inner)
        for each in question.get("categories", ()):
            its = OutNames(names.taken, inner)
            its.add(each.get("followups", ()), f"{name}__{each['code'].lower().replace('-', '_')}__")
            self._followups(each.get("followups"), name, category, each["code"], its)

    def _followups(self, questions: Any, of: str, asked: str, code: str, names: OutNames) -> None:
        if not questions:
            return
        group = self.row(None, "begin_group", names.free(f"{of}__followups"))
        group.put_own(role="followups", of=of, category=code)
        if code:
            group.put("relevant", f"selected(${{{asked}}}, '{code}')")
        for question in questions:
            self.question(question, names)
        self.rows.append(OutRow({"type": "end_group"}))


def piped(texts: Mapping[str, str] | None, names: OutNames) -> dict[str, str]:
    return {language: to_workbook(text, names.names) for language, text in (texts or {}).items()}


def _constraint(question: Document) -> Any:
    """Our own settings, then the question's constraint: so that other programs keep to both."""
    own = question.get("constraint")
    parts = [*TYPE_MAPS[question["type"]].implied(question), *([] if own is None else [own])]
    return {"and": parts} if len(parts) > 1 else parts[0] if parts else None
