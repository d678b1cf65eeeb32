"""Photos as the ids of their uploads; the page that carries the field takes the files in."""

from __future__ import annotations

from wtforms import Field

from surveys.answer_fields.base import AnswerFieldMixin


class AnswerPhotosField(AnswerFieldMixin, Field):
    """`data`: upload ids. The files themselves are chosen in a field named `<variable>_file`."""

    @property
    def file_name(self) -> str:
        return f"{self.name}_file"

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = [upload for upload in valuelist if upload]

    def uploads(self) -> list[str]:
        return self.data if isinstance(self.data, list) else []
