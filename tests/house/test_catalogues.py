"""The two catalogues: what pupils and residents read in every language of theirs, the rest in bokmål and nynorsk."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta

from tests.house.repository import ROOT
from tools.translating import catalogues, checks
from tools.translating.sources import KEYWORDS, MESSAGES, PARTICIPANT, is_participants, texts

TEMPLATES = ROOT / "templates"
# Looking for the texts takes seconds: once is enough.
pytestmark = pytest.mark.xdist_group("catalogues")


def participants_templates() -> list[Path]:
    return [path for path in TEMPLATES.rglob("*.html") if is_participants(path.relative_to(ROOT).as_posix())]


def test_the_catalogues_are_complete() -> None:
    """As `tools/translate.py check`, in a process that may have looked for the texts already."""
    assert list(checks.everything_wrong()) == []


def test_planners_have_bokmaal_and_nynorsk() -> None:
    assert catalogues.languages(MESSAGES) == ["nb", "nn"]


def test_no_text_stands_in_both() -> None:
    assert not texts(PARTICIPANT) & texts(MESSAGES)


def test_no_text_is_marked_inside_an_f_string() -> None:
    """Babel does not read those, so the text would never reach a catalogue."""
    unread = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for folder in ("participation", "surveys", "exports")
        for path in (ROOT / folder).rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    ]
    assert unread == []


def test_what_a_participants_page_is_made_of_is_listed() -> None:
    pages, parser = participants_templates(), jinja2.Environment(extensions=["jinja2.ext.i18n"])
    assert pages
    for path in pages:
        found = meta.find_referenced_templates(parser.parse(path.read_text("utf-8")))
        astray = [name for name in found if name and not is_participants(f"templates/{name}")]
        assert not astray, f"{path.relative_to(ROOT)} uses {astray}: list them in tools/translating/sources.py"


def test_the_scripts_of_a_participants_page_are_listed() -> None:
    built = json.loads((ROOT / "static" / "built" / "texts.json").read_text("utf-8"))
    used = re.compile(r'page_texts\("(\w+)"')
    pages = {name for path in participants_templates() for name in used.findall(path.read_text("utf-8"))}
    assert "pupil" in pages
    for page in pages:
        assert not set(built[page]) - texts(PARTICIPANT), f"{page}: list the scripts in tools/translating/sources.py"


@pytest.mark.parametrize(
    ("text", "translated", "right"),
    [
        ("Draw {what}.", "Tegn {what}.", True),
        ("Draw {what}.", "Tegn.", False),
        ("%(count)s marks", "%(count)d merker", False),
        ("one road | %(num)s roads", ["én vei", "%(num)s veier"], True),
        ("one road | %(num)s roads", ["én vei", "veier"], False),
        ("one road | %(num)s roads", ["én vei"], False),
        ("one road | %(num)s roads", "veier", False),
    ],
)
def test_a_translation_keeps_what_is_filled_in(text: str, translated: str | list[str], right: bool) -> None:
    assert (checks.fault("nb", text, translated) is None) is right
