"""Every question type in the sheets of a download: its columns, its codes and its summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from participation.downloads import columns
from participation.downloads.codebook import Codebook
from participation.downloads.codebook_table import codebook_table
from participation.downloads.counting import Counting
from participation.downloads.mark_columns import MarkColumns
from participation.downloads.response_table import FIXED as OF_RESPONSES
from participation.downloads.summary import summary_table
from participation.registrations.own_fields import own_fields
from tests.unit.surveys.documents import category, choices, label, question, questionnaire
from tests.unit.surveys.examples import EXAMPLES, ROWS

APART = {"dont_know": label("Vet ikke")}
FOLLOWUPS = [
    question("matrix", "seen", rows=ROWS),
    question("multiple_choice", "why", choices=choices("a", "b")),
    question("short_text", "said"),
]
ASKED = Codebook(
    {
        1: questionnaire(
            question("matrix", "streets", rows=ROWS, **APART),
            question("ranking", "first", choices=choices("a", "b")),
            question("place", "spot", categories=[category("a", followups=FOLLOWUPS)]),
        )
    }
)


def summed_up(
    answers: list[dict[str, Any]], marks: Sequence[dict[str, Any]] = (), respondents: Sequence[int] | None = None
) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    counting = Counting(ASKED)
    for given in answers:
        counting.answered("open_link", given)
    if marks:
        rows = [
            (number, respondent, "spot", "a", "", orjson.dumps(given).decode(), None, False)
            for number, (respondent, given) in enumerate(zip(respondents or range(len(marks)), marks, strict=True))
        ]
        counting.marked(MarkColumns(rows), dict.fromkeys(range(len(marks)), "open_link"))
    table = summary_table("Summary", ASKED, "nb", counting)
    names = [column.name for column in table.columns]
    found = [dict(zip(names, row.values, strict=True)) for row in table.rows]
    return {
        (row["variable"], row["code"]): (
            row["question_label"],
            row["label"],
            row["respondents"],
            row["share"],
            row["mean"],
        )
        for row in found
    }


def test_a_matrix_is_summed_up_row_by_row_with_those_who_do_not_know_apart() -> None:
    rows = summed_up([{"streets": {"paths": 2}}, {"streets": {"paths": 4}}, {"streets": {"paths": "dont_know"}}])

    assert rows["streets", None] == ("Spørsmål", None, 3, None, None)
    assert rows["streets_paths", None] == ("Spørsmål: Stier", None, 2, None, 3)
    assert rows["streets_paths", "4"] == ("Spørsmål: Stier", "4", 1, 0.5, None)
    assert rows["streets_paths", "dont_know"] == ("Spørsmål: Stier", "Vet ikke", 1, None, None)


def test_a_ranking_tells_who_came_first_and_the_mean_rank() -> None:
    rows = summed_up([{"first": ["a", "b"]}, {"first": ["b", "a"]}, {"first": ["a"]}, {}])

    assert rows["first", "a"][2:] == (2, 0.6667, 1.33)
    assert rows["first", "b"][2:] == (1, 0.3333, 1.5)


def test_a_matrix_asked_of_a_mark_is_counted_row_by_row() -> None:
    rows = summed_up([{}, {}], [{"seen": {"paths": 2}}, {"seen": {"paths": 2, "lights": 1}}])

    assert rows["seen_paths", "2"][2:4] == (2, 1)
    assert rows["seen_lights", "1"][2:4] == (1, 1)


def test_one_respondent_with_several_marks_is_counted_once_behind_each_code() -> None:
    given = [{"why": ["a", "b"]}, {"why": ["a"]}, {"why": ["a"]}, {"said": "Her"}, {"said": "Der"}]
    rows = summed_up([{}], given, respondents=[1, 1, 2, 1, 1])

    assert (rows["why", "a"][2], rows["why", "b"][2]) == (2, 1)
    assert (rows["why", "a"][3], rows["why", "b"][3]) == (1.0, 0.5)


def test_the_codebook_has_the_codes_of_every_row() -> None:
    rows = [row.values for row in codebook_table("Codebook", ASKED, "nb").rows]

    assert ("streets_paths", "Spørsmål: Stier", "dont_know", "Vet ikke") in rows
    assert ("first", "Spørsmål", "a", "A") in rows


def test_the_codebook_calls_a_question_as_its_column_is_called() -> None:
    """The language that somebody answered in is not the one that they are asked about."""
    about = [question("single_choice", "language", uid="about", choices=choices("nb"))]
    asked = Codebook(
        {
            1: questionnaire(
                question("single_choice", "language", choices=choices("so")),
                question("place", "spot", categories=[category("a", followups=about)]),
            )
        }
    )
    rows = [row.values for row in codebook_table("Codebook", asked, "nb", taken=OF_RESPONSES).rows]

    assert [row[:1] + row[2:3] for row in rows[:3]] == [("answer_language", "so"), ("spot", "a"), ("language", "nb")]


def test_every_type_gives_columns_that_a_file_can_hold() -> None:
    asked = questionnaire(*(question(name, f"v_{name}", **settings) for name, (settings, _answer) in EXAMPLES.items()))
    made = columns.of_questions(asked.questions, "nb", ["v_date"])

    assert "answer_v_date" in {column.name for column in made}
    for found in asked.answer_questions:
        blanks = columns.cells(found, None, "nb")
        assert len(columns.cells(found, {"of": "another form"}, "nb")) == len(blanks)


def test_a_column_is_headed_by_every_question_that_is_answered_in_it() -> None:
    """What is wrong with a place never stands under what is good there, and the code list has both."""
    good = question("multiple_choice", "why", label=label("Hva er bra her?"), choices=choices("quiet", "friends"))
    bad = question(
        "multiple_choice", "why", uid="why_bad", label=label("Hva er ikke bra her?"), choices=choices("dark", "friends")
    )
    kinds = [category("good", followups=[good]), category("bad", followups=[bad])]
    asked = Codebook({1: questionnaire(question("place", "spot", categories=kinds))})

    code, words = columns.of_questions(asked.followups.values(), "nb", ())

    assert words.heading("nb") == "Hva er bra her? / Hva er ikke bra her?"
    assert list(code.codes) == ["quiet", "friends", "dark"]
    found = own_fields([words.heading("nb"), code.heading("nb")], list(asked.asked.values()))
    assert found.answering == [code.heading("nb")]
