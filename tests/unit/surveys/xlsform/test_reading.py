"""What each column and type of a workbook becomes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from surveys.xlsform.importing import import_workbook
from tests.unit.surveys.xlsform.forms import choices, imported, notices, questions, refusals, row

LISTED = choices("yes_no", "yes", "no")
TYPES: list[tuple[dict[str, str], dict[str, Any]]] = [
    (row("text", "a"), {"type": "short_text"}),
    (row("string", "a", appearance="multiline"), {"type": "long_text"}),
    (row("text", "a", read_only="yes"), {"type": "information"}),
    (row("int", "a", required="TRUE"), {"type": "whole_number", "required": True}),
    (row("decimal", "a", required="no"), {"type": "decimal"}),
    (row("range", "a", parameters="start=1;end=5, step=0.5"), {"type": "slider", "min": 1, "max": 5, "step": 0.5}),
    (row("range", "a"), {"type": "slider", "min": 0, "max": 10, "step": 1}),
    (row("date", "a"), {"type": "date"}),
    (row("time", "a"), {"type": "time"}),
    (row("dateTime", "a"), {"type": "date_time"}),
    (row("note", "a", hint="Les"), {"type": "information", "text": {"nb": "Les"}}),
    (row("trigger", "a"), {"type": "consent"}),
    (
        row("acknowledge", "a", hint="Ellers kan vi ikke svare", required="yes"),
        {"type": "consent", "required": True, "reason": {"nb": "Ellers kan vi ikke svare"}},
    ),
    (row("acknowledge", "a", hint="Frivillig"), {"type": "consent", "hint": {"nb": "Frivillig"}}),
    (row("calculate", "a", calculation="1 + 1"), {"type": "calculated", "calculation": {"+": [1, 1]}}),
    (row("calculate", "a", calculation="'x'"), {"type": "calculated", "calculation": "x", "result": "text"}),
    (row("hidden", "a"), {"type": "hidden"}),
    (row("select_one yes_no", "a"), {"type": "single_choice"}),
    (row("select one from yes_no", "a", appearance="minimal"), {"type": "single_choice", "appearance": "dropdown"}),
    (row("Select_Multiple yes_no", "a"), {"type": "multiple_choice"}),
    (row("rank yes_no", "a"), {"type": "ranking"}),
    (row("gps", "a"), {"type": "place", "max_marks": 1}),
    (row("geotrace", "a"), {"type": "route", "max_marks": 1}),
    (row("geoshape", "a"), {"type": "area", "max_marks": 1}),
    (row("photo", "a"), {"type": "photo"}),
]


@pytest.mark.parametrize(("given", "expected"), TYPES, ids=lambda part: part.get("type") if "name" in part else "")
def test_each_type_has_its_counterpart(given: dict[str, str], expected: dict[str, Any]) -> None:
    (question,) = questions(imported([given], LISTED))
    members = {"variable", "uid", "label", "choices"}
    assert {member: value for member, value in question.items() if member not in members} == expected


def test_choices_and_the_text_that_other_opens() -> None:
    (question,) = questions(imported([row("select_multiple yes_no or_other", "a")], LISTED))
    assert [choice["code"] for choice in question["choices"]] == ["yes", "no", "other"]
    assert question["choices"][2] == {"code": "other", "label": {"nb": "Annet"}, "specify": True}
    asked = [row("select_one yes_no or_other", "a"), row("text", "b", relevant="${a_other} != ''")]
    assert questions(imported(asked, LISTED))[1]["relevant"] == {"answered": [{"answer": "a_other"}]}


def test_a_box_that_must_be_ticked_says_why() -> None:
    form = imported([row("acknowledge", "a", "Jeg har lest dette", required="yes")])

    assert questions(form)[0]["reason"] == {"nb": "Jeg har lest dette"}
    assert [told for _sheet, number, told in notices(form) if number == 2] == [
        "Nothing tells why the box must be ticked. The label stands there too: write why as a hint."
    ]


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (row("hidden", "a", required="yes"), "required"),
        (row("hidden", "a", required="1 = 1"), "required"),
        (row("hidden", "a", constraint=". > 1"), "constraint"),
        (row("calculate", "a", calculation="1 + 1", required="yes", constraint=". > 9"), "required, constraint"),
    ],
)
def test_it_is_told_where_nobody_could_mend_what_is_required(given: dict[str, str], names: str) -> None:
    told = f"Nobody sees this question, so nobody could mend it: “{names}” does nothing here."
    assert [message for _sheet, number, message in notices(imported([given, row("text", "b")])) if number == 2] == [
        told
    ]


def test_texts_in_several_languages_stand_side_by_side() -> None:
    asked = {"type": "text", "name": "a", "label::English (en)": "Hi", "label:Norsk (nb)": "Hei", "hint": "Tips"}
    form = imported([asked], None, {"form_title": "F", "default_language": "Norsk (nb)"})
    assert form.document["languages"] == ["nb", "en"]
    assert questions(form)[0]["label"] == {"nb": "Hei", "en": "Hi"}
    assert questions(form)[0]["hint"] == {"nb": "Tips"}


def test_a_text_missing_in_the_first_language_is_told() -> None:
    asked = {"type": "text", "name": "a", "label::Norsk (nb)": "", "label::English (en)": "Hi"}
    form = imported([asked])
    assert questions(form)[0]["label"] == {"en": "Hi"}
    assert ("survey", 2, "The text is missing in nb. What it is in en stands there.") in notices(form)


def test_conditions_refer_to_earlier_questions_under_their_new_names() -> None:
    listed = [*choices("l", "fot", "på sykkel")]
    asked = [
        row("select_one l", "Reise-måte"),
        row("text", "b", relevant="selected(${Reise-måte}, 'på sykkel')", constraint="string-length(.) < 9",
            constraint_message="Kort", label="Hei ${Reise-måte} {x}", required="${Reise-måte} = 'fot'",
            required_message="Svar"),
    ]  # fmt: skip
    question = questions(imported(asked, listed))[1]
    assert question["relevant"] == {"selected": [{"answer": "reise_mate"}, "pa_sykkel"]}
    assert question["constraint"] == {"<": [{"length": [{"self": True}]}, 9]}
    assert question["required"] == {"=": [{"answer": "reise_mate"}, "fot"]}
    assert question["label"] == {"nb": "Hei {reise_mate} {{x}"}
    assert (question["constraint_message"], question["required_message"]) == ({"nb": "Kort"}, {"nb": "Svar"})


@pytest.mark.parametrize(
    ("column", "xpath", "why"),
    [
        ("relevant", "${later} = 1", "“later” is asked later"),
        ("relevant", "${gone} = 1", "“gone” is left out"),
        ("relevant", "${nobody} = 1", "No question before this"),
        ("relevant", "wings(", "missing|cannot stand"),
        ("constraint", ". > pulldata('a')", "“pulldata” is not known"),
        ("required", "${a", "cannot stand here"),
    ],
)
def test_what_cannot_be_read_is_kept_as_text_and_told(column: str, xpath: str, why: str) -> None:
    form = imported([row("barcode", "gone"), row("integer", "a", **{column: xpath}), row("integer", "later")])
    question = questions(form)[0]
    assert question["unread"] == {column: xpath} and column not in question
    told = [message for sheet, number, message in notices(form) if (sheet, number) == ("survey", 3)]
    assert len(told) == 1 and f"“{column}” cannot be read" in told[0] and re.search(why, told[0])


def test_a_calculation_that_cannot_be_read_makes_nothing_else_depend_on_it() -> None:
    form = imported(
        [row("calculate", "a", calculation="uuid()"), row("text", "b", label="${a}", relevant="${a} = 'x'")]
    )
    assert questions(form)[0] == {
        "uid": "a", "variable": "a", "type": "calculated", "label": {"nb": "Tekst"}, "unread": {"calculation": "uuid()"},
    }  # fmt: skip
    assert questions(form)[1]["unread"] == {"relevant": "${a} = 'x'"}
    assert questions(form)[1]["label"] == {"nb": "${{a}"}


def test_groups_become_pages() -> None:
    form = imported(
        [
            row("text", "first"),
            row("begin group", "one", "Side en", relevant="${first} != ''"),
            row("text", "a"),
            {"type": "end group"},
            row("begin_group", "two", "Side to", appearance="field-list"),
            row("begin_group", "inner", "Inni", relevant="${a} != ''"),
            row("text", "b", relevant="${first} = 'x'"),
            {"type": "end_group"},
            row("text", "c"),
            {"type": "end_group"},
            row("text", "last"),
        ]
    )
    pages = form.document["pages"]
    assert [(page["name"], page["title"]["nb"]) for page in pages] == [
        ("page", "Skjema"), ("one", "Side en"), ("two", "Side to"), ("page_2", "Skjema"),
    ]  # fmt: skip
    assert pages[1]["relevant"] == {"answered": [{"answer": "first"}]}
    inner = {"answered": [{"answer": "a"}]}
    assert [(each["variable"], each.get("relevant")) for each in pages[2]["questions"]] == [
        ("inner", inner),
        ("b", {"and": [inner, {"=": [{"answer": "first"}, "x"]}]}),
        ("c", None),
    ]


@pytest.mark.parametrize("looks", ["group", "labels"])
def test_a_table_of_questions_becomes_a_matrix(looks: str) -> None:
    rows = [row("select_one yes_no", "t_a", "A"), row("select_one yes_no", "t_b", "B")]
    if looks == "group":
        asked = [row("begin group", "t", "Tabell", appearance="table-list"), *rows, {"type": "end group"}]
    else:
        shown = [each | {"appearance": "list-nolabel"} for each in rows]
        asked = [row("select_one yes_no", "t", "Tabell", appearance="label"), *shown]
    form = imported([*asked, row("text", "after", relevant="${t_b} = 'yes'")], LISTED)
    matrix, after = questions(form)
    assert (matrix["type"], matrix["label"]) == ("matrix", {"nb": "Tabell"})
    assert [each["code"] for each in matrix["rows"]] == ["a", "b"]
    assert after["relevant"] == {"=": [{"answer": "t_b"}, "yes"]}


def test_what_has_no_counterpart_is_left_out_and_told() -> None:
    form = imported(
        [
            row("start", "start"),
            row("audit", "audit", ""),
            row("barcode", "code"),
            row("select_one yes_no", "a", choice_filter="x = 1", default="yes", **{"bind::odd": "1"}),
            row("text", "b", calculation="1", parameters="rows=3", appearance="numbers", constraint_message="Nei"),
            {"label": "", "type": "", "hint": "En merknad"},
        ],
        LISTED,
    )
    told = {(number, message.split("“")[-1].split("”")[0]) for _sheet, number, message in notices(form)}
    assert told >= {(2, "start"), (3, "audit"), (4, "barcode"), (1, "bind::odd"), (6, "numbers")}
    assert questions(form)[0]["unread"] == {"choice_filter": "x = 1"}
    assert questions(form)[1]["unread"] == {"calculation": "1"}
    assert any(number == 7 and "left out" in message for _sheet, number, message in notices(form))


@pytest.mark.parametrize(
    ("survey", "listed", "sheet", "number", "why"),
    [
        ([row("text", "a"), row("text", "a")], [], "survey", 3, "used in row 2 already"),
        ([row("wings", "a")], [], "survey", 2, "no type of question"),
        ([row("txet", "a")], [], "survey", 2, "Use one of these: text"),
        ([row("select_one l", "a")], [], "survey", 2, "is not on the sheet “choices”"),
        ([row("select_one", "a")], [], "survey", 2, "names no list"),
        ([row("select_one l", "a")], [*choices("l", "x"), *choices("l", "x")], "choices", 3, "stands twice"),
        ([row("select_one l", "a")], [{"list_name": "l", "label": "X"}], "choices", 2, "name is missing"),
        ([row("text", "")], [], "survey", 2, "name is missing"),
        ([row("", "a")], [], "survey", 2, "type is missing"),
        ([row("calculate", "a")], [], "survey", 2, "calculation is missing"),
        ([row("range", "a", parameters="start=x")], [], "survey", 2, "no number"),
        ([row("range", "a", parameters="start=1 end=100000")], [], "survey", 2, "steps"),
        ([row("begin group", "a")], [], "survey", 2, "never ended"),
        ([row("text", "a"), {"type": "end group"}], [], "survey", 3, "Nothing begins"),
        ([row("begin repeat", "a"), row("text", "b"), {"type": "end repeat"}], [], "survey", 2, "repeated"),
        ([row("begin group", "a"), {"type": "end repeat"}], [], "survey", 3, "does not end what begins in row 2"),
        ([row("select_one_from_file l.csv", "a")], [], "survey", 2, "from a file"),
        ([row("include other", "a")], [], "survey", 2, "included"),
        ([row("text", "a", label="x" * 4001)], [], "survey", 2, "Shorten it"),
        ([row("note", "n") | {"type": "start"}], [], "survey", 0, "no question"),
        ([row("text", "a") | {"label::English": "a", "label::en": "b"}], [], "survey", 2, "different things"),
        ([row("text", "a", **{"relevance": "1 = 1", "bind:relevant": "2 = 2"})], [], "survey", 2, "different things"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_row(survey: Any, listed: Any, sheet: str, number: int, why: str) -> None:
    told = refusals(survey, listed)
    assert any((at, line) == (sheet, number) and why in message for at, line, message in told), told


def test_headings_are_taken_as_pyxform_takes_them() -> None:
    asked = {
        " Type ": "integer", "NAME": "a", "caption : Norsk": "Tekst", "bind: relevant": "1 = 1", "Read Only": "no",
        "requiredMsg": "Svar", "bind:jr:constraintMsg": "Nei", "Constraint": ". > 1",
    }  # fmt: skip
    (question,) = questions(imported([asked]))
    assert question["label"] == {"nb": "Tekst"}
    assert question["relevant"] == {"=": [1, 1]}
    assert (question["required_message"], question["constraint_message"]) == ({"nb": "Svar"}, {"nb": "Nei"})


def test_names_that_cannot_be_variables_are_changed_and_told() -> None:
    asked = [row("text", name) for name in ("Skole", "skole", "1a", "status", "a_label", "Ærø-2", "日本")]
    form = imported(asked)
    variables = [each["variable"] for each in questions(form)]
    assert variables == ["skole", "skole_2", "q_1a", "status_answer", "a_label_answer", "aero_2", "q"]
    assert sum("becomes" in message for _sheet, _row, message in notices(form)) == 7


def test_every_problem_is_told_at_once() -> None:
    asked = [row("begin repeat", "r"), row("wings", "a"), {"type": "end repeat"}, row("text", "b"), row("text", "b")]
    assert [number for _sheet, number, _message in refusals(asked)] == [2, 6, 3]


def test_a_workbook_without_a_title_has_its_files_name() -> None:
    form = import_workbook(b"| survey |\n| | type | name | label |\n| | text | a | A |\n", "Skolevei 2026.md")
    assert form.document["title"] == {"nb": "Skolevei 2026"}
    assert any("Skolevei 2026" in message and "form_title" in message for _sheet, _row, message in notices(form))


def test_a_text_that_is_not_in_every_language_is_told() -> None:
    rows = [
        {
            "type": "text",
            "name": "a",
            "label::English (en)": "Where?",
            "label::Polski (pl)": "Gdzie?",
            "hint::English (en)": "Here",
        },
        {"type": "text", "name": "b", "label::English (en)": "When?"},
    ]
    told = notices(imported(rows, settings={"form_title": "T", "default_language": "English (en)"}))
    assert ("survey", 2, "“hint” is missing in pl. What it is in en is shown there.") in told
    assert ("survey", 3, "“label” is missing in pl. What it is in en is shown there.") in told
    assert not [each for each in told if each[1] == 2 and "label" in each[2]]
