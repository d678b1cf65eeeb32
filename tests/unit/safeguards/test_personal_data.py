import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.safeguards.first_names import FIRST_NAMES, NAMES_AND_WORDS
from participation.safeguards.personal_data import find_personal_data

ROOT = Path(__file__).resolve().parents[3]
CASES = json.loads((ROOT / "tests" / "data" / "personal_data_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_tells_who_someone_is_is_found(case: dict[str, Any]) -> None:
    found = find_personal_data(case["text"], case["year"])

    assert [[finding.kind, case["text"][finding.start : finding.end]] for finding in found] == case["found"]


@given(st.text())
def test_findings_follow_each_other_inside_the_text(text: str) -> None:
    edges = [0, *(edge for finding in find_personal_data(text) for edge in (finding.start, finding.end)), len(text)]

    assert edges == sorted(edges)


@pytest.mark.parametrize("part", ["a", "1", "+", "a.", "1 ", "Aa ", "41 ", "vei ", "@", "a@a.", "vei 1", "jeg heter "])
def test_no_text_makes_the_search_slow(part: str) -> None:
    begun = time.process_time()
    find_personal_data(part * (10_000 // len(part)))

    assert time.process_time() - begun < 5


def test_the_device_has_the_same_names() -> None:
    script = (ROOT / "static" / "js" / "modules" / "first_names.js").read_text(encoding="utf-8")
    lists = re.findall(r'= [`"]([^`"]+)[`"];', script)

    assert [set(names.split()) for names in lists] == [FIRST_NAMES, NAMES_AND_WORDS]
