"""What a row may refer to: the questions before it, under the workbook's names."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.conditions.names import Known, Names
from surveys.known_answers import known_answers
from surveys.messages import Message, _, shown
from surveys.xlsform.xpath.surroundings import Surroundings


@dataclass
class NameBook:
    """`variables`: name → variable; `taken`: every variable used or set aside; `reasons`: why not to be referred to."""

    variables: ChainMap[str, str] = field(default_factory=ChainMap)
    known: ChainMap[str, Known] = field(default_factory=ChainMap)
    codes: dict[str, Mapping[str, str]] = field(default_factory=dict)
    reasons: dict[str, Message] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def within(self) -> NameBook:
        """For follow-up questions, whose names are known among themselves only."""
        return NameBook(self.variables.new_child(), self.known.new_child(), dict(self.codes), self.reasons, set())

    def answered(self, name: str, document: Mapping[str, Any], calculated: Any = None) -> None:
        """From here on the question can be referred to."""
        self.variables[name] = document["variable"]
        self.known.update(known_answers(dict(document), calculated))

    def leave_out(self, name: str) -> None:
        message = Message(_("“%(name)s” is left out of the questionnaire."), {"name": shown(name)})
        self.reasons[name] = message

    def expect(self, name: str) -> None:
        message = Message(_("“%(name)s” is asked later. Move it before what depends on it."), {"name": shown(name)})
        self.reasons.setdefault(name, message)

    def around(self, itself: Mapping[str, Any] | None = None) -> Surroundings:
        """`itself`: the document of the question whose constraint this is."""
        if itself is None:
            return Surroundings(Names(self.known), self.variables, self.codes, None, self.reasons)
        own = known_answers(dict(itself))
        names = Names(self.known.new_child(own), next(iter(own.values()), None))
        return Surroundings(names, self.variables, self.codes, itself["variable"], self.reasons)

    def around_choices(self, variable: str, columns: frozenset[str]) -> Surroundings:
        """`variable`: of the question whose choices are told apart by a filter."""
        names = Names(self.known, columns=columns)
        return Surroundings(names, self.variables, self.codes, variable, self.reasons)

    def variable_of(self, name: str) -> str | None:
        variable = self.variables.get(name)
        return variable if variable in self.known else None
