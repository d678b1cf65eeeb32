"""What was answered about marks, summed up: who has no opinion, and questions that have a variable in common."""

from __future__ import annotations

from typing import Any

import orjson

from participation.downloads.codebook import Codebook
from participation.downloads.counting import Counting
from participation.downloads.mark_columns import MarkColumns
from participation.downloads.summary import summary_table
from tests.unit.surveys.documents import category, choices, label, question, questionnaire
from tests.unit.surveys.examples import ROWS

APART = {"dont_know": label("Vet ikke")}
FOLLOWUPS = [
    question("scale", "safe", label=label("Trygt?"), **APART),
    question("matrix", "seen", label=label("Sett?"), rows=ROWS, **APART),
]
Answered = tuple[str, str, dict[str, Any]]


def summed_up(asked: Codebook, *given: Answered) -> list[dict[str, Any]]:
    """`given`: the channel, the map question and the answers of respondents with one mark each."""
    counting = Counting(asked)
    channels = {number: channel for number, (channel, _question, _answers) in enumerate(given)}
    for channel in channels.values():
        counting.answered(channel, {})
    rows = [
        (number, number, on_map, "a", "", orjson.dumps(answers).decode(), None, False)
        for number, (_channel, on_map, answers) in enumerate(given)
    ]
    counting.marked(MarkColumns(rows), channels)
    table = summary_table("Summary", asked, "nb", counting)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row.values, strict=True)) for row in table.rows]


def test_who_does_not_know_is_no_part_of_the_shares() -> None:
    asked = Codebook({1: questionnaire(question("place", "spot", categories=[category("a", followups=FOLLOWUPS)]))})
    steps = [{"safe": 4, "seen": {"paths": 2}}, {"safe": "dont_know", "seen": {"paths": "dont_know"}}, {"safe": 5}]
    rows = summed_up(asked, *(("web", "spot", answers) for answers in steps))
    found = {(row["variable"], row["code"]): (row["respondents"], row["share"]) for row in rows}
    assert (found["safe", "4"], found["safe", "5"], found["safe", "dont_know"]) == ((1, 0.5), (1, 0.5), (1, None))
    assert (found["seen_paths", "2"], found["seen_paths", "dont_know"]) == ((1, 1.0), (1, None))


def test_a_row_of_a_matrix_is_headed_by_its_question() -> None:
    asked = Codebook({1: questionnaire(question("place", "spot", categories=[category("a", followups=FOLLOWUPS)]))})
    (row,) = [row for row in summed_up(asked, ("web", "spot", {"seen": {"paths": 2}})) if row["code"] == "2"]
    assert row["question_label"] == "Sett?: Stier"


def test_each_channel_stands_under_the_map_question_that_it_answered() -> None:
    """Of two with categories of one code, in which one variable asks for the same."""

    def on_map(name: str) -> dict[str, Any]:
        why = question("single_choice", "why", uid=f"why_{name}", label=label("Hvorfor?"), choices=choices("dark"))
        return question("place", name, label=label(name.title()), categories=[category("a", followups=[why])])

    asked = Codebook({1: questionnaire(on_map("spots"), on_map("stops"))})
    why = {"why": "dark"}
    rows = summed_up(
        asked, ("web", "spots", why), ("web", "spots", why), ("web", "stops", why), ("paper", "stops", why)
    )
    told = [(row["question_label"], row["channel"], row["respondents"]) for row in rows if row["variable"] == "why"]
    assert told == [
        ("Spots: Hvorfor?", None, 2),
        ("Spots: Hvorfor?", "web", 2),
        ("Stops: Hvorfor?", None, 2),
        ("Stops: Hvorfor?", "web", 1),
        ("Stops: Hvorfor?", "paper", 1),
    ]


def test_the_choices_of_one_question_stay_without_the_map_question() -> None:
    why = question("single_choice", "why", label=label("Hvorfor?"), choices=choices("dark", "cars"))
    asked = Codebook({1: questionnaire(question("place", "spot", categories=[category("a", followups=[why])]))})
    rows = summed_up(asked, ("web", "spot", {"why": "dark"}))
    assert [row["question_label"] for row in rows if row["variable"] == "why"] == ["Hvorfor?"]


def test_what_was_marked_without_a_category_is_counted() -> None:
    """Where a question has none, and where it had none in an earlier version."""
    before, after = question("area", "own"), question("area", "own", categories=[category("b")])
    asked = Codebook({1: questionnaire(question("route", "walked"), before), 2: questionnaire(after)})
    counting = Counting(asked)
    rows = [(n, n % 2, name, "", "", "{}", None, False) for n, name in enumerate(("walked", "walked", "walked", "own"))]
    for _respondent in (0, 1):
        counting.answered("web", {})
    counting.marked(MarkColumns(rows), dict.fromkeys((0, 1), "web"))
    table = summary_table("Summary", asked, "nb", counting)
    told = {tuple(row.values[at] for at in (0, 2, 8, 9)) for row in table.rows}
    assert {("walked", None, 2, 3), ("own", None, 1, 1), ("own", "b", 0, 0)} <= told


def test_nobody_has_no_share() -> None:
    """0 % of those who came by a channel in which the question was not answered would say that they chose otherwise."""
    asked = Codebook({1: questionnaire(question("single_choice", "safe", choices=choices("a", "b")))})
    counting = Counting(asked)
    counting.answered("web", {"safe": "a"})
    counting.answered("import", {})
    shares = {
        row.values[6]: row.values[10] for row in summary_table("S", asked, "nb", counting).rows if row.values[4] == "b"
    }
    assert shares == {None: 0.0, "web": 0.0, "import": None}
