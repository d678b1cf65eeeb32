"""A text to be read beside a file, as Markdown and as plain text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

WIDTH = 80
# What Markdown would take for its own: a title may hold anything.
MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True)
class Section:
    """`facts`: values by name; `points`: a list."""

    heading: str
    paragraphs: Sequence[str] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    points: Sequence[str] = ()


@dataclass(frozen=True)
class Readme:
    title: str
    sections: Sequence[Section]


def as_markdown(readme: Readme) -> str:
    lines = [f"# {_plain(readme.title)}", ""]
    for section in readme.sections:
        lines += [f"## {_plain(section.heading)}", ""]
        lines += [line for paragraph in section.paragraphs for line in (_plain(paragraph), "")]
        listed = [f"- {_plain(name)}: {_plain(value)}" for name, value in section.facts.items()]
        listed += [f"- {_plain(point)}" for point in section.points]
        lines += [*listed, ""] if listed else []
    return "\n".join(lines).rstrip() + "\n"


def as_text(readme: Readme) -> str:
    """Lines of at most 80 letters, ended as Windows ends them."""
    return "\r\n".join(_lines(readme)).rstrip() + "\r\n"


def _lines(readme: Readme) -> Iterator[str]:
    yield from (*textwrap.wrap(readme.title, WIDTH), "=" * min(len(readme.title), WIDTH), "")
    for section in readme.sections:
        yield from (section.heading, "-" * len(section.heading))
        for paragraph in section.paragraphs:
            yield from (*textwrap.wrap(paragraph, WIDTH, break_long_words=False), "")
        for point in [*(f"{name}: {value}" for name, value in section.facts.items()), *section.points]:
            yield from textwrap.wrap(f"* {point}", WIDTH, subsequent_indent="  ", break_long_words=False)
        yield ""


def _plain(text: str) -> str:
    """On one line, as it is written."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
