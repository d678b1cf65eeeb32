"""Columns that tell who somebody is, which must not follow an answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from participation.safeguards.personal_data import find_personal_data

HEADING = re.compile(
    r"navn|namn|(?<!\w)name|first.?name|last.?name|surname|address|adresse|gate|gateadr|street|fødsels|personn|person.?n[ru]"
    r"|(?<!\w)f\.?nr|(?<!\w)d.?nummer|ssn|identity|e-?post|e-?mail|mobil|telefon|tlf|phone|født|fødd|birth|gnr|bnr",
    re.IGNORECASE,
)
# Names of areas, not of people: "Stedsnavn", "Sonenamn".
OF_PLACES = re.compile(
    r"(?:sone|krets|bydel|sted|stad|område|skole|skule|zone|area)\w*(?:navn|namn|name)", re.IGNORECASE
)
TELLING = frozenset({"identity_number", "email", "address"})


def personal_heading(heading: str) -> bool:
    """True for a heading such as Name, Address, Phone or Identity number."""
    return bool(HEADING.search(OF_PLACES.sub("", heading)))


def personal_cell(cell: str) -> bool:
    """True for a cell with an identity number, an e-mail address or a street with its number."""
    if cell.isalpha():
        return False
    return any(finding.kind in TELLING for finding in find_personal_data(cell, date.today().year))


def personal_values(values: Collection[str]) -> bool:
    """True where most of the different values of a column hold a first name. A zone may be called after somebody."""
    named = [value for value in values if any(found.kind == "name" for found in find_personal_data(value))]
    return len(named) * 2 > len(values)
