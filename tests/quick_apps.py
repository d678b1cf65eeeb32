"""What makes an application anew for each test quick: what is the same in all of them is worked out once.

A test's application differs from the last one's in its database and settings, never in its templates, addresses and files.
"""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

import flask
from argon2 import PasswordHasher
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule
from whitenoise import WhiteNoise

from participation import assets, database
from participation.accounts import services as accounts

# A hash says how much work it took: little for those who are no more than let in.
EASY = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
WORK_OF_THE_PRODUCT = accounts._hasher


class CompiledTemplates(BytecodeCache):
    """Templates compiled in this process, found again by their text."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


class KeptRule(Rule):
    """Knows its address's parts from the last application, and writes the code that builds addresses when one is asked for."""

    _kept: dict[str, tuple[Any, ...]] = {}

    def compile(self) -> None:
        kept = self._kept.get(self.rule)
        if kept is None:
            super().compile()
            self._kept[self.rule] = (self._parts, self._trace, self._converters)
            return
        self._parts, self._trace, self._converters = kept
        self.arguments |= self._converters.keys()
        self._build = self._compile_builder(False).__get__(self, None)
        self._build_unknown = self._compile_builder(True).__get__(self, None)

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        made: list[Callable[..., tuple[str, str]]] = []

        def build(rule: Rule, /, **values: Any) -> tuple[str, str]:
            if not made:
                made.append(super(KeptRule, rule)._compile_builder(append_unknown))
            return made[0](rule, **values)

        return build


class KeptFiles(WhiteNoise):
    """Files of a folder as they were for the last application."""

    _kept: dict[tuple[str, str], dict[str, Any]] = {}

    def update_files_dictionary(self, root: str, prefix: str) -> None:
        if (root, prefix) not in self._kept:
            before, self.files = self.files, {}
            super().update_files_dictionary(root, prefix)
            self._kept[root, prefix], self.files = self.files, before
        self.files.update(self._kept[root, prefix])


COMPILED = CompiledTemplates()
PREPARE = database._prepare_sqlite


def never_wait_for_the_disk(connection: Any, record: object) -> None:
    """As the product prepares a connection; what a test stores need not outlive a power cut."""
    PREPARE(connection, record)
    connection.execute("PRAGMA synchronous = OFF")


def hurry() -> None:
    """Every application of this process from now on."""
    flask.Flask.url_rule_class = KeptRule
    flask.Flask.jinja_options = {**flask.Flask.jinja_options, "bytecode_cache": COMPILED}
    assets.WhiteNoise = KeptFiles
    database._prepare_sqlite = never_wait_for_the_disk
    accounts._hasher, accounts._NOBODY = EASY, EASY.hash("nobody has this password")
