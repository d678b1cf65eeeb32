"""Checks of what a question shows behind its map."""

from __future__ import annotations

from typing import Any

from surveys.document_check import DocumentCheck
from surveys.messages import _, shown

MOST, LONGEST = 20, 80


def check_layers(document: dict[str, Any], place: str, check: DocumentCheck) -> None:
    """`layers`: kinds of zones, as free as the project's names of them."""
    layers = check.items(document.get("layers", []), place, MOST)
    for index, layer in enumerate(layers):
        if not isinstance(layer, str) or not layer.strip() or not layer.isprintable() or len(layer) > LONGEST:
            template = _(
                "“%(value)s” is no kind of zone. Write one as the project has it, at most %(most)s characters."
            )
            check.report(f"{place}[{index}]", template, value=shown(layer), most=LONGEST)
    check.unlike(layers, place)
