"""Names of files and layers that every file system and every map program takes."""

from __future__ import annotations

import re
import unicodedata

from exports.table import Kind

# What each kind of geometry is called in the names of layers. The same in every language: projects in QGIS are tied to them.
KINDS_OF_LAYERS: dict[Kind, str] = {"point": "punkt", "line": "linje", "area": "flate"}
NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def plain_name(title: str) -> str:
    """`title` in small letters, digits and underscores; "lag" where nothing is left of it."""
    small = title.lower().translate(NORDIC)
    plain = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "lag"
