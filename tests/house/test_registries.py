"""Every entry of every registry keeps the registry's promise."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import click
import pytest

import participation
from exports.formats import FORMATS
from participation import commands
from participation.accounts.permissions import ROLES, Permission
from participation.accounts.role_words import ROLE_WORDS
from participation.activities.kinds import KINDS
from surveys.question_types import QUESTION_TYPES
from surveys.questionnaire import Questionnaire
from surveys.statistics.summary import Summary
from surveys.templates import template
from surveys.xlsform.matrices import MATRIX
from surveys.xlsform.types import TYPE_MAPS
from tests.house.repository import ROOT
from tests.unit.surveys.examples import example


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_a_question_type(name: str) -> None:
    kind = QUESTION_TYPES[name]
    assert kind.name == name
    assert type(kind).__module__ == f"surveys.question_types.{name}"
    found = example(name).question("asked")
    assert all(column.name and column.label for column in kind.columns(found, "nb"))
    assert isinstance(kind.summarise(found, []), Summary)


def test_every_question_type_goes_into_a_workbook() -> None:
    assert {*TYPE_MAPS, MATRIX.name} == QUESTION_TYPES.keys()
    assert all(made.name == name and made.reads for name, made in TYPE_MAPS.items())


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_of_activity(name: str) -> None:
    kind = KINDS[name]
    assert str(kind.label)
    assert kind.channel
    if kind.template:
        Questionnaire.from_document(template(kind.template))


@pytest.mark.parametrize("name", ROLES)
def test_a_role(name: str) -> None:
    assert ROLES[name] <= set(Permission)


def test_every_role_is_described() -> None:
    assert ROLE_WORDS.keys() == ROLES.keys()


def test_the_administrator_may_do_everything() -> None:
    assert ROLES["administrator"] == set(Permission)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format(name: str) -> None:
    entry = FORMATS[name]
    assert entry.name == name
    assert entry.suffix.startswith(".")
    assert "/" in entry.mimetype
    assert callable(entry.write)


@pytest.mark.parametrize("name", commands.MODULES)
def test_a_command(name: str) -> None:
    command = import_module(f"participation.commands.{name}").command
    assert isinstance(command, click.Command)
    assert command.name == name.replace("_", "-")
    assert command.help


@pytest.mark.parametrize("feature", participation.FEATURES)
def test_a_feature(feature: str) -> None:
    assert (ROOT / "participation" / feature / "__init__.py").exists()
    name = f"participation.{feature}.routes"
    if find_spec(name):
        assert import_module(name).blueprint.name == feature
