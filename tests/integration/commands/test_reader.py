"""What a command says is in the reader's language, and says what is wrong, where, and how to mend it."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from participation.commands import main, purge, reader
from participation.commands.reader import VARIABLES
from participation.retention.rules import RULES

REFUSED, WRONG_USAGE = 1, 2


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKALKJENT_DATA_DIR", str(tmp_path))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nb"),
        ({"LANG": "C.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "nn_NO.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "nb_NO"}, "nb"),
        ({"LC_ALL": "en_US", "LANGUAGE": "se:nn:en"}, "nn"),
        ({"LANG": "de_DE.UTF-8"}, "nb"),
    ],
)
def test_the_readers_language(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert reader.language() == language


@pytest.mark.parametrize(
    ("language", "says"),
    [("nb", "Det finnes ikke noe prosjekt"), ("nn", "Det finst ikkje noko prosjekt"), ("en", "There is no project")],
)
def test_a_refusal_is_in_it(language: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    told = run("activity", "add", "--project", "borte", "--kind", "note", "--title", "T")
    assert told.exit_code == REFUSED
    assert says in told.stderr
    assert "borte" in told.stderr
    assert told.stdout == ""
    assert os.environ["LANGUAGE"] == language


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("project", "add"), "Valget mangler: '--slug'"),
        (("project", "ad"), "Det finnes ingen kommando 'ad'. Mente du 'add'?"),
        (("export", "1", "--format", "pdf", "-o", "x"), "'pdf' er ikke en av 'geojson'"),
        (("export", "1", "--format", "csv", "-o", "x", "--crs", "utm"), "«utm» er ikke en EPSG-kode"),
        (("verify", "now"), "Det var ett argument for mye (now)"),
        (("marks", "import", "f", "--activity", "1", "--category", "a", "--category-field", "b"), "ikke begge"),
    ],
)
def test_so_is_wrong_usage(words: tuple[str, ...], says: str) -> None:
    told = run(*words)
    assert told.exit_code == WRONG_USAGE
    assert says in told.stderr


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("DATA_DIR", __file__, "det finnes en fil med det navnet"),
        ("DATABASE_URL", "mysql://x/y", "må begynne med postgresql://"),
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/x", "Databasen kan ikke brukes"),
        ("TRUSTED_PROXIES", "-1", "må være et helt tall"),
        ("TILE_SOURCES", "[{}]", "må ha en id"),
        ("TILE_SOURCES", '[{"id":"a","url":"https://x.no/{z}/{x}/{y}","max_zoom":"far"}]', "hele tall fra 0 til 25"),
        ("EMBED_SITES", "www.kommune.no", "er ikke et nettsted"),
        ("TILE_CACHE_MB", "much", "må være et helt tall"),
    ],
)
def test_a_wrong_setting_is_told(setting: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"LOKALKJENT_{setting}", value)
    told = run("project", "add", "--slug", "a", "--name", "A", "--json")
    assert (told.exit_code, told.stdout) == (REFUSED, "")
    assert says in told.stderr
    assert isinstance(told.exception, SystemExit)


def test_an_address_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = run("serve", "--port", taken.getsockname()[1])
    assert told.exit_code == REFUSED
    assert "noe annet lytter der allerede" in told.stderr
    assert "svarer på" not in told.stderr
    assert run("serve", "--host", "300.1.1.1").exit_code == REFUSED


def test_the_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    from participation.database import sqlite_driver

    assert run("project", "add", "--slug", "a", "--name", "A").exit_code == 0
    with sqlite_driver.connect(tmp_path / "lokalkjent.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    told = run("project", "add", "--slug", "b", "--name", "B")
    assert told.exit_code == REFUSED
    assert "nyere program (migrering 9999)" in told.stderr


def test_a_file_none_of_whose_rows_can_be_taken_in_is_refused(tmp_path: Path) -> None:
    assert run("project", "add", "--slug", "a", "--name", "A").exit_code == 0
    file = tmp_path / "skoler.geojson"
    point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [5, 60]}, "properties": {"n": "1"}}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [point]}))
    words = ("zones", "import", file, "--project", "a", "--kind", "k", "--code-field", "n", "--name-field", "n")
    told = run(*words, "--json")
    assert told.exit_code == REFUSED
    assert json.loads(told.stdout)["problems"] == [{"row": 1, "message": "Raden er ikke en flate."}]
    assert "Ingen av radene" in told.stderr
    assert "Rad 1: Raden er ikke en flate." in run(*words).stderr


def test_every_rule_of_retention_has_words_for_its_rows() -> None:
    assert {rule.rows for rule in RULES} <= set(purge.row_names())
