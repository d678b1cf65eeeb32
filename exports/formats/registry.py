"""Formats by name, each of which is imported when it is first asked for: who writes one needs nothing of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from exports.formats.format import Format


class Registry(Mapping[str, Format]):
    """`modules`: by name of the format, its module in this package."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self.modules = modules

    def __getitem__(self, name: str) -> Format:
        found: Format = import_module(f"exports.formats.{self.modules[name]}").FORMAT
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.modules)

    def __len__(self) -> int:
        return len(self.modules)
