"""Documents of privacy: begun with the project's facts, and with the tables that the program itself obeys."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import flask
import pytest

from participation.accounts.permissions import ROLES, Permission
from participation.database import writing
from participation.documents import facts
from participation.documents.registry import DOCUMENTS
from participation.projects.models import Project
from participation.retention.periods import PERIODS
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_project

BASE = "/projects/loddefjord/documents"


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    project = make_project()
    with writing(app.extensions["sqlalchemy"]) as session:
        found = session.get_one(Project, project.id)
        found.controller, found.delete_by = "Bergen <kommune>", date(2027, 6, 30)
    return make_cast(app)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_is_read_on_screen_and_in_word(cast: Cast, name: str) -> None:
    page = cast.planner.get(f"{BASE}/{name}").text
    file = cast.planner.get(f"{BASE}/{name}.docx")
    assert f"loddefjord-{name}.docx" in file.headers["Content-Disposition"]
    word = docx.Document(BytesIO(file.data))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Bergen &lt;kommune&gt;" in page
    assert "Bergen <kommune>" in cells
    assert "30. juni 2027" in cells
    for heading in (paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Heading 1"):
        assert heading in page
    assert all(str(period.what) in cells for period in PERIODS.values())


def test_what_is_unknown_is_not_found_and_an_analyst_does_not_read_them(cast: Cast) -> None:
    assert cast.planner.get(f"{BASE}/contract").status_code == 404
    assert cast.planner.get(f"{BASE}/contract.docx").status_code == 404
    assert cast.analyst.get(f"{BASE}/dpia").status_code == 403


def test_the_table_of_roles_is_the_one_the_program_asks(app: flask.Flask) -> None:
    with app.test_request_context():
        table = facts.roles_and_data()
    assert list(facts.DATA) == list(Permission)
    for right, row in zip(Permission, table.rows, strict=True):
        assert [cell != "–" for cell in row[1:]] == [right in rights for rights in ROLES.values()]


def test_what_is_not_filled_in_is_left_open(cast: Cast) -> None:
    page = cast.planner.get(f"{BASE}/record").text
    assert "Hvorfor vi har lov</th><td></td>" in page
    assert "Hvem har ansvaret</th><td>Bergen" in page
