"""What an archive package holds, whoever writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from exports.table import FeatureTable


@dataclass(frozen=True)
class Package:
    """`tables`: each with rows that can be read several times; `files`: content by path within the package; `info`: what the
    bag tells of itself, by the names of RFC 8493 such as Contact-Name."""

    name: str
    made_on: date
    tables: Sequence[FeatureTable]
    files: Mapping[str, bytes] = field(default_factory=dict)
    info: Mapping[str, str] = field(default_factory=dict)
