"""`lokalkjent activity publish`: the next version of a questionnaire from its workbook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from participation.activities.models import QuestionnaireVersion
from participation.extensions import db
from tests.factories.classes import make_project, new_uuid
from tests.factories.surveys import survey_body
from tests.integration.commands.conftest import Run

SURVEY = """
| survey |                 |       |       |
|        | type            | name  | label |
|        | select_one list | likes | {}    |
| choices |          |      |       |
|         | list_name | name | label |
|         | list      | yes  | Ja    |
{}
"""


def workbook(folder: Path, label: str = "Liker du deg?", *rows: str) -> str:
    file = folder / "skjema.md"
    more = [f"|         | list      | {row}   | {row.title()} |" for row in rows]
    file.write_text(SURVEY.format(label, "\n".join(more)), encoding="utf-8")
    return str(file)


@pytest.fixture
def activity(run: Run, tmp_path: Path) -> str:
    make_project()
    told = run(
        "activity", "add", "--project", "loddefjord", "--kind", "resident_survey", "--title", "Svar", "--open",
        "--xlsform", workbook(tmp_path, "Liker du deg?", "no"), "--json",
    )  # fmt: skip
    return str(json.loads(told.stdout)["id"])


def versions() -> int:
    return db.session.query(QuestionnaireVersion).count()


def test_other_words_are_published_and_told(run: Run, activity: str, tmp_path: Path) -> None:
    told = run("activity", "publish", activity, "--xlsform", workbook(tmp_path, "Trives du?", "no"), "--json")
    assert (told.exit_code, json.loads(told.stdout)) == (0, {"version": 2})
    assert "“Trives du?”: " in told.stderr or "«Trives du?»: " in told.stderr
    assert versions() == 2


def test_what_somebody_chose_is_not_taken_away(run: Run, activity: str, tmp_path: Path, client: FlaskClient) -> None:
    from participation.activities.queries import activity_by_id

    survey = activity_by_id(db.session(), activity)
    assert survey is not None
    body = survey_body(survey, answers={"likes": "no"}, complete=True)
    assert client.put(f"/api/responses/{new_uuid()}", json=body).status_code == 201
    refused = run("activity", "publish", activity, "--xlsform", workbook(tmp_path))
    assert refused.exit_code == 1
    assert "No" in refused.stderr
    assert versions() == 1


def test_what_must_be_mended_is_published_only_when_asked_for(run: Run, activity: str, tmp_path: Path) -> None:
    file = workbook(tmp_path, "Liker du deg?", "no")
    row = "|        | text            | who   | Fødselsnummer |\n| choices"
    Path(file).write_text(Path(file).read_text(encoding="utf-8").replace("| choices", row), encoding="utf-8")
    refused = run("activity", "publish", activity, "--xlsform", file)
    assert refused.exit_code == 1
    assert "Fødselsnummer" in refused.stderr and "--anyway" in refused.stderr
    assert versions() == 1
    assert run("activity", "publish", activity, "--xlsform", file, "--anyway").exit_code == 0
    assert versions() == 2


def test_an_unknown_activity_or_a_missing_file_is_refused(run: Run, activity: str, tmp_path: Path) -> None:
    assert run("activity", "publish", "99", "--xlsform", workbook(tmp_path)).exit_code == 1
    assert run("activity", "publish", activity, "--xlsform", str(tmp_path / "none.xlsx")).exit_code == 1
    assert run("activity", "publish", activity).exit_code == 2
