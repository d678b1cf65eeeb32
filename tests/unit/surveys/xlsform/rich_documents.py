"""Questionnaires that say all there is to say."""

from __future__ import annotations

from typing import Any

from tests.unit.surveys.documents import category, choices, document, label, question
from tests.unit.surveys.examples import EXAMPLES

OTHER = [*choices("a"), {**choices("b")[0], "specify": True, "icon": "bench", "retired": True}]
RICH: dict[str, dict[str, Any]] = {
    "every type": document(*(question(name, f"v_{name}", **own) for name, (own, _answer) in EXAMPLES.items())),
    "settings": document(
        question("short_text", "name", max_length=20, hint=label("Fornavn"), uid="q1"),
        question("whole_number", "age", min=0, max=120, required=True, required_message=label("Svar.")),
        question("date_time", "met", min="2026-01-01T08:00", max="2026-12-31T23:59", default={"now": True}),
        question("date", "day", min="2026-01-01", constraint={"<=": [{"self": True}, {"today": True}]}),
        question(
            "multiple_choice",
            "why",
            choices=[*OTHER, {"code": "none", "label": label("Ingen"), "exclusive": True}],
            min=1,
            max=2,
            constraint={"not": [{"selected": [{"self": True}, "a"]}]},
            constraint_message=label("Ikke a, {name}."),
        ),
        question("single_choice", "way", choices=OTHER, dont_know=label("Vet ikke"), appearance="radio"),
        question("matrix", "views", rows=choices("a", "b"), choices=choices("x", "y"), required=True),
        question("short_text", "more", relevant={"=": [{"answer": "views_a"}, "x"]}, label=label("Hei {why_other}")),
        question("photo", "seen", max_photos=3, relevant={"and": [{"answered": [{"answer": "views"}]}]}),
        question("information", "told", hint=label("Også"), text=label("$ {{name}} koster $5")),
    ),
    "filters": document(
        question("single_choice", "county", choices=choices("vestland", "oslo")),
        question(
            "single_choice",
            "town",
            choices=[
                {**choices("bergen")[0], "columns": {"county": "vestland", "caption": "By", "size": "290"}},
                {**choices("oslo")[0], "columns": {"county": "oslo"}, "retired": True},
            ],
            dont_know=label("Vet ikke"),
            choice_filter={
                "and": [
                    {"=": [{"column": "county"}, {"answer": "county"}]},
                    {">": [{"number": [{"column": "size"}]}, 3]},
                ]
            },
        ),
        question(
            "multiple_choice",
            "seen",
            choices=[{**choices("a")[0], "columns": {"caption": "x"}}, {**choices("b")[0], "specify": True}],
            choice_filter={"=": [{"column": "caption"}, "x"]},
        ),
        question(
            "ranking",
            "best",
            choices=choices("a", "b"),
            choice_filter={"selected": [{"answer": "seen"}, {"column": "name"}]},
        ),
    ),
    "defaults": document(
        question("short_text", "name", default="Hei (du) ${x}"),
        question("long_text", "more", default={"join": ["a", {"answer": "name"}]}),
        question("whole_number", "age", default=3, min=1),
        question("date", "day", default={"date": "2026-11-22"}),
        question("date", "other", default={"add_days": [{"today": True}, 7]}),
        question("scale", "mood", default=4),
        question("scale", "mind", default="dont_know", dont_know=label("Vet ikke")),
        question("single_choice", "way", choices=choices("a", "1"), default="1"),
        question("multiple_choice", "ways", choices=choices("a", "b"), default=["b", "a"]),
        question("decimal", "share", default={"answer": "age"}),
    ),
    "map": document(
        question("consent", "agreed"),
        question(
            "place",
            "places",
            max_marks=20,
            relevant={"answer": "agreed"},
            followups=[question("short_text", "why"), question("whole_number", "agreed", uid="f2")],
            categories=[
                category("Bad-1", prompt=label("Hva?"), icon="bad"),
                category(
                    "good",
                    followups=[
                        question("single_choice", "kind", choices=OTHER),
                        question("short_text", "what", relevant={"=": [{"answer": "kind"}, "a"]}),
                        question("short_text", "tell", relevant={">": [{"answer": "agreed"}, 1]}, uid="f5"),
                    ],
                ),
            ],
        ),
        question("short_text", "why", uid="top", relevant={">": [{"marks": "places"}, 1]}),
    ),
    "odd texts": document(
        question("short_text", "a", label=label(" Mellomrom \r\n og\x07 {{klammer}} og ${{x} og =1+1 ")),
        question("short_text", "b", label=label("=HYPERLINK(1)"), hint=label("{a} 50 %")),
        title=label("-1+1"),
        intro=[label(" Først"), label("Så"), label("Til slutt \r")],
        age="8-10",
    ),
    "pages": {
        **document(),
        "languages": ["nb", "so", "qaa"],
        "title": {"nb": "Skjema", "so": "Foom"},
        "pages": [
            {"name": "1", "title": {"nb": "Tom", "qaa": "Z"}, "questions": [question("whole_number", "age")]},
            {
                "name": "age",
                "title": label("Om {age}"),
                "relevant": {"and": [True]},
                "questions": [],
                "unread": {"relevant": "pulldata('a') and ${b}"},
            },
            {"name": "place_2", "title": label(), "questions": [question("whole_number", "other")]},
        ],
    },
}
