"""One look at all texts together overlooks nothing that a look at each finds."""

from __future__ import annotations

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.responses.flags import flags, flags_of_each
from tests.house.repository import ROOT

TOLD = [case["text"] for case in orjson.loads((ROOT / "tests/data/personal_data_cases.json").read_bytes())]
WORRYING = ["jeg vil ikke leve lenger", "han slår meg", "gutten med kniv", "mamma slår", "hun tok på meg"]
HARMLESS = ["", "fin lekeplass", "mørkt her", "bilene kjører fort 30", "jeg heter", "han", "vil", "9"]

texts = st.sampled_from([*TOLD, *WORRYING, *HARMLESS]) | st.text(max_size=12)
answers = st.dictionaries(st.sampled_from(["why", "more", "name"]), texts | st.lists(st.just("dark")) | st.integers())


def test_the_cases_are_worth_looking_at() -> None:
    assert all(flags({"more": text}).startswith("worrying:") for text in WORRYING)
    assert flags_of_each([{"more": "fin lekeplass"}, {}]) == ["", ""]


@settings(max_examples=300, deadline=None)
@given(st.lists(answers, max_size=6))
def test_each_gets_its_own(several: list[dict[str, object]]) -> None:
    assert flags_of_each(several) == [flags(one) for one in several]
