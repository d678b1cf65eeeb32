"""`lokalkjent invite`: codes for those on a list, once, into one file; new ones for those who have not answered."""

from __future__ import annotations

import csv
import io
import json
import stat
import zipfile
from pathlib import Path

import flask
import pytest
from sqlalchemy import func, select

from participation.extensions import db
from participation.invitations.models import Invitation
from tests.factories.classes import make_activity
from tests.factories.surveys import make_survey
from tests.integration.commands.conftest import Run

ROWS = "Id;Zone\n" + "".join(f"r-{number};Vadmyra\n" for number in range(25))


@pytest.fixture(autouse=True)
def address(app: flask.Flask) -> None:
    app.config["BASE_URL"] = "https://lokalkjent.example.no"


@pytest.fixture
def recipients(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_text(ROWS, "utf-8")
    return path


def letters(path: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as archive:
        text = archive.read("letters.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def invited() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Invitation)) or 0


def test_codes_are_made_once_and_reminders_replace_them(run: Run, recipients: Path, tmp_path: Path) -> None:
    survey, first, second = make_survey(), tmp_path / "codes.zip", tmp_path / "again.zip"
    made = run("invite", "add", recipients, "--activity", survey.id, "-o", first, "--json")
    assert made.exit_code == 0, made.output
    assert json.loads(made.stdout) == {"invited": 25, "file": str(first)}
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    told = {row["Recipient"]: row["Link"] for row in letters(first)}
    assert len(told) == 25 and told["r-7"].startswith(f"https://lokalkjent.example.no/a/{survey.id}/i/")
    again = run("invite", "remind", "--activity", survey.id, "-o", second, "--json")
    assert again.exit_code == 0 and json.loads(again.stdout)["invited"] == 25
    assert {row["Link"] for row in letters(second)}.isdisjoint(told.values())
    assert invited() == 25


def test_what_is_wrong_is_told_by_row_and_nobody_is_invited(run: Run, recipients: Path, tmp_path: Path) -> None:
    survey, output = make_survey(), tmp_path / "codes.zip"
    recipients.write_text(f"{ROWS}r-3;Vadmyra\n;Vadmyra\n", "utf-8")
    refused = run("invite", "add", recipients, "--activity", survey.id, "-o", output)
    assert refused.exit_code == 1 and "Row 27" in refused.stderr and "Row 28" in refused.stderr
    missing = run("invite", "add", tmp_path / "borte.csv", "--activity", survey.id, "-o", output)
    assert missing.exit_code == 1 and "cannot be read" in missing.stderr
    assert not output.exists() and invited() == 0


def test_no_code_is_made_that_cannot_be_told(app: flask.Flask, run: Run, recipients: Path, tmp_path: Path) -> None:
    survey, there = make_survey(), tmp_path / "codes.zip"
    there.write_bytes(b"codes")
    assert run("invite", "add", recipients, "--activity", survey.id, "-o", there).exit_code == 1
    assert run("invite", "add", recipients, "--activity", survey.id, "-o", tmp_path / "no" / "codes.zip").exit_code == 1
    app.config["BASE_URL"] = ""
    refused = run("invite", "add", recipients, "--activity", survey.id, "-o", tmp_path / "new.zip")
    assert refused.exit_code == 1 and "LOKALKJENT_BASE_URL" in refused.stderr
    assert there.read_bytes() == b"codes" and invited() == 0


def test_only_a_survey_has_codes(run: Run, recipients: Path, tmp_path: Path) -> None:
    activity = make_activity()
    refused = run("invite", "add", recipients, "--activity", activity.id, "-o", tmp_path / "codes.zip")
    assert refused.exit_code == 1 and "survey for residents" in refused.stderr
