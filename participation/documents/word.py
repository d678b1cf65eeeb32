"""A document as a Word file (.docx), which is what offices work on together."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from participation.documents.content import Document, Table
from participation.plain_texts import plain


def word(document: Document, language: str) -> bytes:
    """The file; headings and tables are Word's own, so that screen readers and tables of contents know them."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = plain(document.title), ""
    made.core_properties.language = language
    made.add_heading(plain(document.title), 0)
    made.add_paragraph(plain(document.lead))
    for section in document.sections:
        made.add_heading(plain(section.heading), 1)
        for paragraph in section.paragraphs:
            made.add_paragraph(plain(paragraph))
        if section.table:
            add_table(made, section.table)
        for asked in section.asks:
            made.add_paragraph(plain(asked), style="List Bullet")
            made.add_paragraph("")
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def add_table(made: WordDocument, table: Table) -> None:
    """A table whose first row is repeated on every page."""
    grid = made.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, table.headings, strict=True):
        cell.paragraphs[0].add_run(plain(heading)).bold = True
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = plain(text)
    made.add_paragraph("")
