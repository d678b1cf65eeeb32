"""`lokalkjent xlsform` and `activity add --xlsform`: questionnaires from workbooks and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from participation.activities import queries
from participation.activities.models import Activity
from participation.extensions import db
from surveys.templates import template
from tests.factories.classes import make_activity, make_project
from tests.integration.commands.conftest import Run

FORM = """
| survey |
| | type | name | label::Norsk (nb) | label::English (en) | relevant |
| | start | start | | | |
| | select_one way | way | Hvordan? | How? | |
| | geopoint | place | Hvor? | Where? | ${way} = 'walk' |
| choices |
| | list_name | name | label::Norsk (nb) | label::English (en) |
| | way | walk | Går | Walk |
| | way | bus | Buss | Bus |
| settings |
| | form_title | default_language |
| | Skoleveien | Norsk (nb) |
"""
BROKEN = FORM.replace("select_one way", "select_one weg").replace("geopoint", "wings")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return _written(tmp_path / "skjema.md", FORM)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_check_tells_what_a_workbook_becomes(run: Run, form: Path) -> None:
    done = run("xlsform", "check", form, "--json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told == {
        "ok": True,
        "questions": 2,
        "map_questions": 1,
        "languages": ["nb", "en"],
        "problems": [],
        "notices": [
            {"row": 2, "sheet": "survey", "message": "“start” is nothing that is gathered here, and is left out."}
        ],
    }


def test_check_tells_what_is_worth_a_look_with_its_row(run: Run, tmp_path: Path) -> None:
    asking = FORM.replace("Hvor?", "Hva er adressen din?").replace("geopoint", "text")
    done = run("xlsform", "check", _written(tmp_path / "skjema.md", asking), "--json")
    [*_others, told] = json.loads(done.stdout)["notices"]
    assert (told["row"], told["sheet"]) == (4, "survey")
    assert "seems to ask for an address" in told["message"]


def test_check_refuses_with_sheet_row_and_words(run: Run, tmp_path: Path) -> None:
    broken = _written(tmp_path / "broken.md", BROKEN)
    done = run("xlsform", "check", broken, "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["ok"], told["questions"]) == (False, 0)
    assert [(notice["sheet"], notice["row"]) for notice in told["notices"]] == [("survey", 2)]
    assert [(problem["sheet"], problem["row"]) for problem in told["problems"]] == [("survey", 3), ("survey", 4)]
    assert "Mend what is told" in done.stderr
    spoken = run("xlsform", "check", broken)
    assert (spoken.exit_code, spoken.stdout) == (1, "")
    assert "survey: Row 3: The list “weg” is not on the sheet" in spoken.stderr


def test_check_speaks_the_readers_language(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nn")
    done = run("xlsform", "check", _written(tmp_path / "broken.md", BROKEN), "--json")
    assert "er ingen spørsmålstype" in json.loads(done.stdout)["problems"][1]["message"]


def test_an_activity_asks_what_the_workbook_asks_and_gives_it_back(run: Run, form: Path, tmp_path: Path) -> None:
    project = make_project()
    made = run("activity", "add", "--project", project.slug, "--kind", "resident_survey", "--title", "T", "--xlsform", form,
               "--json")  # fmt: skip
    assert made.exit_code == 0, made.stderr
    assert "is left out" in made.stderr
    number = int(json.loads(made.stdout)["id"])
    asked = queries.questionnaire(db.session, number, 1)
    assert asked is not None
    assert [question.type for question in asked.questions] == ["single_choice", "place"]
    file = tmp_path / "ut.xlsx"
    assert run("xlsform", "export", number, "-o", file).exit_code == 0
    again = run(
        "activity", "add", "--project", project.slug, "--kind", "note", "--title", "T", "--xlsform", file, "--json"
    )
    copy = queries.questionnaire(db.session, int(json.loads(again.stdout)["id"]), 1)
    assert copy is not None
    assert copy.document == asked.document


def test_a_broken_workbook_makes_no_activity(run: Run, tmp_path: Path) -> None:
    project = make_project()
    broken = _written(tmp_path / "broken.md", BROKEN)
    done = run("activity", "add", "--project", project.slug, "--kind", "note", "--title", "T", "--xlsform", broken)
    assert done.exit_code == 1
    assert "survey: Row 4" in done.stderr
    assert db.session.query(Activity).count() == 0


def test_a_ready_questionnaire_can_be_exported(run: Run, tmp_path: Path) -> None:
    activity_ = make_activity(make_project())
    file = tmp_path / "ut.xlsx"
    assert run("xlsform", "export", activity_.id, "-o", file).exit_code == 0
    told = json.loads(run("xlsform", "check", file, "--json").stdout)
    pages = template("barnetrakk_3_7")["pages"]
    assert told["questions"] == sum(len(page["questions"]) for page in pages)


def test_what_cannot_be_exported_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("xlsform", "export", "999999", "-o", tmp_path / "ut.xlsx").exit_code == 1
    activity_ = make_activity(make_project())
    refused = run("xlsform", "export", activity_.id, "-o", tmp_path)
    assert refused.exit_code == 1
    assert "it is a folder" in refused.stderr


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    missing = run("xlsform", "check", tmp_path / "none.xlsx", "--json")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "none.xlsx cannot be read" in missing.stderr
    assert run("xlsform", "check").exit_code == 2
