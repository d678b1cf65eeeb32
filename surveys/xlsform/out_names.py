"""Names for everything in a workbook, each used once, as other programs need it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Any

from surveys.conditions.names import Known, Names
from surveys.known_answers import known_answers
from surveys.xlsform.naming import unused

Document = Mapping[str, Any]


class OutNames:
    """`names`: variable → name in the workbook. `known`: what conditions can refer to."""

    def __init__(self, taken: set[str], outer: OutNames | None = None) -> None:
        self.taken = taken
        self.names: ChainMap[str, str] = outer.names.new_child() if outer else ChainMap()
        self.known: ChainMap[str, Known] = outer.known.new_child() if outer else ChainMap()

    def add(self, questions: Iterable[Document], prefix: str = "") -> None:
        for question in questions:
            known = known_answers(dict(question))
            self.known.update(known)
            # What nothing can be asked of has a name too.
            for variable in dict.fromkeys([question["variable"], *known]):
                self.names[variable] = self.free(f"{prefix}{variable}")

    def free(self, wanted: str) -> str:
        name = unused(wanted, self.taken)
        self.taken.add(name)
        return name

    def around(self, question: Document | None = None) -> Names:
        if question is None:
            return Names(self.known)
        own = known_answers(dict(question))
        return Names(self.known, next(iter(own.values()), None))
