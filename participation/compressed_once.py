"""Pages that are kept are compressed once for each way of compressing, not each time they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

import flask

from participation.kept import kept


@dataclass(frozen=True)
class KeptPage:
    """A page that many are answered with; `name`: its own, no other page's."""

    html: str
    name: str = field(default_factory=lambda: uuid4().hex)

    def answer(self) -> str:
        """The page as the answer to this request."""
        flask.g.kept_page = self.name
        return self.html


class Compressed:
    """Flask-Compress's cache: a key is the way of compressing, ";" and `name_of_answer`. Only kept pages are kept."""

    def get(self, key: str) -> bytes | None:
        """What the answer was compressed to before."""
        return kept("compressed", key, lambda: None)

    def set(self, key: str, compressed: bytes) -> None:
        """Keep it if it has a name."""
        if not key.endswith(";"):
            kept("compressed", key, lambda: compressed)


def name_of_answer(_request: flask.Request) -> str:
    """The name of the kept page that this request is answered with; "" for all other answers."""
    name: str = flask.g.get("kept_page", "")
    return name
