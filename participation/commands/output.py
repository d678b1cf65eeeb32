"""What commands print: one JSON object on standard output, everything else on standard error."""

from __future__ import annotations

from typing import Any

import click
import orjson


def say(message: str) -> None:
    """A message for a person."""
    click.echo(message, err=True)


def give(content: dict[str, Any], as_json: bool) -> None:
    """`content` as JSON when asked for, else a line for each of its fields on standard error."""
    if as_json:
        click.echo(orjson.dumps(content).decode())
        return
    for name, value in content.items():
        say(f"{name}: {value if isinstance(value, str | int | float) else orjson.dumps(value).decode()}")
