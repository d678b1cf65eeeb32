"""Photos as the ids of their uploads; the page that carries the field takes the files in."""

from __future__ import annotations

from typing import Any

from wtforms import Field

from surveys.answer_fields.base import AnswerFieldMixin


class AnswerPhotosField(AnswerFieldMixin, Field):
    """`data`: upload ids, `most` of them. The files themselves are chosen in a field named `<variable>_file`."""

    def __init__(self, *asked: Any, most: int, **own: Any) -> None:
        super().__init__(*asked, **own)
        self.most = most

    @property
    def file_name(self) -> str:
        return f"{self.name}_file"

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = [upload for upload in valuelist if upload]

    def uploads(self) -> list[str]:
        return self.data if isinstance(self.data, list) else []
