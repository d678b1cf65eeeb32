"""Finds what may tell who someone is in a free text: to ask about and to flag, never to refuse.

The device asks with the same patterns: static/js/modules/personal_data.js and tests/data/personal_data_cases.json.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from participation.safeguards.first_names import FIRST_NAMES, NAMES_AND_WORDS
from participation.safeguards.identity_number import is_identity_number

# Every repetition is bounded or anchored, so that a hostile text cannot make a search slow.
ELEVEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){10}(?!\d)")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)47[ .-]?)?"
    r"(?:[2-9]\d{7}|[2-9]\d{2}[ .-]\d{2}[ .-]\d{3}|[2-9]\d[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}|[2-9]\d{3} \d{4})(?![ .-]?\d)"
    r"|(?<!\d)\+(?:[ .-]?\d){8,15}(?!\d)"
)
NUMBER = r" (?:nr\.? ?)?\d{1,3} ?(?:[A-Za-z](?!\w))?(?!\w)"
STREET = re.compile(
    r"(?<!\w)(?!(?:skole|skule|sykkel|gang|hoved|hovud|kjøre|køyre|tur|bil)(?:vei|veg))\w{2,30}?"
    r"(?:veien|vegen|vei|veg|gata|gaten|gate|bakken|svingen|stien|lia|kleiva|smauet|tunet|alleen|alléen)" + NUMBER,
    re.IGNORECASE,
)
STREET_IN_WORDS = re.compile(
    r"(?<!\w)[A-ZÆØÅ]\w{1,30}(?: [A-ZÆØÅ]\w{1,30})? (?:vei|veg|gate|gata|plass|allé|terrasse)" + NUMBER
)
INTRODUCED = re.compile(
    r"(?<!\w)(?:(?:jeg|eg|han|hun|ho|hen|bror(?:en)? min|søster(?:en)? mi[n]?|søstera mi|venn(?:en)? min|venninnen? min"
    r"|veninna mi|venninna mi|læreren(?: min)?|læraren(?: min)?|mamma|pappa) (?:heter|heiter|het)"
    r"|(?:navnet|namnet) mitt er|my name is|(?:i am|i'm|he is|she is) called) (\w{2,30})",
    re.IGNORECASE,
)
LIVES = re.compile(r"(?<!\w)([A-ZÆØÅ][a-zæøåé]{1,30}) (?:bor|bur|lives) (?:i|på|ved|her|der|in|at|here|there)(?!\w)")
INTRODUCING = ("heter", "heiter", "het ", "mitt er", "name is", "called")
LIVING = (" bor ", " bur ", " lives ")
WORD = re.compile(r"[^\W\d_]{2,}")
DIGIT = re.compile(r"\d")
KNOWN = FIRST_NAMES | NAMES_AND_WORDS
_NOT_NAMES = """
jeg eg du han hun ho hen vi dere de dei det den man noen nokon ingen alle mange folk barn voksne vaksne mamma pappa
mor far bror søster bestemor bestefar farmor farfar mormor morfar læreren læraren naboen naboane naboer ikke ikkje
som her der familien gutten jenta who he she it they everyone nobody someone people not
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())


@dataclass(frozen=True, slots=True)
class Finding:
    """`kind`: identity_number, email, phone, address or name. The text's part is `text[start:end]`."""

    kind: str
    start: int
    end: int


def find_personal_data(text: str, year: int | None = None) -> list[Finding]:
    """In the order of the text, none overlapping; `year` (this one) decides which identity numbers are valid."""
    found: list[Finding] = []
    for finding in _candidates(text, year):
        if all(finding.end <= other.start or finding.start >= other.end for other in found):
            found.append(finding)
    return sorted(found, key=lambda finding: finding.start)


def _candidates(text: str, year: int | None) -> Iterator[Finding]:
    # Most texts hold neither digit, @ nor name: what is dear to look for is looked for only where it can be.
    has_digit = DIGIT.search(text)
    if has_digit:
        for match in ELEVEN_DIGITS.finditer(text):
            if is_identity_number(re.sub(r"\D", "", match[0]), year or date.today().year):
                yield Finding("identity_number", *match.span())
    if "@" in text:
        yield from _matches("email", EMAIL, text)
    if has_digit:
        yield from _matches("phone", PHONE, text)
        yield from _matches("address", STREET, text)
        yield from _matches("address", STREET_IN_WORDS, text)
    yield from _names(text)


def _names(text: str) -> Iterator[Finding]:
    lowered = text.lower()
    for parts, pattern in ((INTRODUCING, INTRODUCED), (LIVING, LIVES)):
        for match in pattern.finditer(text) if any(part in lowered for part in parts) else ():
            if match[1].lower() not in NOT_NAMES:
                yield Finding("name", *match.span(1))
    if KNOWN.isdisjoint(WORD.findall(lowered)):
        return
    for match in WORD.finditer(text):
        name = match[0].lower()
        if name in FIRST_NAMES or (name in NAMES_AND_WORDS and match[0][0].isupper()):
            yield Finding("name", *match.span())


def _matches(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Finding]:
    return (Finding(kind, *match.span()) for match in pattern.finditer(text))
