"""`lokalkjent marks import` of a file that has been corrected since it was taken in."""

from __future__ import annotations

import json
from pathlib import Path

import flask
import pytest

from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.classes import AREA, make_activity, make_project
from tests.integration.commands.conftest import Run

BEGUN = "id;lon;lat;sagt;antall\n1;5,23;60,36;  mørkt ;2\n2;5,24;60,36;fint;1\n"


@pytest.mark.parametrize("by", [(), ("--respondent-field", "id")])
@pytest.mark.parametrize("other", ["lyst ;2", "  mørkt ;3"])
def test_a_row_that_says_something_else_than_before_is_told_of_as_that(
    app: flask.Flask, run: Run, tmp_path: Path, other: str, by: tuple[str, ...]
) -> None:
    """Told that it counts once, whoever corrected it would think that it had been taken in."""
    activity = make_activity(make_project(area=AREA)).id
    file = tmp_path / "a.csv"
    fields = ("--category", "Huske", "--comment-field", "sagt", "--count-field", "antall", "--json", *by)
    told = []
    for text in (BEGUN, BEGUN, BEGUN.replace("  mørkt ;2", other)):
        file.write_text(text, "utf-8")
        report = json.loads(run("marks", "import", file, "--activity", activity, *fields).stdout)
        assert report["read"] == report["accepted"] + report["rejected"]
        told.append([problem["message"] for problem in report["problems"]])
    known = "The row is there already. It counts once."
    assert told[:2] == [[], [known, known]]
    assert "another comment or number of people" in told[2][0]
    assert told[2][1] == known
    assert json.loads(db.session.query(Mark).order_by(Mark.id).first().answers) == {"comment": "mørkt"}


def test_words_of_choices_are_their_codes_and_a_comment_that_is_left_out_is_told_of(
    app: flask.Flask, run: Run, tmp_path: Path
) -> None:
    """As whoever keeps registrations in a spreadsheet writes them."""
    activity = make_activity(make_project(area=AREA)).id
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": [[5.22, round(60.35 + number / 1000, 3)], [5.24, 60.36]]},
            "properties": {"hva": "school_road", "mode": mode, "comment": "glatt"},
        }
        for number, mode in enumerate(["walk", " Jeg går", "JEG SYKLER", "Cycle", "Jeg hopper"])
    ]
    file = tmp_path / "a.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    command = ("marks", "import", file, "--activity", activity, "--category-field", "hva", "--json")
    first = run(*command)
    report = json.loads(first.stdout)
    assert report["accepted"] == 5
    assert ["“Jeg hopper”" in one["message"] for one in report["problems"]] == [True]
    answers = [json.loads(mark.answers) for mark in db.session.query(Mark).order_by(Mark.id)]
    assert [one.get("mode") for one in answers] == ["walk", "walk", "cycle", "cycle", None]
    assert "“comment” is not taken in" in first.stderr
    assert "is not taken in" not in run(*command, "--comment-field", "comment").stderr
