"""Invented questionnaires that are sound: questions of every kind, then others with conditions on them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.unit.surveys.documents import category, choices, document, label, question
from tests.unit.surveys.examples import EXAMPLES
from tests.unit.surveys.xlsform.sound_expressions import sound_conditions, sound_numbers

FIRST = [
    question("whole_number", "age", min=0),
    question("scale", "mood", min=0, max=10, dont_know=label("Vet ikke")),
    question("single_choice", "way", choices=choices("walk", "bus", "1")),
    question("multiple_choice", "why", choices=choices("dark", "cars")),
    question("short_text", "name", max_length=50),
    question("date", "day"),
    question("time", "hour"),
    question("date_time", "met"),
    question("consent", "agreed"),
    question("place", "places", categories=[category("bad"), category("good")]),
    question("matrix", "many", rows=choices("a", "b")),
]
KINDS = [(name, own) for name, (own, _answer) in EXAMPLES.items() if name != "calculated"]
TOLD_APART = [
    {**one, "columns": columns}
    for one, columns in zip(
        choices("walk", "x", "y"), ({"c": "walk", "n": "3"}, {"c": "it's", "of-it": " a"}, {"n": "1.5"}), strict=True
    )
]
filters = (
    st.sampled_from(
        [
            {"=": [{"column": "c"}, {"answer": "way"}]},
            {"selected": [{"answer": "why"}, {"column": "name"}]},
            {">": [{"number": [{"column": "n"}]}, {"answer": "age"}]},
            {"not": [{"answered": [{"column": "of-it"}]}]},
            {"=": [{"column": "name"}, "x"]},
        ]
    )
    | sound_conditions
)
words = st.text(st.sampled_from("abæ Ø1.,-=<>&'\"$%}\n😀"), max_size=12) | st.sampled_from(["Hei {name}!", "{{", "$ 5"])
texts = words.map(lambda text: {"nb": f"x{text}"})
more = st.fixed_dictionaries(
    {},
    optional={
        "relevant": sound_conditions,
        "required": st.just(True) | sound_conditions,
        "constraint": sound_conditions,
        "required_message": texts,
        "hint": texts,
    },
)


def _asked(variable: str, kind: tuple[str, Any], label_: Any, own: dict[str, Any]) -> dict[str, Any]:
    name, settings = kind
    if name == "information":
        own = {member: value for member, value in own.items() if member != "required"}
    return question(name, variable, **{**settings, **own, "label": label_})


def _numbered(variable: str) -> st.SearchStrategy[dict[str, Any]]:
    ordinary = st.builds(_asked, st.just(variable), st.sampled_from(KINDS), texts, more)
    filtered = st.builds(
        lambda asked, kind, told: {**asked, "type": kind, "choices": TOLD_APART, "choice_filter": told},
        st.builds(_asked, st.just(variable), st.just(("single_choice", {})), texts, more),
        st.sampled_from(["single_choice", "multiple_choice", "ranking"]),
        filters,
    )
    return ordinary | filtered | sound_numbers.map(lambda worked: question("calculated", variable, calculation=worked))


def _whole(asked: tuple[dict[str, Any], ...], relevant: Any, title: Any) -> dict[str, Any]:
    made = document(*FIRST, title=title)
    made["pages"].append({"name": "page", "title": title, "questions": list(asked), "relevant": relevant})
    followups = [
        {**each, "uid": f"f-{each['uid']}"} for each in asked if each["type"] not in ("place", "route", "area")
    ]
    on_map = question(
        "route", "road", followups=followups[:1], categories=[category("x", "line", followups=followups[1:])]
    )
    made["pages"].append({"name": "way", "title": title, "questions": [on_map]})
    return made


invented_documents = st.builds(
    _whole, st.tuples(*map(_numbered, ("b1", "b2", "b3"))), sound_conditions, words.map(lambda text: {"nb": f"T{text}"})
)
