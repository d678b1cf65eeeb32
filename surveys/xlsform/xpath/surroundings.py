"""What an expression of a workbook may refer to where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.conditions.names import Known, Names
from surveys.messages import Message


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`variables`: the workbook's name → our variable. `codes`: variable → code in the workbook → our code, where they
    differ; `columns`: the same of each column of choices that is compared with such a question, noted while reading.
    `own`: the question's variable. `reasons`: why a name of the workbook cannot be referred to.
    """

    names: Names
    variables: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: str | None = None
    reasons: Mapping[str, Message] = field(default_factory=dict)
    columns: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def known(self, variable: str) -> Known | None:
        return self.names.known.get(variable)
