"""What makes an application anew for each test quick: what is the same in all of them is worked out once.

A test's application differs from the last one's in its database and settings, never in its templates and addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule


class CompiledTemplates(BytecodeCache):
    """Templates compiled in this process, found again by their text."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if compiled := self._kept.get(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


class LateRule(Rule):
    """Writes the code that builds its addresses when the first one is asked for: a test asks for few."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        made: list[Callable[..., tuple[str, str]]] = []

        def build(rule: Rule, /, **values: Any) -> tuple[str, str]:
            if not made:
                made.append(super(LateRule, rule)._compile_builder(append_unknown))
            return made[0](rule, **values)

        return build


COMPILED = CompiledTemplates()


def hurry() -> None:
    """Every application of this process from now on."""
    flask.Flask.url_rule_class = LateRule
    flask.Flask.jinja_options = {**flask.Flask.jinja_options, "bytecode_cache": COMPILED}
